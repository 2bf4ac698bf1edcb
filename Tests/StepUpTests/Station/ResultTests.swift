import Protocols
import Testing

@testable import StepUp

/// Which result of a specimen counts.
@Suite struct ResultTests {
    /// A room whose baseline of RHA in RHV is 10, with what was told before forgotten.
    private static func room() -> Rehearsal {
        var room = Rehearsal.withBaseline("10")
        room.hush()
        return room
    }

    @Test func theSameResultAgainIsARepeatAndChangesNothing() {
        var room = Self.room()
        room.sends("T-01-RHV-000", "10")
        #expect(
            room.told("result", "verdict", "map", "specimen") == [
                "result T-01-RHV-000 10 1/RHV/0 run 1 repeat"
            ])
    }

    @Test(arguments: ["R", "V", "F\\R"])
    func aRetransmittedStatusIsStillARepeat(status: String) {
        var room = Self.room()
        room.sends(Sent("T-01-RHV-000", "10", status: status))
        #expect(room.told("result") == ["result T-01-RHV-000 10 1/RHV/0 run 1 repeat"])
    }

    @Test func anotherCompletionTimeIsARerunThoughItsValueIsTheSame() {
        var room = Self.room()
        room.sends(Sent("T-01-RHV-000", "10", measured: "20260131124000"))
        #expect(room.told("result") == ["result T-01-RHV-000 10 1/RHV/0 run 2 current replaces 28"])
        let results = room.station.procedures[0].results
        #expect(results.map(\.news.isCurrent) == [false, true])
        #expect(results.map(\.news.run) == [1, 2])
    }

    @Test func aResultThatWasMeasuredEarlierIsShownAndDoesNotCount() {
        var room = Self.room()
        room.sends(Sent("T-01-RHV-000", "99", measured: "20260131110000"))
        #expect(room.told("result", "verdict") == ["result T-01-RHV-000 99 1/RHV/0 run 2"])
    }

    @Test func aCorrectionCountsWhateverItsTime() {
        var room = Self.room()
        room.sends(Sent("T-01-RHV-000", "12", status: "C", measured: "20260131110000"))
        #expect(room.told("result") == ["result T-01-RHV-000 12 1/RHV/0 run 2 current replaces 28"])
    }

    @Test func aCancellationTakesTheResultAway() {
        var room = Self.room()
        room.sends(Sent("T-01-RHV-000", "", status: "X", measured: "20260131125000"))
        #expect(
            room.told("result", "specimen", "verdict", "notice") == [
                "result T-01-RHV-000  1/RHV/0 run 1 replaces 28",
                "notice medium result-cancelled",
                "specimen T-01-RHV-000 received 1/RHV/0 at -5.0",
                "verdict 1/RHV awaiting-baseline",
            ])
        room.sends(Sent("T-01-RHV-000", "11", measured: "20260131130000"))
        #expect(room.told("verdict").last == "verdict 1/RHV pending")
    }

    @Test func aRecordWithoutAValueIsSaidAndDoesNotCount() {
        var room = Self.room()
        room.sends("T-01-RHV-030", "-----")
        #expect(
            room.told("result", "specimen", "notice", "verdict") == [
                "result T-01-RHV-030 ----- 1/RHV/30 run 1", "notice medium no-value",
                "specimen T-01-RHV-030 received 1/RHV/30 at 30.0",
            ])
    }

    @Test func controlMaterialIsNobodysThoughItBearsAnExpectedID() {
        var room = Self.room()
        room.sends(Sent("T-01-RHV-030", "25", action: "Q"))
        #expect(
            room.told("result", "specimen", "verdict") == ["result T-01-RHV-030 25 run 1"])
    }

    @Test func anotherAnalyteIsShownAndDoesNotDisturbTheHormone() {
        var room = Self.room()
        room.sends(Sent("T-01-RHV-000", "3.1", test: "CPep"))
        #expect(
            room.told("result", "specimen", "verdict", "notice") == [
                "result T-01-RHV-000 3.1 1/RHV/0 run 1 current"
            ])
    }

    @Test func anUnknownTestCodeIsSaid() {
        var room = Self.room()
        room.sends(Sent("T-01-RHV-030", "25", test: "INS-NEW"))
        #expect(room.told("notice", "verdict") == ["notice medium unmapped-test"])
        #expect(room.told("specimen") == ["specimen T-01-RHV-030 received 1/RHV/30 at 30.0"])
    }

    @Test func resultsOutOfOrderAreJudgedByTheirDraws() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.at(100)
        room.mark(.injection(site: "RHA", number: nil))
        room.sends("T-01-RHV-060", "11")
        room.sends("T-01-RHV-030", "25")
        room.hush()
        room.sends("T-01-RHV-000", "10")
        #expect(room.told("verdict") == ["verdict 1/RHV step-up x2.5 final"])
    }

    @Test func aRepeatThatTheProcedureDoesNotHoldIsTaken() {
        var room = Rehearsal()
        room.sends("T-01-RHV-000", "10")
        room.mark(.open(.rehearsal))
        room.hush()
        room.sends("T-01-RHV-000", "10")
        #expect(
            room.told("result", "specimen") == [
                "result T-01-RHV-000 10 1/RHV/0 run 1 current repeat",
                "specimen T-01-RHV-000 result 1/RHV/0",
            ])
    }

    @Test func exactlyTwiceIsNoStepUp() {
        var room = Self.room()
        room.sends("T-01-RHV-030", "20.00")
        room.sends("T-01-RHV-060", "20.0")
        #expect(room.told("verdict").last == "verdict 1/RHV no-step-up x2.0 final")
    }

    @Test func memoryOfOneSpecimenIsBounded() {
        var room = Self.room()
        for minute in 10...59 {
            room.sends(Sent("T-01-RHV-000", "\(minute)", measured: "202601311400\(minute)"))
        }
        let results = room.station.procedures[0].results
        #expect(results.count == History.limit)
        #expect(results.last?.news.run == 51)
        #expect(results.filter(\.news.isCurrent).count == 1)
    }
}
