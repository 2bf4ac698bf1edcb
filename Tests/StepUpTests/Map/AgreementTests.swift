import Testing

@testable import StepUp

/// What the veins of one injection say together.
@Suite struct AgreementTests {
    @Test func aTrunkWhoseVeinsAllRiseAlikeSpeaksForThePancreas() {
        let findings = Findings(["CHA": "+++"])
        #expect(findings.regions(.producing) == ["head"])
        #expect(findings.regions(.undecided) == ["S2", "S5", "S6", "S7", "S8"])
        #expect(findings.map.reading.kind == .pancreatic)
        #expect(
            findings.map.reading.doubts == [
                "CHA feeds both organs, which its veins alone tell apart"
            ])
        #expect(
            findings.map.regions[0].reason
                == "CHA → LHV ×4.1 at 60 s: not singled out "
                + "(all veins rise alike, as through the portal vein).")
    }

    @Test func aTrunkOfWhichOnlySomeVeinsRiseSpeaksForTheLiver() {
        let findings = Findings(["CHA": "+--"])
        #expect(findings.regions(.producing) == ["S6", "S7", "S8"])
        #expect(findings.regions(.notProducing) == ["S2", "S5", "head"])
        #expect(findings.map.reading.kind == .hepatic)
        let head = findings.map.regions[5].evidence
        #expect(head.map(\.says) == ["explained", "against", "against"])
        #expect(
            head.first?.why == "only some veins rise so much, as from a part of the liver")
    }

    @Test func whatAlsoRisesBesideAMuchHigherVeinIsLeftOpen() {
        let findings = Findings(["CHA": "^++"])
        #expect(findings.regions(.producing) == ["S6", "S7", "S8"])
        #expect(findings.regions(.undecided) == ["S2", "S5", "head"])
        #expect(findings.map.reading.kind == .hepatic)
    }

    @Test(arguments: ["+.+", "+o+", ">++", "+"])
    func nothingIsToldApartWhileVeinsAreAwaitedOrBounds(_ row: String) {
        let findings = Findings(["CHA": row])
        #expect(findings.regions(.producing) == [])
        #expect(findings.map.reading.kind == .unclear)
    }

    @Test func aVeinWithoutARatioIsLeftAside() {
        #expect(Findings(["CHA": "+x+"]).regions(.producing) == ["head"])
        #expect(Findings(["CHA": "+x-"]).regions(.producing) == ["S6", "S7", "S8"])
    }

    @Test func aSegmentThatDrainsToEveryVeinMakesAgreementSayNothing() {
        var anatomy = Anatomy.small
        anatomy.veins[2].drains = ["S2", "S8"]
        let findings = Findings(["CHA": "+++"], on: anatomy)
        #expect(findings.regions(.producing) == [])
        #expect(findings.map.reading.kind == .unclear)
    }

    @Test func aPancreaticArteryWhoseVeinsDifferIsAHintAndTakesNothingBack() {
        let reading = Findings(["GDA": "+--", "SPA": "---"]).map.reading
        #expect(reading.kind == .pancreatic)
        #expect(
            reading.doubts == [
                "GDA feeds the pancreas alone and not all veins rise alike, as streaming, reflux or "
                    + "recirculation can make them"
            ])
        #expect(Findings(["GDA": "+++", "SPA": "---"]).map.reading.doubts == [])
    }

    @Test func aHepaticArteryWhoseVeinsAllRiseAlikeIsAHintAndTakesNothingBack() {
        let reading = Findings(["PHA": "+++", "GDA": "---"]).map.reading
        #expect(reading.kind == .hepatic)
        #expect(
            reading.doubts == [
                "PHA feeds the liver alone and all veins rise alike, as in diffuse disease or by "
                    + "recirculating stimulant"
            ])
        #expect(Findings(["RHA": "+--", "GDA": "---"]).map.reading.doubts == [])
    }

    @Test func theMarginIsTheAnatomysOwn() {
        var anatomy = Anatomy.small
        anatomy.margins.agreement = 4
        // ×12 and ×4 are within a factor of four, beyond the usual one and a half.
        #expect(Findings(["CHA": "^+^"], on: anatomy).regions(.producing) == ["head"])
        #expect(!Findings(["CHA": "^+^"]).regions(.producing).contains("head"))
    }
}
