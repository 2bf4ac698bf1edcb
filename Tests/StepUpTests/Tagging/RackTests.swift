import Testing

@testable import StepUp

/// The four ways in which an ID leads to a tube.
@Suite struct RackTests {
    @Test func printedLabelsLeadToTheirTubes() {
        var rack = Rack(plan: Shared(.rehearsal))
        #expect(rack.add(site: "RHA") == [])
        let tube = rack.index(of: "T-01-LHV-030")
        #expect(tube.map { rack[$0].place } == Mark.Place("1/LHV/30"))
        #expect(rack.index(at: .init("1/LHV/30")) == tube)
    }

    @Test func aSheetLeadsToItsTubesAndTheRestAreUnbound() {
        var rack = Rack(plan: Shared(.rehearsal.tagged(sheet: ["X7": .init("1/RHV/60")])))
        #expect(rack.add(site: "RHA") == [])
        #expect(rack.index(of: "X7").map { rack[$0].place } == Mark.Place("1/RHV/60"))
        #expect(rack.specimens.compactMap(\.id) == ["X7"])
    }

    @Test func anIDForTwoTubesIsBoundToTheFirst() {
        var rack = Rack(
            plan: Shared(
                .rehearsal.tagged(sheet: ["X7": .init("1/RHV/0"), "X7": .init("1/RHV/60")])))
        #expect(rack.add(site: "RHA") == ["X7"])
        #expect(rack.index(of: "X7").map { rack[$0].place } == Mark.Place("1/RHV/0"))
    }

    @Test(arguments: ["0/RHV/0", "2/RHV/0", "1/MHV/0", "1/RHV/45", "-1/RHV/0"])
    func placesOutsideThePlanAreNone(place: String) {
        var rack = Rack(plan: Shared(.rehearsal))
        #expect(rack.index(at: .init("1/RHV/0")) == nil)
        _ = rack.add(site: "RHA")
        #expect(rack.index(at: .init(place)) == nil)
    }

    @Test func drawsAreOrderedHoweverThePlanLists() {
        var plan = Plan.rehearsal
        plan.draws = [60, -120, 30]
        var rack = Rack(plan: Shared(plan))
        _ = rack.add(site: "RHA")
        let lane = rack.lane(injection: 1, vein: 1, since: nil)
        #expect(lane.map(\.place.second) == [-120, 30, 60])
        #expect(lane.first?.specimen == "T-01-LHV-B120")
    }

    @Test func positionsTagResultsThatHaveNoID() {
        let plan = Plan.rehearsal.tagged(positions: [
            "^1^1": .init("1/RHV/0"), "^1^2": .init("1/RHV/30"),
        ])
        var room = Rehearsal()
        room.mark(.open(plan))
        room.hush()
        room.sends(Sent("", "10", position: "^1^1"))
        room.sends(Sent("", "25", position: "^1^2"))
        #expect(room.told("specimen").last == "specimen ? result 1/RHV/30")
        #expect(room.told("verdict").last == "verdict 1/RHV step-up x2.5")
    }

    @Test func aPositionSaysNothingWhereThereIsAnID() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal.tagged(positions: ["^1^1": .init("1/RHV/0")])))
        room.hush()
        room.sends(Sent("ROUTINE", "10", position: "^1^1"))
        #expect(room.told("specimen") == ["specimen ROUTINE held"])
    }

    @Test func aScanAtTheDrawBindsTheID() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal.tagged()))
        room.hush()
        room.mark(.draw(specimen: "S1", place: .init("1/RHV/0")))
        room.sends("S1", "10")
        #expect(
            room.told("specimen") == [
                "specimen S1 drawn 1/RHV/0", "specimen S1 result 1/RHV/0",
            ])
    }

    @Test func aScanWithoutAPlaceNeedsAKnownID() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal.tagged()))
        #expect(
            room.mark(.draw(specimen: "S1", place: nil))
                == .refused(
                    reason: "Specimen S1 is not known: name its place too, or assign it."))
        #expect(
            room.mark(.draw(specimen: nil, place: nil))
                == .refused(reason: "A draw names a specimen, a place, or both."))
    }

    @Test func oneIDForTwoPlacesIsRefusedTheSecondTime() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal.tagged()))
        room.mark(.draw(specimen: "S1", place: .init("1/RHV/0")))
        #expect(
            room.mark(.draw(specimen: "S1", place: .init("1/LHV/0")))
                == .refused(
                    reason:
                        "Specimen S1 belongs to injection 1, RHV, second 0 already: use another "
                        + "tube, or assign it anew."))
    }

    @Test func anIDOfAnotherProcedureIsRefused() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.mark(.open(.rehearsal.tagged()), in: "Q")
        #expect(
            room.mark(.draw(specimen: "T-01-RHV-000", place: .init("1/RHV/0")), in: "Q")
                == .refused(
                    reason: "Specimen T-01-RHV-000 belongs to procedure 'P' already: use another "
                        + "tube, or assign it anew."))
    }

    @Test func aVoidTubeIsDrawnAnewUnderAnotherID() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.mark(.draw(specimen: "T-01-RHV-000", place: nil))
        room.mark(.void(specimen: "T-01-RHV-000", reason: "clotted"))
        let draw = Mark.Action.draw(specimen: "T-01-RHV-000", place: .init("1/RHV/0"))
        #expect(
            room.mark(draw)
                == .refused(
                    reason: "Specimen T-01-RHV-000 is void: use a tube with another ID."))
        room.hush()
        room.mark(.draw(specimen: "SPARE", place: .init("1/RHV/0")))
        room.sends("SPARE", "10")
        room.sends("T-01-RHV-000", "99")
        #expect(
            room.told("specimen", "result", "notice") == [
                "specimen SPARE drawn 1/RHV/0", "result SPARE 10 1/RHV/0 run 1 current",
                "specimen SPARE result 1/RHV/0", "result T-01-RHV-000 99 1/RHV/0 run 1",
                "notice low result-of-void",
            ])
    }

    @Test func aVoidTubeSettlesItsVerdict() {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "11")
        room.hush()
        room.mark(.void(specimen: "T-01-RHV-060", reason: "lost"))
        #expect(room.told("verdict") == ["verdict 1/RHV undecided x1.1 final"])
        #expect(
            room.mark(.void(specimen: "T-01-RHV-060", reason: "lost"))
                == .refused(
                    reason: "Specimen T-01-RHV-060 is void: use a tube with another ID."))
    }
}
