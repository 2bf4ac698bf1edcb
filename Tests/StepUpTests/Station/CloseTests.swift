import Testing

@testable import StepUp

/// How tubes are missed, and how a procedure leaves.
@Suite struct CloseTests {
    @Test func whatWasNotDrawnIsMissingAtTheClose() {
        var room = Rehearsal.withBaseline("10")
        room.hush()
        room.mark(.close)
        let states = room.told("specimen").map { $0.split(separator: " ")[2] }
        #expect(states.count == 10)
        #expect(Set(states) == ["missing"])
        #expect(room.told("procedure") == ["procedure closed 1:RHA* 2:GDA"])
        #expect(room.told("prompt") == ["prompt nothing"])
    }

    @Test func aDrawnTubeWithoutAResultIsMissingAfterItsPatience() {
        var room = Rehearsal.withBaseline("10")
        room.at(130 + 7199)
        room.hush()
        room.at(130 + 7200)
        #expect(room.told("specimen") == ["specimen T-01-RHV-030 missing 1/RHV/30 at 30.0"])
    }

    @Test func aMissingTubeWhoseResultComesAfterAllCounts() {
        var room = Rehearsal.withBaseline("10")
        room.at(8000)
        room.hush()
        room.sends("T-01-RHV-030", "25")
        #expect(
            room.told("specimen", "verdict") == [
                "specimen T-01-RHV-030 result 1/RHV/30 at 30.0", "verdict 1/RHV step-up x2.5",
            ])
    }

    @Test func lateResultsStillReviseAClosedProcedure() {
        var room = Rehearsal.withBaseline("10")
        room.mark(.close)
        room.hush()
        room.sends("T-01-RHV-030", "25")
        #expect(room.told("verdict") == ["verdict 1/RHV step-up x2.5 final"])
        #expect(room.told("map") == ["map hepatic"])
    }

    @Test func aClosedProcedureLeavesAfterItsPatienceAndTheStationRests() {
        var room = Rehearsal.withBaseline("10")
        room.mark(.close)
        #expect(room.station.rest == nil)
        room.at(600 + 4 * 3600)
        #expect(room.station.procedures.isEmpty)
        #expect(room.station.rest != nil)
        #expect(room.station.deadline == nil)
    }

    @Test func aNameIsNotUsedTwice() {
        var room = Rehearsal.withBaseline("10")
        room.mark(.close)
        room.at(600 + 4 * 3600)
        #expect(
            room.mark(.open(.rehearsal))
                == .refused(
                    reason: "There was a procedure 'P' before: choose another name for the new one."
                ))
    }

    @Test func thePromptGoesOnWhenTubesAreLetGo() {
        var room = Rehearsal.withBaseline("10")
        room.hush()
        room.at(601)
        #expect(room.station.procedures[0].prompt?.injection == 2)
    }

    @Test func anInjectionThatIsDrawnCompletelyPromptsTheNext() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        for vein in ["RHV", "LHV"] {
            room.mark(.draw(specimen: nil, place: .init("1/\(vein)/0")))
        }
        room.mark(.injection(site: "RHA", number: nil))
        for place in ["1/RHV/30", "1/LHV/30", "1/RHV/60"] {
            room.mark(.draw(specimen: nil, place: .init(place)))
        }
        room.hush()
        room.mark(.draw(specimen: nil, place: .init("1/LHV/60")))
        #expect(room.told("prompt") == ["prompt 2:GDA RHV/0 LHV/0 RHV/30 LHV/30 RHV/60 LHV/60"])
    }

    @Test func thePromptSaysWhenEachTubeIsDue() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.at(10)
        room.mark(.injection(site: "RHA", number: nil))
        let due = room.station.procedures[0].prompt?.draws.last?.due
        #expect(due?.description == "2026-01-31T12:01:10.000Z")
    }
}
