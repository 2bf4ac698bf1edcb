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

    /// A liver tumour keeps one vein's baseline high: portal blood adds as much to it, which is a
    /// smaller factor there.
    @Test func veinsThatClimbByAsMuchFromUnequalBaselinesAreAlike() {
        func agreement(_ veins: [(baseline: Double?, ratio: Double)]) -> Agreement {
            let witnesses = veins.enumerated().map { vein, row in
                var witness = Witness(injection: 1, site: 0, vein: vein, fed: 3, reach: 2)
                witness.finding = Witness.Finding(
                    state: row.ratio > 2 ? .stepUp : .noStepUp, isFinal: true,
                    peak: .init(
                        ratio: row.ratio, highest: row.ratio, second: 30, baseline: row.baseline))
                return witness
            }
            return Agreement(around: 0, among: witnesses, margin: 1.5, pancreas: 2)
        }
        #expect(agreement([(8, 2.25), (20, 1.5), (8, 2.3)]) == .alike)
        #expect(agreement([(8, 2.25), (8, 1.1), (8, 1.1)]) == .specific(above: 1.5 * 1.1))
        #expect(agreement([(8, 4), (20, 1.1), (8, 1.2)]) == .specific(above: 1.5 * 1.1))
        // Without the number that one vein rose from, the factors alone decide.
        #expect(agreement([(8, 2.25), (nil, 1.1), (8, 2.3)]) == .specific(above: 1.5 * 1.1))
        #expect(agreement([(nil, 2.25), (8, 2.3)]) == .alike)
    }
}
