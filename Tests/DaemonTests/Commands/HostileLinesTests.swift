import Foundation
import Protocols
import Settings
import Simulator
import StepUp
import Testing

@testable import Daemon

/// Hostile input on every kind of link at once, through the built program: it is counted and told,
/// nothing of it is taken for a result, and every message that is acknowledged is there.
@Suite(.serialized) struct HostileLinesTests {
    @Test func whatIsHostileIsCountedAndWhatIsGoodIsReadOnEveryLink() async throws {
        let room = try HostileRoom()
        for link in HostileLink.all { try await room.send(link, "BEFORE", "11.5") }
        for link in HostileLink.all { try await room.floodAndStop(link) }
        for link in HostileLink.all {
            try await room.wait(for: link) { $0.defects[link.defects.silence.rawValue] != nil }
            try await room.send(link, "AFTER", "12.5")
        }
        for link in HostileLink.all {
            try await room.breakOff(link)
            try await room.send(link, "AGAIN", "13.5")
        }
        #expect(try await room.daemon.get("/healthz").status == 200)
        #expect(room.daemon.stop() == 0)
        #expect(JournalCheck(try JournalReader(path: room.site.journal)).fault == nil)

        let told = try Told(by: room.site)
        for link in HostileLink.all {
            #expect(
                told.results[link.name]?.sorted()
                    == ["AFTER 12.5", "AGAIN 13.5", "BEFORE 11.5"], "\(link.name)")
            let notices = told.notices[link.name] ?? []
            #expect(notices.contains(link.defects.endless.rawValue), "\(link.name): \(notices)")
            #expect(notices.contains("line-lost") == link.isCalled, "\(link.name): \(notices)")
        }
    }

    /// What was told of each line: results that came for the first time, and notices.
    private struct Told {
        var results: [String: [String]] = [:]
        var notices: [String: Set<String>] = [:]

        init(by site: TestSite) throws {
            var station = Station()
            try JournalReader(path: site.journal).moments(after: 0) { moment in
                for case .announce(let news) in station.receive(moment) { take(news.body) }
            }
        }

        private mutating func take(_ body: Announcement.Body) {
            switch body {
            case .result(let news) where !news.isRepeat:
                let words = "\(news.result.value.specimen) \(news.result.value.text)"
                results[Self.owner(of: news.line), default: []].append(words)
            case .notice(let news):
                guard let line = news.line else { return }
                notices[Self.owner(of: line), default: []].insert(news.code)
            default: break
            }
        }

        /// The configured line of a connection: `hl7-called#2` is a caller of `hl7-called`.
        private static func owner(of connection: String) -> String {
            String(connection.prefix { $0 != "#" })
        }
    }
}

/// A daemon with a line for each link, and the analyzers' ends.
private final class HostileRoom {
    let site: TestSite
    let daemon: RunningDaemon
    private var ends: [String: AnalyzerEnd] = [:]
    /// Where the lines are called; shown until somebody calls.
    private var ports: [String: UInt16] = [:]

    init() throws {
        site = try TestSite(links: HostileLink.all)
        daemon = try RunningDaemon(site)
    }

    /// What the API shows of a line.
    struct Shown: Decodable {
        let line: String
        let state: String
        let detail: String
        let results: Int
        let defects: [String: Int]
    }

    func shown(_ link: HostileLink) async throws -> Shown {
        let body = try await daemon.get("/api/lines").body
        let lines = try JSONDecoder().decode([Shown].self, from: Data(body.utf8))
        return try #require(lines.first { $0.line == link.name })
    }

    /// Waits until a line is as `condition` says; longer than any link is patient.
    func wait(for link: HostileLink, until condition: (Shown) -> Bool) async throws {
        let patience = ContinuousClock.now + .seconds(90)
        while ContinuousClock.now < patience {
            if condition(try await shown(link)) { return }
            try await Task.sleep(for: .milliseconds(20))  // The page has other visitors.
        }
        Issue.record(Comment(rawValue: "\(try await shown(link))"))
    }

