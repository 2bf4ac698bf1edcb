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
            let lines = await watching.lines(width: 80, height: 24).map(\.text)
            #expect(lines.first?.contains("SIMULATED") == true)
            #expect(lines.contains("00:00:00 LOW         Notice 2."))
        }
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

    private final class Told: Sendable {
        private let lines = Mutex<[String]>([])
        var count: Int { lines.withLock { $0.count } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }
}
