import Foundation
import StepUp
import Testing

@testable import Daemon

@Suite struct BroadcastTests {
    private let noon = WallTime(nanoseconds: 1_800_000_000_000_000_000)

    private func notice(_ id: Int64, _ text: String = "Something.") -> Announcement {
        let news = NoticeNews(priority: .low, code: "test", text: text)
        return Announcement(id: id, at: noon, procedure: nil, simulated: true, body: .notice(news))
    }

    private func procedure(_ id: Int64, _ name: String, _ state: String) -> Announcement {
        Fixture.procedure(id: id, name: name, state: state, at: noon)
    }

    private func ids(_ subscription: Subscription, _ count: Int) async -> [Int64?] {
        var seen: [Int64?] = []
        for await piece in subscription {
            seen.append(piece.id)
            if seen.count == count { break }
        }
        return seen
    }

    @Test func tellsALateReaderEverythingThatWasAnnounced() async {
        let broadcast = Broadcast()
        broadcast.publish([notice(1), notice(2)])
        broadcast.publish([notice(3)])
        #expect(await ids(broadcast.subscribe(), 3) == [1, 2, 3])
    }

    @Test func goesOnBehindTheLastNumberSeen() async {
        let broadcast = Broadcast()
        broadcast.publish((1...5).map { notice($0) })
        #expect(await ids(broadcast.subscribe(after: 3), 2) == [4, 5])
    }

    @Test func letsAReaderWaitThatNamesTheLargestNumberThereIs() async {
        let broadcast = Broadcast()
        broadcast.publish([notice(1)])
        let subscription = broadcast.subscribe(after: .max)
        broadcast.publish([notice(2)])
        #expect(await ids(subscription, 1) == [2])
    }

    @Test func wakesAReaderThatWaits() async {
        let broadcast = Broadcast()
        let subscription = broadcast.subscribe()
        async let seen = ids(subscription, 2)
        broadcast.publish([notice(1)])
        broadcast.publish([notice(2)])
        #expect(await seen == [1, 2])
    }

