import Testing

@testable import StepUp

/// Specimens that find their place late, or were at the wrong one.
@Suite struct AssignmentTests {
    /// RHA was injected at second 100; RHV was drawn at 30 s, and a mistyped ID came back.
    private static func room() -> Rehearsal {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-03O", "25")
        return room
    }

    @Test func anUnknownIDIsHeldWithASuggestionThatNobodyActsUpon() {
        var room = Rehearsal.withBaseline("10")
        room.hush()
        room.sends("T-01-RHV-03O", "25")
        #expect(
            room.told() == [
                "result T-01-RHV-03O 25 run 1 current",
                "specimen T-01-RHV-03O held like T-01-RHV-030", "notice medium held",
                "line A open m2 r2",
            ])
        #expect(room.station.held.map(\.specimen) == ["T-01-RHV-03O"])
    }

    @Test func anAssignedSpecimenBringsItsResultsAndIsJudged() {
        var room = Self.room()
        room.hush()
        #expect(room.mark(assign("T-01-RHV-03O", "1/RHV/30")) == .taken(again: false))
        #expect(
            room.told() == [
                "specimen T-01-RHV-03O result 1/RHV/30 at 30.0", "verdict 1/RHV step-up x2.5",
                "map hepatic",
            ])
        #expect(room.station.held == [])
        let results = room.station.procedures[0].results
        #expect(results.map(\.news.place) == [.init("1/RHV/0"), .init("1/RHV/30")])
    }

    @Test func aWronglyBoundSpecimenGoesToItsPlaceAndTheOldOneIsExpectedAgain() {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "25")
        room.hush()
        room.mark(assign("T-01-RHV-030", "1/LHV/30"))
        #expect(
            room.told("specimen", "verdict") == [
                "specimen ? expected 1/RHV/30", "verdict 1/RHV pending withdrawn",
                "specimen T-01-RHV-030 result 1/LHV/30 at 30.0",
                "verdict 1/LHV awaiting-baseline",
            ])
    }

    @Test func swappedLabelsArePutRightByTwoMarksAndEachPlaceKeepsItsDraw() {
        var room = Rehearsal.withBaseline("10")
        room.at(700)
        room.mark(.draw(specimen: "T-01-LHV-030", place: nil))
        room.sends("T-01-RHV-030", "25")
        room.sends("T-01-LHV-030", "11")
        room.hush()
        room.mark(assign("T-01-RHV-030", "1/LHV/30"))
        #expect(
            room.told("specimen", "notice") == [
                "specimen ? drawn 1/RHV/30 at 30.0",
                "specimen T-01-RHV-030 result 1/LHV/30 at 600.0",
                "specimen T-01-LHV-030 held", "notice medium held",
            ])
        room.hush()
        room.mark(assign("T-01-LHV-030", "1/RHV/30"))
        #expect(room.told("specimen") == ["specimen T-01-LHV-030 result 1/RHV/30 at 30.0"])
        #expect(room.station.held == [])
    }

    @Test func anIDThatNobodySawYetCanBeAssignedAhead() {
        var room = Rehearsal.withBaseline("10")
        room.mark(assign("NEW1", "1/RHV/30"))
        room.hush()
        room.sends("NEW1", "25")
        #expect(room.told("verdict") == ["verdict 1/RHV step-up x2.5"])
        room.hush()
        room.sends("T-01-RHV-030", "99")
        #expect(room.told("specimen") == ["specimen T-01-RHV-030 held"])
    }

    @Test func aSpecimenOfAnotherProcedureCanBeMovedHere() {
        var room = Rehearsal.withBaseline("10")
        room.mark(.open(Plan.rehearsal.tagged(labels: "U")), in: "Q")
        room.sends("T-01-RHV-030", "25")
        room.hush()
        room.mark(assign("T-01-RHV-030", "1/RHV/0"), in: "Q")
        let specimens = room.announcements.filter { $0.body.content.type == "specimen" }
        #expect(specimens.map(\.procedure) == ["P", "Q"])
        #expect(room.told("verdict").last == "verdict 1/RHV pending")
    }

    @Test func assignmentsThatCannotBeAreRefused() {
        var room = Self.room()
        #expect(
            room.mark(assign("T-01-RHV-03O", "9/RHV/30"))
                == .refused(
                    reason:
                        "The plan has no tube for injection 9, RHV, second 30: choose a planned "
                        + "one."))
        #expect(
            room.mark(assign("T-01-RHV-030", "1/RHV/30"))
                == .refused(
                    reason: "Specimen T-01-RHV-030 is at injection 1, RHV, second 30 already."))
    }

    @Test func aHeldSpecimenCanBeVoided() {
        var room = Self.room()
        room.hush()
        room.mark(.void(specimen: "T-01-RHV-03O", reason: "not ours"))
        #expect(room.told("specimen") == ["specimen T-01-RHV-03O void"])
        #expect(room.station.held == [])
    }

    @Test func resultsThatCameBeforeTheProcedureAreSaidAndNotTaken() {
        var room = Rehearsal()
        room.sends("T-01-RHV-000", "10")
        room.hush()
        room.mark(.open(.rehearsal))
        #expect(room.told("notice") == ["notice medium held-before"])
        #expect(room.station.held.map(\.specimen) == ["T-01-RHV-000"])
        room.hush()
        room.mark(assign("T-01-RHV-000", "1/RHV/0"))
        #expect(room.told("specimen") == ["specimen T-01-RHV-000 result 1/RHV/0"])
    }

    private func assign(_ specimen: String, _ place: String) -> Mark.Action {
        .assign(specimen: specimen, place: .init(place), reason: "read off the tube")
    }
}
