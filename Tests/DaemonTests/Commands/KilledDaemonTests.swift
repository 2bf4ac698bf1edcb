import Foundation
import Protocols
import StepUp
import Testing

@testable import Daemon

/// What is acknowledged is durable: the daemon is killed at each durable step of a session in turn,
/// started again, and nothing that the analyzer was promised is missing or there twice.
@Suite(.serialized) struct KilledDaemonTests {
    private static let strace = "/usr/bin/strace"

    /// `strace` with `fault` at the `step`th sync of the thread that makes it, and after.
    private func tracer(_ fault: String, log: String = "/dev/null") throws -> [String] {
        try #require(
            FileManager.default.isExecutableFile(atPath: Self.strace),
            "strace is missing: apt-get install strace")
        // -D: the daemon stays the test's own child, so that signals and its status are its own.
        return [
            Self.strace, "-D", "-f", "-o", log, "-e", "trace=fdatasync,fsync", "-e",
            "inject=fdatasync,fsync:\(fault)",
        ]
    }

    @Test func losesNothingAndDoublesNothingAtAnyStep() throws {
        var steps = 0
        for step in 1...64 {
            let site = try TestSite()
            let daemon = try RunningDaemon(site, under: tracer("signal=KILL:when=\(step)"))
            let promised = daemon.web == nil ? nil : try session(site)
            if promised == AnalyzerEnd.message.count, daemon.stop() == 0 { break }
            daemon.wait()
            steps = step
            try expectStored(promised ?? 0, at: site, step: step)
            let again = try RunningDaemon(site)
            #expect(try session(site) == AnalyzerEnd.message.count, "after step \(step)")
            #expect(again.stop() == 0)
            try expectEachResultOnce(site, step: step)
        }
        // The tables and the log at creation, the start, the opening, and one for each frame.
        #expect(steps > AnalyzerEnd.message.count)
    }

    /// What the analyzer was promised, in frames, when it sends its message once.
    private func session(_ site: TestSite) throws -> Int? {
        try site.analyzer().send(message: AnalyzerEnd.message)
    }

    private func expectStored(_ promised: Int, at site: TestSite, step: Int) throws {
        guard promised > 0 else { return }
        #expect(JournalCheck(try JournalReader(path: site.journal)).fault == nil)
        let stored = try site.stored()
        for (index, record) in AnalyzerEnd.message.prefix(promised).enumerated() {
            let frame = AnalyzerEnd.frame(record, number: index + 1)
            #expect(stored.count(of: frame) == 1, "frame \(index + 1) after step \(step)")
        }
    }

    private func expectEachResultOnce(_ site: TestSite, step: Int) throws {
        let check = JournalCheck(try JournalReader(path: site.journal))
        #expect(check.fault == nil, "after step \(step)")
        var station = Station()
        var current: [String: Int] = [:]
        try JournalReader(path: site.journal).moments(after: 0) { moment in
            for case .announce(let news) in station.receive(moment) {
                guard case .result(let result) = news.body else { continue }
                if !result.isRepeat { current[result.result.specimen, default: 0] += 1 }
            }
        }
        #expect(current == ["TUBE-01": 1, "TUBE-02": 1, "TUBE-03": 1], "after step \(step)")
    }

    @Test func everyAnswerFollowsASync() throws {
        let answers = try answersAfterASync(at: TestSite()) { site in
            let promised = try session(site)
            #expect(promised == AnalyzerEnd.message.count)
        }
        #expect(answers == AnalyzerEnd.message.count + 1)
    }

    @Test func everyAnswerToAQueryFollowsASync() throws {
        let answers = try answersAfterASync(at: TestSite(dialect: "generic-hl7")) { site in
            let analyzer = try site.analyzer()
            for id in ["Q1", "Q2"] {
                analyzer.ask(about: "STRANGE", id: id)
                #expect(analyzer.block()?[1] == "MSA|AA|\(id)")
                #expect(analyzer.block()?.last == "ORC|DC||||||||20260301080000")
                analyzer.answer("AA", to: "\(id)-2")
            }
            analyzer.report("7", of: "STRANGE", id: "R1")
            #expect(analyzer.block()?.last == "MSA|AA|R1")
        }
        #expect(answers >= 3)
    }

    /// How often the daemon answered in `session`; each time it must have synced before.
    private func answersAfterASync(
        at site: TestSite, session: (TestSite) throws -> Void
    ) throws -> Int {
        let log = site.folder.file("trace")
        let tracer = [
            Self.strace, "-D", "-f", "-y", "-o", log, "-e",
            "trace=fdatasync,fsync,read,write,writev",
        ]
        let daemon = try RunningDaemon(site, under: tracer)
        try session(site)
        #expect(daemon.stop() == 0)
        let calls = try trace(in: log)
        var (isDurable, answers) = (false, 0)
        for call in calls {
            if call.contains("sync("), call.contains("j.sqlite-wal") { isDurable = true }
            guard call.contains("ptmx") else { continue }
            if call.contains(" read(") { isDurable = false }
            if call.contains(" write(") {
                #expect(isDurable, "\(call)")
                answers += 1
            }
        }
        return answers
    }

    /// The lines of a trace, once it is complete.
    private func trace(in log: String) throws -> [Substring] {
        while true {
            let text = try String(contentsOfFile: log, encoding: .utf8)
            let lines = text.split(separator: "\n")
            let threads = Set(lines.compactMap { $0.split(separator: " ").first })
            let ends = lines.count { $0.contains("+++ exited") || $0.contains("+++ killed") }
            if ends >= threads.count { return lines }
            sched_yield()
        }
    }

    @Test func acknowledgesNothingOnceASyncHasFailed() async throws {
        let site = try TestSite()
        let log = site.folder.file("trace")
        let daemon = try RunningDaemon(site)
        let analyzer = try site.analyzer()
        let tracing = try trace(daemon, to: log, "error=EIO:when=4+")
        #expect(analyzer.send(message: AnalyzerEnd.message, patience: .seconds(2)) == 2)

        #expect(try await daemon.get("/healthz").status == 503)
        #expect(try await daemon.get("/").status == 200)
        let lines = try await daemon.get("/api/lines")
        #expect(lines.status == 200)
        #expect(lines.body.contains("roche-cobas-e411"))

        #expect(daemon.stop() == 1)
        tracing.waitUntilExit()
        #expect(try trace(in: log).count { $0.contains("EIO") } == 1)
        try expectStored(2, at: site, step: 4)
    }

    /// A tracer of a daemon that runs, with `fault` in its syncs from now on.
    private func trace(
        _ daemon: RunningDaemon, to log: String, _ fault: String
    ) throws -> Process {
        let tracer = try tracer(fault, log: log)
        let (process, words) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: Self.strace)
        process.arguments =
            tracer.dropFirst().filter { $0 != "-D" } + ["-p", "\(daemon.identifier)"]
        process.standardError = words
        try process.run()
        var said = ""
        while !said.contains("attached") {
            let more = words.fileHandleForReading.availableData
            try #require(!more.isEmpty, "strace did not attach: \(said)")
            said += String(decoding: more, as: UTF8.self)
        }
        return process
    }
}

extension [UInt8] {
    /// How often `piece` stands in these bytes.
    fileprivate func count(of piece: [UInt8]) -> Int {
        guard count >= piece.count else { return 0 }
        return (0...(count - piece.count)).count {
            self[$0..<($0 + piece.count)].elementsEqual(piece)
        }
    }
}
