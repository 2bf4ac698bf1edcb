import Foundation
import Protocols
import StepUp
import Testing

@testable import Daemon

@Suite struct RoomTests {
    private let folder: Folder
    private let journal: Journal
    private let clock = DrivenClock(time: .seconds(5), wall: WallTime(nanoseconds: 7))

    init() throws {
        folder = try Folder()
        journal = try Journal(path: folder.file("j.sqlite"), program: "1.2.3")
    }

    private func bytes(_ text: String, on line: String = "lab") -> Moment.Event {
        .bytes(line: line, [UInt8](text.utf8), damage: LineDamage())
    }

    private func stored() throws -> [Moment] {
        var moments: [Moment] = []
        try journal.reader.moments(after: 0) { moments.append($0) }
        return moments
    }

    @Test func stampsWhatEntersAndStoresIt() throws {
        let room = try Room(journal: journal, clock: clock)
        let first = try room.enter([bytes("a"), .lost(line: "lab", reason: "gone")])
        clock.advance(by: .seconds(2))
        let second = try room.enter([.due])
        #expect(first.moments.map(\.number) == [1, 2])
        #expect(first.moments.map(\.time) == [.seconds(5), .seconds(5)])
        #expect(second.moments.map(\.time) == [.seconds(7)])
        #expect(second.moments.map(\.wall.nanoseconds) == [2_000_000_007])
        #expect(try stored() == first.moments + second.moments)
    }

    @Test func joinsNeighbouringBytesOfOneLine() {
        var hurt = LineDamage()
        hurt.framing = 1
        let events = [
            bytes("a"), .bytes(line: "lab", [UInt8]("b".utf8), damage: hurt), bytes("c", on: "x"),
            bytes("d"), .lost(line: "lab", reason: "gone"), bytes("e"), bytes("f"),
        ]
        #expect(
            Room.merged(events) == [
                .bytes(line: "lab", [UInt8]("ab".utf8), damage: hurt), bytes("c", on: "x"),
                bytes("d"), .lost(line: "lab", reason: "gone"), bytes("ef"),
            ])
    }

    @Test func storesNothingForNothing() throws {
        let room = try Room(journal: journal, clock: clock)
        #expect(try room.enter([]).moments.isEmpty)
        #expect(journal.head.number == 0)
    }

    @Test func holdsWhatCouldNotBeStoredAndLosesNothing() throws {
        let room = try Room(journal: journal, clock: clock)
        _ = try room.enter([bytes("a")])
        try journal.limit(pages: 1)
        let large = String(repeating: "b", count: 4 << 20)
        #expect(throws: JournalError.stalled("the disk is full")) {
            try room.enter([bytes(large), .mark(.note("lost"))])
        }
        #expect(room.isHolding)
        room.withdrawMarks()
        clock.advance(by: .seconds(9))
        try journal.limit(pages: 1 << 30)
        let entry = try room.enter([.due])
        #expect(!room.isHolding)
        #expect(entry.moments.map(\.event) == [bytes(large), .due])
        #expect(entry.moments.map(\.time) == [.seconds(5), .seconds(14)])
        #expect(try stored().map(\.number) == [1, 2, 3])
    }

    @Test func storesNothingMoreOnceTheDiskHasFailed() throws {
        let room = try Room(journal: journal, clock: clock)
        _ = try journal.pragma("query_only = 1")
        let first = try #require(
            #expect(throws: JournalError.self) { try room.enter([bytes("a")]) })
        _ = try journal.pragma("query_only = 0")
        #expect(throws: first) { try room.enter([bytes("b")]) }
        #expect(try stored().isEmpty)
    }
}

extension Mark {
    /// A note of nobody in particular.
    static func note(_ text: String) -> Mark {
        Mark(key: text, procedure: "p1", by: "physician", action: .note(text))
    }
}
