import Testing

@testable import StepUp

/// A patient whose arteries or veins differ from the anatomy file.
@Suite struct DepartureTests {
    /// A room whose setup knows a variant, with a step-up after RHA in RHV.
    private static func room() -> Rehearsal {
        var setup = Setup.rehearsal
        setup.anatomy.variants = [
            Anatomy.Variant(
                id: "right-feeds-all", name: "right artery feeds all", read: "",
                feeds: ["RHA": ["S2", "S6"]], drains: ["RHV": ["S2", "S6"]])
        ]
        var room = Rehearsal(setup)
        room.mark(.open(.rehearsal))
        room.mark(.injection(site: "RHA", number: nil))
        room.sends("T-01-RHV-000", "10")
        room.sends("T-01-RHV-030", "41")
        room.hush()
        return room
    }

    private func producing(_ room: Rehearsal) -> [String] {
        room.station.procedures[0].map?.reading.regions ?? []
    }

    private func reason(_ action: Anatomy.Departure, in room: inout Rehearsal) -> String {
        guard case .refused(let reason) = room.mark(.anatomy(action, reason: "angiography"))
        else { return "taken" }
        return reason
    }

    @Test func whatAnArteryFeedsIsSaidAndTakenBack() {
        var room = Self.room()
        #expect(producing(room) == ["S6"])
        room.mark(.anatomy(.feeds(artery: "RHA", ["head"]), reason: "angiography"))
        #expect(room.news("map", "verdict", "result") == ["map pancreatic"])
        #expect(producing(room) == ["head"])
        #expect(room.station.procedures[0].map?.tree.text == "In this patient: RHA feeds head.")
        room.mark(.anatomy(.feeds(artery: "RHA", nil), reason: "mistaken"))
        #expect(producing(room) == ["S6"])
        #expect(room.station.procedures[0].map?.tree.text == nil)
    }

    @Test func aVariantIsChosenAndTakenBack() {
        var room = Self.room()
        room.mark(.anatomy(.variant("right-feeds-all", isChosen: true), reason: "angiography"))
        #expect(producing(room) == ["S2", "S6"])
        let tree = room.station.procedures[0].map?.tree
        #expect(tree?.variants == ["right-feeds-all"])
        #expect(tree?.text == "In this patient: right artery feeds all.")
        #expect(tree?.veins.first?.regions == ["S2", "S6"])
        room.mark(.anatomy(.variant("right-feeds-all", isChosen: false), reason: "mistaken"))
        #expect(producing(room) == ["S6"])
    }

    @Test func aPlanChoosesAVariantFromTheStart() {
        var room = Self.room()
        var plan = Plan.rehearsal.tagged(labels: "U")
        plan.variants = ["right-feeds-all"]
        room.mark(.open(plan), in: "Q")
        let map = room.station.procedure("Q")?.map
        #expect(map?.tree.variants == ["right-feeds-all"])
        plan.variants = ["left-feeds-all"]
        plan.tagging.labels = "V"
        guard case .refused(let reason) = room.mark(.open(plan), in: "R") else {
            Issue.record("an unknown variant was taken")
            return
        }
        #expect(
            reason == "The anatomy has no variant 'left-feeds-all': choose one of right-feeds-all.")
    }

    @Test func whatIsSaidOfOneVesselStandsOverTheVariant() {
        var room = Self.room()
        room.mark(.anatomy(.feeds(artery: "right hepatic artery", ["S6"]), reason: "seen"))
        room.mark(.anatomy(.variant("right-feeds-all", isChosen: true), reason: "seen"))
        #expect(producing(room) == ["S6"])
        #expect(room.station.procedures[0].map?.tree.sites.map(\.changed) == [true, false])
    }

    @Test func anArteryThatTheAnatomyDoesNotKnowIsToldWhatItFeeds() {
        var room = Self.room()
        var plan = Plan.rehearsal.tagged(labels: "U")
        plan.sites[0] = Plan.Site(id: "dome", name: "branch to the dome")
        room.mark(.open(plan), in: "Q")
        #expect(room.station.procedure("Q")?.map?.tree.sites.first?.known == false)
        room.mark(.anatomy(.feeds(artery: "dome", ["S6", "S2"]), reason: "seen"), in: "Q")
        #expect(room.station.procedure("Q")?.map?.tree.sites.first?.regions == ["S2", "S6"])
    }

    @Test func itOutlivesAChangedSetUp() {
        var room = Self.room()
        room.mark(.anatomy(.feeds(artery: "RHA", ["head"]), reason: "seen"))
        room.receive(.began(.rehearsal))
        room.sends("T-01-RHV-060", "42")
        #expect(producing(room) == ["head"])
    }

    @Test func theSameThingTwiceIsNoNews() {
        var room = Self.room()
        room.mark(.anatomy(.feeds(artery: "RHA", ["head", "S6"]), reason: "seen"))
        room.hush()
        room.mark(.anatomy(.feeds(artery: "RHA", ["S6", "head", "S6"]), reason: "seen again"))
        #expect(room.told("map") == [])
    }

    @Test func itMayBeSaidAfterTheClose() {
        var room = Self.room()
        room.mark(.close)
        #expect(reason(.feeds(artery: "RHA", ["head"]), in: &room) == "taken")
        #expect(producing(room) == ["head"])
    }

    @Test func whatThereIsNotIsRefusedWithTheCure() {
        var room = Self.room()
        #expect(
            reason(.feeds(artery: "LGA", ["S2"]), in: &room)
                == "Neither plan nor anatomy has a vessel 'LGA': choose one of RHA, GDA.")
        #expect(
            reason(.drains(vein: "cava", ["S2"]), in: &room)
                == "Neither plan nor anatomy has a vessel 'cava': choose one of RHV, LHV.")
        #expect(
            reason(.feeds(artery: "RHA", ["S9"]), in: &room)
                == "The map has no region 'S9': choose from S2, S6, head.")
        #expect(
            reason(.variant("x", isChosen: true), in: &room)
                == "The anatomy has no variant 'x': choose one of right-feeds-all.")
        #expect(reason(.variant("x", isChosen: false), in: &room) == "taken")
    }
}