    /// Sends a good message until it is answered as a whole, and waits until it is read.
    func send(_ link: HostileLink, _ specimen: String, _ value: String) async throws {
        let before = try await shown(link).results
        let patience = ContinuousClock.now + .seconds(60)
        while try await !isTaken(link.message(specimen, value), by: link) {
            try #require(ContinuousClock.now < patience, "\(link.name) takes no message")
            ends[link.name] = nil  // The line may have become another one meanwhile.
        }
        try await wait(for: link) { $0.results > before }
    }

    private func isTaken(_ pieces: [HostileLink.Piece], by link: HostileLink) async throws -> Bool {
        let end = try await end(of: link)
        end.discardReplies()
        for piece in pieces {
            end.send(piece.bytes)
            guard end.hears(piece.answer, times: piece.count) else { return false }
        }
        return try await shown(link).state == "open"
    }

    /// Noise, then a message without an end, then half of one, and no word more.
    func floodAndStop(_ link: HostileLink) async throws {
        let end = try await end(of: link)
        var chance = Chance(seed: 7, purpose: link.name)
        end.send((0..<2048).map { _ in UInt8(chance.below(256)) })
        let (opening, unit) = link.endless
        let count = 2 * HostileLink.limit / unit.utf8.count
        end.send(Array((opening + String(repeating: unit, count: count)).utf8))
        // A line that only ends with itself is told of when it does.
        end.send([0x0D, 0x0A])
        try await wait(for: link) { $0.defects[link.defects.endless.rawValue] != nil }
        for piece in link.half { end.send(piece.bytes) }
        end.discardReplies()
    }

    /// Half of a message, and the caller hangs up; a pseudo-terminal is a cable, and an analyzer
    /// that is switched off there is only silent.
    func breakOff(_ link: HostileLink) async throws {
        let end = try await end(of: link)
        for piece in link.half {
            end.send(piece.bytes)
            _ = end.hears(piece.answer, times: piece.count)
        }
        ends[link.name] = nil
    }

    private func end(of link: HostileLink) async throws -> AnalyzerEnd {
        if let end = ends[link.name] { return end }
        let end: AnalyzerEnd
        if link.isCalled {
            try await wait(for: link) { shown in
                let port = shown.detail.firstMatch(of: /127\.0\.0\.1:(\d+)/)
                ports[link.name] = ports[link.name] ?? port.flatMap { UInt16($0.1) }
                return ports[link.name] != nil
            }
            end = try AnalyzerEnd(port: try #require(ports[link.name]))
        } else {
            end = try AnalyzerEnd(path: site.folder.file(link.name))
        }
        ends[link.name] = end
        return end
    }
}

extension TestSite {
    /// A site with a line for each of `links`, and their dialects in a folder of its own.
    fileprivate init(links: [HostileLink]) throws {
        try self.init()
        let folder = folder.file("catalogue/dialects")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let catalogue = try Catalogue()
        var text = """
            site: Test
            journal: \(journal)
            catalogue: \(self.folder.file("catalogue"))
            web:
              port: 0
            lines:

            """
        for link in links {
            try #require(link.file(in: catalogue)).write(
                toFile: "\(folder)/\(link.name).yaml", atomically: true, encoding: .utf8)
            let address =
                link.isCalled ? "listen:127.0.0.1:0" : "pty:\(self.folder.file(link.name))"
            text += "  \(link.name): {address: '\(address)', dialect: \(link.name)}\n"
        }
        try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
}

extension AnalyzerEnd {
    /// True when `answer` comes as often as `count` says, among whatever else comes.
    fileprivate func hears(_ answer: String, times count: Int) -> Bool {
        var (left, heard) = (count, [UInt8]())
        while left > 0 {
            guard let byte = reply(within: .seconds(5)) else { return false }
            heard.append(byte)
            guard heard.suffix(answer.utf8.count).elementsEqual(answer.utf8) else { continue }
            (left, heard) = (left - 1, [])
        }
        return true
    }

    /// Reads what is there already, and forgets it.
    fileprivate func discardReplies() { while reply(within: .milliseconds(50)) != nil {} }
}
