import Testing

@testable import StepUp

/// Notices that somebody has seen.
@Suite struct NoticeBoardTests {
    /// A room without a procedure that knows of a lost line, and the notice's number.
    private static func room() -> (Rehearsal, notice: Int64) {
        var room = Rehearsal()
        room.receive(.opened(line: "A", detail: "test"))
        room.receive(.lost(line: "A", reason: "unplugged"))
        let notice = room.announcements.last { $0.inBrief.hasSuffix("line-lost") }
        room.hush()
        return (room, notice?.id ?? 0)
    }

    @Test func aNoticeIsAcknowledgedForEverybodyAndStays() {
        var (room, notice) = Self.room()
        #expect(room.mark(.acknowledge(notice: notice), in: "") == .taken(again: false))
        #expect(room.told() == ["acknowledgement of \(notice) operator"])
    }

    @Test func theSecondWhoAcknowledgesItTellsNothingNew() {
        var (room, notice) = Self.room()
        room.mark(.acknowledge(notice: notice), in: "")
        room.hush()
        #expect(room.mark(.acknowledge(notice: notice), in: "") == .taken(again: false))
        #expect(room.told() == [])
    }

    @Test func whatIsNoNoticeIsRefused() {
        var (room, _) = Self.room()
        #expect(
            room.mark(.acknowledge(notice: 1), in: "")
                == .refused(
                    reason: "No notice 1 is remembered: name the number of a notice's announcement."
                ))
    }

    @Test func whatWasSeenOutlivesARest() throws {
        var (room, notice) = Self.room()
        room.mark(.acknowledge(notice: notice), in: "")
        room.receive(.opened(line: "A", detail: "test"))
        var next = Rehearsal(nil, rest: try #require(room.station.rest))
        next.mark(.acknowledge(notice: notice), in: "", key: "another")
        #expect(next.told() == [])
    }

    @Test func onlyTheLastNoticesAreRemembered() throws {
        var board = NoticeBoard()
        board.remember(Array(1...Int64(NoticeBoard.limit + 1)))
        #expect(throws: Refusal.unknownNotice(1)) { try board.acknowledge(1) }
        #expect(try board.acknowledge(2))
    }
}
