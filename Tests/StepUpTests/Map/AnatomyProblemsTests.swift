import Testing

@testable import StepUp

@Suite struct AnatomyProblemsTests {
    @Test func aGoodAnatomyHasNone() {
        #expect(Anatomy.small.problems() == [])
    }

    @Test func unknownRegionsAndSharedNamesAreSaid() {
        var anatomy = Anatomy.small
        anatomy.arteries[0].feeds.append("S9")
        anatomy.veins[0].drains.append("S10")
        anatomy.veins[1].aliases.append("l.h.v.")
        #expect(
            anatomy.problems() == [
                "Artery \"CHA\" feeds \"S9\", which is no region.",
                "Vein \"RHV\" drains \"S10\", which is no region.",
                "The name \"lhv\" belongs to more than one vein.",
            ])
    }

    @Test func moreRegionsThanAMapHolds() {
        var anatomy = Anatomy.small
        anatomy.regions = (1...65).map { Anatomy.Region(id: "S\($0)", name: "", organ: .liver) }
        anatomy.arteries = []
        anatomy.veins = []
        #expect(
            anatomy.problems() == ["The anatomy has 65 regions; at most 64 are taken."])
        let map = anatomy.map(of: [], plan: .insulin())
        #expect(map.regions.count == 64)
    }
}