    @Test func encodesTheSameAnnouncementAsTheSameBytes() async {
        let broadcast = Broadcast()
        broadcast.publish([notice(7, "a/b \u{2028} <script>")])
        let piece = await broadcast.subscribe().turn()?.pieces.first
        let expected =
            #"{"at":"2027-01-15T08:00:00.000Z","code":"test","id":7,"priority":"low","#
            + #""simulated":true,"text":"a/b "# + "\u{2028}" + #" <script>","type":"notice"}"#
        #expect(piece?.json == expected)
        #expect(
            piece.map { String(decoding: $0.event, as: UTF8.self) }
                == "id: 7\ndata: \(expected)\n\n")
    }

    @Test func startsAfreshWhenAProcedureOpensAfterAllWereClosed() async {
        let broadcast = Broadcast()
        let hello = Announcement(
            id: 1, at: noon, procedure: nil, simulated: true,
            body: .hello(Fixture.hello()))
        broadcast.publish([
            hello, procedure(2, "A", "open"), notice(3), procedure(4, "A", "closed"),
        ])
        #expect(await ids(broadcast.subscribe(), 4) == [1, 2, 3, 4])
        broadcast.publish([procedure(5, "B", "open"), notice(6)])
        #expect(await ids(broadcast.subscribe(), 3) == [1, 5, 6])
        #expect(await ids(broadcast.subscribe(after: 3), 3) == [4, 5, 6])
    }

    @Test func keepsBothOfTwoProceduresThatAreOpenAtOnce() async {
        let broadcast = Broadcast()
        broadcast.publish([
            procedure(1, "A", "open"), procedure(2, "B", "open"),
            procedure(3, "A", "closed"), procedure(4, "C", "open"),
        ])
        #expect(await ids(broadcast.subscribe(), 4) == [1, 2, 3, 4])
    }

    @Test func tellsOfAnnouncementsThatAreNoLongerHeld() async {
        let broadcast = Broadcast(limit: Broadcast.Limit(bytes: 2000))
        broadcast.publish((1...100).map { notice($0) })
        let pieces = await broadcast.subscribe(after: 1).turn()?.pieces ?? []
        #expect(pieces.first?.id == nil)
        #expect(pieces.first?.json.contains("stream-gap") == true)
        #expect(pieces.last?.id == 100)
        #expect(broadcast.census.held < 20)
    }

    @Test func dropsAReaderThatFellOutOfTheLogWithAWord() async {
        let broadcast = Broadcast(limit: Broadcast.Limit(bytes: 2000))
        let slow = broadcast.subscribe()
        broadcast.publish((1...100).map { notice($0) })
        let word = await slow.turn()?.pieces
        #expect(word?.count == 1)
        #expect(word?.first?.json.contains("stream-dropped") == true)
        #expect(await slow.turn() == nil)
        #expect(
            broadcast.census
                == Broadcast.Census(
                    last: 100, held: broadcast.census.held, subscribers: 0, dropped: 1))
    }

    @Test func alarmsReachReadersNowAndLaterOnceEachUntilTakenBack() async {
        let broadcast = Broadcast()
        let early = broadcast.subscribe()
        broadcast.publish([notice(1)])
        broadcast.alarm(NoticeNews(priority: .high, code: "disk-full", text: "The disk is full."))
        broadcast.publish([notice(2)])
        #expect(await ids(early, 3) == [1, nil, 2])
        #expect(await ids(broadcast.subscribe(), 3) == [nil, 1, 2])
        broadcast.alarm(NoticeNews(priority: .information, code: "disk-full", text: "Room again."))
        #expect(await ids(broadcast.subscribe(), 2) == [1, 2])
        #expect(await ids(early, 1) == [nil])
    }

    @Test func endsTheSubscriptionOfATaskThatIsCancelled() async {
        let broadcast = Broadcast()
        let subscription = broadcast.subscribe()
        let reader = Task { await ids(subscription, 1) }
        reader.cancel()
        #expect(await reader.value == [])
        #expect(broadcast.census.subscribers == 0)
    }

    @Test func givesEveryoneOfManyReadersEverythingInOrder() async {
        let broadcast = Broadcast()
        let count = 300
        await withTaskGroup(of: [Int64?].self) { group in
            for _ in 0..<50 {
                let subscription = broadcast.subscribe()
                group.addTask { await ids(subscription, count) }
            }
            group.addTask {
                for id in 1...Int64(count) { broadcast.publish([notice(id)]) }
                return (1...Int64(count)).map(Optional.some)
            }
            for await seen in group { #expect(seen == (1...Int64(count)).map(Optional.some)) }
        }
    }

    @Test func givesASignOfLifeAtOnceAndWithEveryBeat() async {
        let broadcast = Broadcast(anchor: "J") { WallTime(nanoseconds: 0) }
        broadcast.publish([notice(1)])
        let subscription = broadcast.subscribe()
        let first = await subscription.turn()
        let pulse =
            "event: pulse\ndata: {\"anchor\":\"J\",\"last\":1,"
            + "\"now\":\"1970-01-01T00:00:00.000Z\"}\n\n"
        #expect(first?.pulse == [UInt8](pulse.utf8))
        #expect(first?.pieces.count == 1)
        broadcast.beat()
        let second = await subscription.turn()
        #expect(second?.pulse == [UInt8](pulse.utf8))
        #expect(second?.pieces.isEmpty == true)
    }

    @Test func evictsAReaderThatDoesNotComeBack() async {
        let broadcast = Broadcast(limit: Broadcast.Limit(patience: 3))
        await confirmation { evicted in
            let stuck = broadcast.subscribe { evicted() }
            for _ in 0..<5 { broadcast.beat() }
            #expect(await stuck.turn() == nil)
        }
        #expect(broadcast.census.dropped == 1)
    }
}
