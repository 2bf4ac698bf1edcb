import Testing

@testable import StepUp

/// What people say, in and out of order.
@Suite struct MarkTests {
    /// A room with procedure `P` open, and what was told forgotten.
    private static func room(_ plan: Plan = .rehearsal) -> Rehearsal {
        var room = Rehearsal()
        room.mark(.open(plan))
        room.hush()
        return room
    }

    @Test func aMarkToldTwiceHasOneEffect() {
        var room = Self.room()
        #expect(room.mark(.injection(site: "RHA", number: nil), key: "a") == .taken(again: false))
        room.hush()
        #expect(room.mark(.injection(site: "RHA", number: nil), key: "a") == .taken(again: true))
        #expect(room.told() == [])
    }

    @Test func anotherMarkUnderTheSameKeyIsRefused() {
        var room = Self.room()
        room.mark(.note("one"), key: "a")
        let answer = room.mark(.note("two"), key: "a")
        #expect(
            answer
                == .refused(
                    reason:
                        "The key 'a' was used for another mark: give every mark a key of its own."))
    }

    @Test func aRefusedMarkCanBeSentAgainUnderItsKey() {
        var room = Self.room()
        let draw = Mark.Action.draw(specimen: "T-01-RHV-030", place: nil)
        #expect(
            room.mark(draw, key: "d")
                == .refused(reason: "Injection 1 (RHA) is not marked yet: mark it, then draw."))
        #expect(room.told() == ["notice low mark-refused"])
        room.mark(.injection(site: "RHA", number: nil))
        #expect(room.mark(draw, key: "d") == .taken(again: false))
    }

    @Test func aProcedureThatDoesNotExistIsNamedWithTheOnesThatDo() {
        var room = Self.room()
        #expect(
            room.mark(.close, in: "Q")
                == .refused(
                    reason: "No procedure 'Q' is open: open it first, or mark one of P."))
        var nobody = Rehearsal()
        #expect(
            nobody.mark(.close)
                == .refused(reason: "No procedure 'P' is open: open it first."))
    }

    @Test func aPlanWithThousandsOfProblemsIsRefusedInAFewSentences() {
        var room = Rehearsal()
        var plan = Plan.rehearsal
        plan.tagging.sheet = (1...1000).map {
            .init(key: "X\($0)", place: .init(injection: 99, vein: "none", second: $0))
        }
        guard case .refused(let reason) = room.mark(.open(plan)) else {
            Issue.record("the plan was taken")
            return
        }
        #expect(reason.hasSuffix("There are 995 more problems: mend these first."))
        #expect(reason.utf8.count < 1000)
    }

    @Test func anImpossiblePlanIsRefusedWithItsProblems() {
        var plan = Plan.rehearsal
        plan.sites = []
        var room = Rehearsal()
        guard case .refused(let reason) = room.mark(.open(plan)) else {
            Issue.record("an impossible plan was taken")
            return
        }
        #expect(reason.contains("site"))
        #expect(room.station.procedures.isEmpty)
    }

    @Test func theSameNameIsOpenedOnce() {
        var room = Self.room()
        #expect(
            room.mark(.open(.rehearsal))
                == .refused(reason: "Procedure 'P' is open already: go on with it."))
    }

    @Test func twoProceduresWithTheSameLabelsAreRefused() {
        var room = Self.room()
        #expect(
            room.mark(.open(.rehearsal), in: "Q")
                == .refused(
                    reason: "Specimen ID T-01-RHV-000 belongs to procedure 'P' already: "
                        + "choose another tag or sheet."))
        #expect(
            room.mark(.open(Plan.rehearsal.tagged(labels: "U")), in: "Q") == .taken(again: false))
        room.hush()
        room.sends("U-01-RHV-000", "10")
        #expect(room.told("specimen") == ["specimen U-01-RHV-000 result 1/RHV/0"])
    }

    @Test func anInjectionMarksTheNextPlannedRunOfItsSite() {
        var room = Self.room()
        room.mark(.injection(site: "GDA", number: nil))
        #expect(room.told("procedure") == ["procedure open 1:RHA 2:GDA*"])
        #expect(room.told("prompt") == ["prompt 2:GDA RHV/0 LHV/0 RHV/30 LHV/30 RHV/60 LHV/60"])
    }

    @Test func aRepeatOfASiteIsAnotherInjectionWithItsOwnTubes() {
        var room = Self.room()
        room.mark(.injection(site: "RHA", number: nil))
        room.hush()
        room.at(400)
        room.mark(.injection(site: "RHA", number: nil))
        #expect(room.told("procedure") == ["procedure open 1:RHA* 2:GDA 3:RHA+*"])
        #expect(room.told("specimen").first == "specimen T-03-RHV-000 expected 3/RHV/0")
        #expect(room.told("specimen").count == 6)
    }

    @Test(arguments: [
        ("XYZ", nil, "The plan has no site 'XYZ': choose one of RHA, GDA."),
        ("GDA", 1, "Injection 1 is planned for RHA, not GDA: give the right number, or none."),
        ("GDA", 7, "There is no injection 7: they run from 1 to 2."),
        ("GDA", 0, "There is no injection 0: they run from 1 to 2."),
    ])
    func anInjectionThatCannotBeIsRefusedWithTheCure(site: String, number: Int?, reason: String) {
        var room = Self.room()
        #expect(room.mark(.injection(site: site, number: number)) == .refused(reason: reason))
    }

    @Test func anInjectionByNumberIsGivenOnce() {
        var room = Self.room()
        #expect(room.mark(.injection(site: "RHA", number: 1)) == .taken(again: false))
        #expect(
            room.mark(.injection(site: "RHA", number: 1))
                == .refused(
                    reason: "Injection 1 (RHA) was given already: leave the number out to repeat "
                        + "the site."))
    }

    @Test func anInjectionTooSoonIsTakenAndSaid() {
        var setup = Setup.rehearsal
        setup.hints.tooSoon = .init(watched: true)
        var room = Rehearsal(setup)
        room.mark(.open(.rehearsal))
        room.at(10)
        room.mark(.injection(site: "RHA", number: nil))
        room.at(309)
        room.hush()
        #expect(room.mark(.injection(site: "GDA", number: nil)) == .taken(again: false))
        #expect(room.told("hint") == ["hint too-soon 2/RHV/0"])
    }

    @Test func secondsAreMonotonicWhateverTheWallClockDoes() {
        var room = Self.room()
        room.at(100)
        room.mark(.injection(site: "RHA", number: nil))
        room.wall = WallTime(nanoseconds: 0)
        room.at(131.25)
        room.hush()
        room.mark(.draw(specimen: "T-01-RHV-030", place: nil))
        #expect(room.told("specimen") == ["specimen T-01-RHV-030 drawn 1/RHV/30 at 31.25"])
    }

    @Test func aCorrectedInjectionMovesItsDraws() {
        var room = Self.room()
        room.at(95)
        room.mark(.draw(specimen: "T-01-RHV-000", place: nil))
        room.at(100)
        room.mark(.injection(site: "RHA", number: nil))
        room.at(130)
        room.mark(.draw(specimen: "T-01-RHV-030", place: nil))
        room.hush()
        room.mark(.correctInjection(number: 1, shift: 4, reason: "stopwatch"))
        #expect(
            room.told("specimen") == [
                "specimen T-01-RHV-000 drawn 1/RHV/0 at -9.0",
                "specimen T-01-RHV-030 drawn 1/RHV/30 at 26.0",
            ])
    }

    @Test func aCorrectedDrawKeepsItsSecondAndAForgottenOneBecomesDrawn() {
        var room = Self.room()
        room.mark(.injection(site: "RHA", number: nil))
        room.hush()
        room.mark(.correctDraw(specimen: "T-01-RHV-030", second: 33.5, reason: "forgotten"))
        room.mark(.correctInjection(number: 1, shift: 2, reason: "stopwatch"))
        #expect(
            room.told("specimen") == ["specimen T-01-RHV-030 drawn 1/RHV/30 at 33.5"])
    }

    @Test func aDrawIsMarkedOnce() {
        var room = Self.room()
        room.mark(.draw(specimen: "T-01-RHV-000", place: nil))
        #expect(
            room.mark(.draw(specimen: nil, place: .init("1/RHV/0")))
                == .refused(
                    reason: "The tube of injection 1, RHV, second 0 was drawn already: correct its "
                        + "second, or void it and draw another one."))
    }

    @Test func notesAreKeptWithTheirAuthor() {
        var room = Self.room()
        room.mark(.note("second dose given"))
        #expect(
            room.station.procedures[0].notes == [
                ProcedureView.Note(
                    at: "2026-01-31T12:00:00.000Z", by: "operator", text: "second dose given")
            ])
    }

    @Test func afterTheCloseNothingIsInjectedOrDrawn() {
        var room = Self.room()
        room.mark(.close)
        let refusal = Station.Answer.refused(
            reason: "Procedure 'P' is closed: open a new one to go on injecting.")
        #expect(room.mark(.injection(site: "RHA", number: nil)) == refusal)
        #expect(room.mark(.draw(specimen: "T-01-RHV-000", place: nil)) == refusal)
        #expect(room.mark(.close) == refusal)
        #expect(room.mark(.note("late")) == .taken(again: false))
    }

    @Test(arguments: [Double.nan, .infinity, 1e9])
    func secondsThatAreNoneAreRefused(second: Double) {
        var room = Self.room()
        let answer = room.mark(
            .correctDraw(specimen: "T-01-RHV-000", second: second, reason: "typed"))
        #expect(
            answer == .refused(reason: "Seconds must be a number between -86400 and 86400."))
        room.mark(.injection(site: "RHA", number: nil))
        #expect(
            room.mark(.correctInjection(number: 1, shift: second, reason: "typed"))
                == .refused(reason: "Seconds must be a number between -86400 and 86400."))
    }
}
