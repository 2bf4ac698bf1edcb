import Testing

@testable import StepUp

/// Marks that were made by mistake.
@Suite struct WithdrawalTests {
    private static let mistake = "pressed by mistake"

    private static func withdraw(_ number: Int) -> Mark.Action {
        .withdrawInjection(number: number, reason: mistake)
    }

    @Test func anInjectionMarkedByMistakeIsPlannedAgainAndTheRecordKeepsBoth() throws {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.mark(.draw(specimen: nil, place: .init("1/RHV/0")))
        room.at(100)
        room.mark(.injection(site: "RHA", number: nil))
        room.at(104)
        room.hush()
        #expect(room.mark(Self.withdraw(1)) == .taken(again: false))
        #expect(
            room.told() == [
                "procedure open 1:RHAw 2:GDA", "specimen T-01-RHV-000 drawn 1/RHV/0",
                "verdict 1/RHV awaiting-baseline",
                "prompt 1:RHA LHV/0 RHV/30 LHV/30 RHV/60 LHV/60",
                "notice information injection-withdrawn",
            ])
        let run = try #require(room.station.procedures.first?.procedure.injections.first)
        #expect(run.zero == nil && run.dose == nil)
        #expect(
            run.withdrawn == [
                Withdrawal(
                    marked: ShownTime(room.wall.later(by: 100)),
                    at: ShownTime(room.wall.later(by: 104)), by: "operator", reason: Self.mistake)
            ])
        room.hush()
        room.at(200)
        room.mark(.injection(site: "RHA", number: 1))
        #expect(room.told("procedure") == ["procedure open 1:RHA*w 2:GDA"])
        #expect(room.told("specimen") == ["specimen T-01-RHV-000 drawn 1/RHV/0 at -200.0"])
    }

    @Test func whatWasDrawnAfterItIsHeldAndItsStepUpIsTakenBack() {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "25")
        room.hush()
        room.mark(Self.withdraw(1))
        #expect(
            room.told() == [
                "procedure open 1:RHAw 2:GDA", "specimen T-01-RHV-000 result 1/RHV/0",
                "specimen ? expected 1/RHV/30 withdrawn operator",
                "verdict 1/RHV pending withdrawn", "prompt 1:RHA LHV/0 RHV/30 LHV/30 RHV/60 LHV/60",
                "map incomplete", "specimen T-01-RHV-030 held",
                "notice medium injection-withdrawn",
            ])
        #expect(room.station.held.map(\.reason) == ["injection 1 (RHA) was withdrawn"])
    }

    @Test func aHeldTubeBringsItsTimeToTheInjectionThatWasGivenInstead() {
        var room = Rehearsal.withBaseline("10")
        room.mark(Self.withdraw(1))
        room.mark(.injection(site: "GDA", number: nil))
        room.mark(.correctInjection(number: 2, shift: -500, reason: "it was GDA"))
        room.hush()
        room.mark(
            .assign(specimen: "T-01-RHV-030", place: .init("2/RHV/30"), reason: "it was GDA"))
        #expect(room.told("specimen") == ["specimen T-01-RHV-030 drawn 2/RHV/30 at 30.0"])
        room.hush()
        room.sends("T-01-RHV-030", "25")
        #expect(room.told("specimen") == ["specimen T-01-RHV-030 result 2/RHV/30 at 30.0"])
    }

    @Test func aLabelThatIsHeldWithoutResultsCanBeDrawnAnew() {
        var room = Rehearsal.withBaseline("10")
        room.mark(Self.withdraw(1))
        room.at(700)
        room.mark(.injection(site: "RHA", number: nil))
        room.at(731)
        room.hush()
        room.mark(.draw(specimen: "T-01-RHV-030", place: .init("1/RHV/30")))
        #expect(
            room.told("specimen", "notice") == [
                "specimen T-01-RHV-030 drawn 1/RHV/30 at 31.0 withdrawn operator"
            ])
        #expect(room.station.held == [])
    }

    @Test func anInjectionThatOnlyItsMarkHadAskedForIsDropped() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.mark(.injection(site: "RHA", number: nil))
        room.at(400)
        room.mark(.injection(site: "RHA", number: nil))
        room.hush()
        room.mark(Self.withdraw(3))
        #expect(room.told("procedure") == ["procedure open 1:RHA* 2:GDA 3:RHA+-w"])
        #expect(room.told("specimen").count == 6)
        #expect(room.told("specimen").allSatisfy { $0.contains(" missing 3/") })
        #expect(room.told("prompt") == ["prompt 2:GDA RHV/0 LHV/0 RHV/30 LHV/30 RHV/60 LHV/60"])
        #expect(room.mark(Self.withdraw(1)) == .taken(again: false))
    }

    @Test func theTeamGoesBackToTheInjectionThatRuns() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.mark(.injection(site: "RHA", number: nil))
        room.at(20)
        room.mark(.injection(site: "GDA", number: nil))
        room.hush()
        room.mark(Self.withdraw(2))
        #expect(room.told("prompt") == ["prompt 1:RHA RHV/0 LHV/0 RHV/30 LHV/30 RHV/60 LHV/60"])
    }

    @Test func afterTheCloseItsTubesAreMissing() {
        var room = Rehearsal.withBaseline("10")
        room.mark(.close)
        room.hush()
        room.mark(Self.withdraw(1))
        #expect(
            room.told("specimen").contains("specimen ? missing 1/RHV/30 withdrawn operator"))
    }

    @Test func aDrawMarkedByMistakeIsExpectedAgain() {
        var room = Rehearsal.withBaseline("10")
        room.hush()
        room.mark(.withdrawDraw(.init("1/RHV/30"), reason: Self.mistake))
        #expect(
            room.told() == [
                "specimen T-01-RHV-030 expected 1/RHV/30 withdrawn operator"
            ])
        room.at(640)
        room.mark(.draw(specimen: "T-01-RHV-030", place: nil))
        #expect(
            room.told("specimen").last
                == "specimen T-01-RHV-030 drawn 1/RHV/30 at 540.0 withdrawn operator")
    }

    @Test func anIDThatWasScannedWithTheDrawGoesWithIt() {
        var room = Rehearsal()
        room.mark(.open(Plan.rehearsal.tagged()))
        room.mark(.draw(specimen: "S1", place: .init("1/RHV/0")))
        room.hush()
        room.mark(.withdrawDraw(.init("1/RHV/0"), reason: Self.mistake))
        #expect(room.told("specimen") == ["specimen ? expected 1/RHV/0 withdrawn operator"])
        #expect(
            room.mark(.draw(specimen: "S1", place: .init("1/LHV/0"))) == .taken(again: false))
    }

    @Test func resultsStayWithATubeWhoseDrawIsTakenBack() {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "25")
        room.hush()
        room.mark(.withdrawDraw(.init("1/RHV/30"), reason: Self.mistake))
        #expect(
            room.told("specimen") == [
                "specimen T-01-RHV-030 result 1/RHV/30 withdrawn operator"
            ])
    }

    @Test func whatWasNotMarkedCannotBeTakenBack() {
        var room = Rehearsal.withBaseline("10")
        #expect(
            room.mark(Self.withdraw(2))
                == .refused(reason: "Injection 2 (GDA) is not marked yet: mark it, then draw."))
        #expect(
            room.mark(Self.withdraw(9))
                == .refused(reason: "There is no injection 9: they run from 1 to 2."))
        #expect(
            room.mark(.withdrawDraw(.init("2/RHV/30"), reason: Self.mistake))
                == .refused(
                    reason: "The tube of injection 2, RHV, second 30 is not marked as drawn: there "
                        + "is nothing to take back."))
    }
}
