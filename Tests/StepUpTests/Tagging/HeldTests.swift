import Testing

@testable import StepUp

/// Specimens that are in no plan.
@Suite struct HeldTests {
    @Test func resultsWithoutAnyProcedureAreHeldWithoutANotice() {
        var room = Rehearsal()
        room.hush()
        room.sends("R1", "10")
        room.sends("R1", "11")
        #expect(
            room.told("result", "specimen", "notice") == [
                "result R1 10 run 1 current", "specimen R1 held",
                "result R1 11 run 2 current replaces 2",
            ])
    }

    @Test func theOldestLeaveWithANoticeWhenThereAreTooMany() {
        var held = Held()
        for number in 1...Held.limit {
            #expect(held.hold("S\(number)", Held.Entry(reason: "test")) == [])
        }
        let leaving = held.hold("LAST", Held.Entry(reason: "test"))
        #expect(leaving.count == Held.batch)
        #expect(leaving.first == "S1")
        #expect(held["S1"] == nil)
        #expect(held.order.count == Held.limit + 1 - Held.batch)

        var room = Rehearsal()
        for number in 0...Held.limit { room.sends("S\(number)", "10") }
        #expect(room.told("notice") == ["notice information held-forgotten"])
    }

    @Test func aResultWithNeitherIDNorPositionIsShownAndNotHeld() {
        var room = Rehearsal()
        room.hush()
        room.sends("", "10")
        #expect(room.told() == ["result  10 run 1", "line A open m1 r1"])
    }

    @Test func releasingForgets() {
        var held = Held()
        _ = held.hold("A", Held.Entry(reason: "test"))
        #expect(held.release("A")?.reason == "test")
        #expect(held.release("A") == nil)
        #expect(held.order == [])
    }
}
