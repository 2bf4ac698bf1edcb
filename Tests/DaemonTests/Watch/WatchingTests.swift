import StepUp
import Synchronization
import Testing

@testable import Daemon

@Suite struct WatchingTests {
    private func notice(_ id: Int64) -> Announcement {
        let news = NoticeNews(priority: .low, code: "test", text: "Notice \(id).")
        return Announcement(
            id: id, at: WallTime(nanoseconds: 0), procedure: nil, simulated: true,
            body: .notice(news))
    }

    @Test func catchesUpAndShowsTheBoard() async throws {
        let counter = Counter()
        counter.broadcast.publish([notice(1), notice(2)])
        try await counter.serve { client in
            let watching = Watching(client: client)
            try await watching.follow { await $0.isCaughtUp }
            let lines = await watching.lines(BoardSize(width: 80, height: 24)) ?? []
            #expect(lines.first?.text.contains("SIMULATED") == true)
            #expect(lines.contains { $0.text.hasPrefix("! Low  Notice 2.") })
        }
    }

    @Test func showsNothingBeforeTheDaemonSpeaks() async throws {
        let watching = Watching(client: WebClient(address: try WebURL(parsing: "127.0.0.1:1")))
        #expect(await watching.lines(BoardSize(width: 80, height: 24)) == nil)
        await #expect(throws: (any Error).self) { try await watching.follow() }
    }

    @Test func goesOnAfterTheLastAnnouncementWithoutTellingItTwice() async throws {
        let counter = Counter()
        counter.broadcast.publish([notice(1), notice(2)])
        try await counter.serve { client in
            let told = Told()
            let watching = Watching(client: client) { told.add($0) }
            try await watching.follow { await $0.isCaughtUp }
            counter.broadcast.publish([notice(3)])
            try await watching.follow { _ in told.count == 3 }
            #expect(told.count == 3)
        }
    }

    @Test(arguments: [("J", 2, true), ("K", 2, false), ("J", 1, false)])
    func beginsAnewWhenAnotherJournalSpeaks(anchor: String, last: Int, goesOn: Bool) async throws {
        let watching = Watching(client: WebClient(address: try WebURL(parsing: "127.0.0.1:1")))
        func pulse(_ anchor: String, _ last: Int) -> [UInt8] {
            let now = "2026-01-31T12:00:00.000Z"
            let data = #"{"anchor":"\#(anchor)","last":\#(last),"now":"\#(now)"}"#
            return [UInt8]("event: pulse\ndata: \(data)\n\n".utf8)
        }
        let line = #"{"id":2,"type":"line","line":"e411","state":"open","simulated":true}"#
        #expect(await watching.receive(pulse("J", 2)))
        #expect(await watching.receive([UInt8]("data: \(line)\n\n".utf8)))
        #expect(await watching.receive(pulse(anchor, last)) == goesOn)
        let text = await watching.lines(BoardSize(width: 80, height: 24))?.map(\.text) ?? []
        #expect(text.contains { $0.contains("e411") } == goesOn)
    }

    private final class Told: Sendable {
        private let announcements = Mutex(0)
        var count: Int { announcements.withLock { $0 } }
        func add(_ word: Watching.Word) {
            if case .announcement = word { announcements.withLock { $0 += 1 } }
        }
    }
}
