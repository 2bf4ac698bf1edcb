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

    @Test func variantsThatNameNothingAreSaid() {
        var anatomy = Anatomy.small
        anatomy.variants = [
            Anatomy.Variant(id: "v", name: "", read: "", feeds: ["LHX": ["S2"]]),
            Anatomy.Variant(id: "v", name: "", read: "", drains: ["RHV": ["S3"], "cava": []]),
            Anatomy.Variant(id: "w", name: "", read: ""),
        ]
        #expect(
            anatomy.problems() == [
                "The variant \"v\" is there twice.",
                "Variant \"v\" changes \"LHX\", which is no artery.",
                "Variant \"v\": \"RHV\" drains \"S3\", which is no region.",
                "Variant \"v\" changes \"cava\", which is no vein.",
                "Variant \"w\" changes nothing.",
            ])
    }

    @Test(arguments: [0.5, -1, .infinity, .nan]) func aMarginBelowOneIsNone(_ margin: Double) {
        var anatomy = Anatomy.small
        anatomy.margins.agreement = margin
        #expect(
            anatomy.problems() == [
                "The margin of agreement must be a factor of 1 or more, not \(margin)."
            ])
    }

    @Test func aCodeWithAWrongCheckDigitIsSaid() {
        var anatomy = Anatomy.small
        anatomy.veins[0].snomed = .init(code: "272998003", term: "", standing: .unverified)
        #expect(
            anatomy.problems() == ["\"RHV\" has no SNOMED CT code: \"272998003\"."])
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
