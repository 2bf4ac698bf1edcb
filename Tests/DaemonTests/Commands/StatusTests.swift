import Foundation
import Settings
import Testing

@testable import Daemon

/// How commands end: 0, 1 when what was asked failed, 2 for wrong words or a wrong configuration.
@Suite struct StatusTests {
    private struct Outcome {
        var status: Int32
        var data: String
        var words: String
    }

    private func run(_ arguments: String...) throws -> Outcome {
        let (process, data, words) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: RunningDaemon.program)
        process.arguments = arguments
        (process.standardOutput, process.standardError) = (data, words)
        try process.run()
        let said = try data.fileHandleForReading.readToEnd() ?? Data()
        let explained = try words.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, data: String(decoding: said, as: UTF8.self),
            words: String(decoding: explained, as: UTF8.self))
    }

    @Test(
        arguments: [
            ["nonsense"], ["replay"], ["replay", "x", "--pace", "0"],
            ["replay", "x", "--dialect", "d", "--serve"], ["check", "/nowhere.yaml"],
            ["run", "--config", "/nowhere.yaml"],
        ]) func wrongWordsEndWith2(arguments: [String]) throws
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: RunningDaemon.program)
        process.arguments = arguments
        process.standardError = Pipe()
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
    }

    @Test func whatFailsEndsWith1AndOneSentence() throws {
        let outcome = try run("verify", "--journal", "/nowhere/j")
        #expect(outcome.status == 1)
        #expect(outcome.data == "")
        #expect(outcome.words == "stepupd: there is no journal at /nowhere/j\n")
        #expect(try run("replay", "/nowhere/r").status == 1)
    }

    @Test func whatNobodyReadsAnyLongerEndsWithoutAWord() async throws {
        let daemon = try RunningDaemon(try TestSite())
        let url = "http://127.0.0.1:\(try #require(daemon.web).port)"
        for arguments in [["watch", "--json", url], ["dialects"]] {
            let (process, gone, words) = (Process(), Pipe(), Pipe())
            process.executableURL = URL(fileURLWithPath: RunningDaemon.program)
            process.arguments = arguments
            (process.standardOutput, process.standardError) = (gone, words)
            try gone.fileHandleForReading.close()
            try process.run()
            process.waitUntilExit()
            let said = try words.fileHandleForReading.readToEnd() ?? Data()
            #expect(said.isEmpty, "\(String(decoding: said, as: UTF8.self))")
            #expect(process.terminationReason == .uncaughtSignal)
            #expect(process.terminationStatus == SIGPIPE)
        }
    }

    @Test func aFullDiskBehindStandardOutputIsSaid() throws {
        let (process, words) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: RunningDaemon.program)
        process.arguments = ["dialects"]
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = words
        try process.run()
        let said = try words.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(
            String(decoding: said, as: UTF8.self).hasPrefix(
                "stepupd: standard output takes nothing more: "))
    }

    @Test func aPageWhoseAddressIsTakenEndsTheProgramInOneSentence() async throws {
        let daemon = try RunningDaemon(try TestSite())
        let port = try #require(daemon.web).port
        let folder = try Folder()
        let file = folder.file("s.yaml")
        let text = """
            site: Room
            journal: \(folder.file("j"))
            web: {port: \(port)}
            lines: {}
            """
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try run("run", "--config", file)
        #expect(outcome.status == 1)
        #expect(
            outcome.words.contains("the page's address 127.0.0.1:\(port) is in use by another"))
        #expect(daemon.stop() == 0)
    }

    @Test func whatAFileSaysCannotCommandTheTerminal() throws {
        let folder = try Folder()
        let file = folder.path + "/s.yaml"
        let text = #"""
            site: Room
            journal: j
            lines: {a: {address: "pty:/tmp/a", dialect: "\e[31mX"}}
            """#
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try run("check", file)
        #expect(outcome.status == 2)
        #expect(outcome.words.contains("there is no dialect '\u{FFFD}[31mX'"))
    }

    @Test func aPlanThatCannotBeIsNamedByTheFileItStandsIn() throws {
        let folder = try Folder()
        let plan = folder.file("procedures/secretin.yaml")
        try FileManager.default.createDirectory(
            atPath: folder.file("procedures"), withIntermediateDirectories: true)
        let shipped = try #require(Shipped.files["procedures/secretin.yaml"])
        try shipped.replacing("draws: [0, 20,", with: "draws: [0, 0, 20,")
            .write(toFile: plan, atomically: true, encoding: .utf8)
        let file = folder.file("s.yaml")
        try "site: Room\njournal: j\nlines: {}\ncatalogue: \(folder.path)\n"
            .write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try run("check", file)
        #expect(outcome.status == 2)
        #expect(
            outcome.words == "\(plan):21: The draw at 0 s is in the plan twice. (in 'draws')\n")
    }

    @Test func helpAndVersionAreData() throws {
        let version = try run("--version")
        #expect(version.status == 0)
        #expect(version.data == Stepupd.version + "\n")
        #expect(try run("--help").data.contains("replay"))
    }

    @Test func aCaptureNeedsItsDialect() throws {
        let folder = try Folder()
        let file = folder.file("capture.bin")
        let frames = zip(1..., AnalyzerEnd.message).flatMap { AnalyzerEnd.frame($1, number: $0) }
        try Data([0x05] + frames + [0x04]).write(to: URL(fileURLWithPath: file))
        #expect(try run("replay", file).status == 2)
        #expect(try run("replay", file, "--dialect", "none").status == 2)

        let outcome = try run("replay", file, "--dialect", "roche-cobas-e411")
        #expect(outcome.status == 0)
        let results = outcome.data.split(separator: "\n")
        #expect(results.count == 3)
        #expect(results.allSatisfy { $0.contains(#""type":"result""#) })
        #expect(results.allSatisfy { $0.contains(#""at":"1970-01-01T00:00:00.000Z""#) })
        #expect(outcome.words.hasPrefix("\(frames.count + 2) bytes, "))
        #expect(outcome.words.contains("1 messages, 3 results; nothing was refused."))
        let all = try run("replay", file, "--dialect", "roche-cobas-e411", "--all")
        #expect(all.data.contains(#""type":"hello""#))
    }

    @Test func aJournalIsBackedUpVerifiedAndRecorded() throws {
        let folder = try Folder()
        let path = folder.file("j.sqlite")
        let clock = DrivenClock()
        let journal = try Journal(path: path, program: "1.2.3")
        let live = try Story().play(in: try Room(journal: journal, clock: clock), clock)
        let copy = folder.file("copy.sqlite")
        #expect(try run("backup", "--journal", path, copy).status == 0)
        #expect(try run("backup", "--journal", path, copy).status == 1)
        #expect(try run("verify", "--journal", path).data == run("verify", "--journal", copy).data)

        let recording = try run("record", "--journal", copy, "p1")
        let file = folder.file("r.ndjson")
        try recording.data.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try run("verify", file).status == 0)
        let told = try run("replay", file).data
        #expect(told == (try live.map { try JSONLine.text(of: $0) + "\n" }.joined()))
        #expect(try run("record", "--journal", path, "p9").status == 1)
    }
}
