import Testing

@testable import StepUp

@Suite struct HormonalMapTests {
    @Test func aStepUpSpeaksForWhatItsArteryFeedsAndItsVeinDrains() {
        let findings = Findings(["RHA": "+--", "LHA": "---"])
        #expect(findings.regions(.producing) == ["S6", "S7", "S8"])
        #expect(findings.regions(.notProducing) == ["S2", "S5"])
        #expect(findings.regions(.notExamined) == ["head", "tail"])
        let segment = findings.map.regions[4]
        #expect(segment.reason == "RHA → RHV ×4.1 at 60 s; not seen in MHV.")
        #expect(segment.supporting == [1])
        #expect(
            segment.strongest
                == MapNews.Evidence(injection: 1, site: "RHA", vein: "RHV", ratio: 4.1, second: 60))
    }

    @Test func thePancreasSpeaksThroughEveryVein() {
        for row in ["+--", "-+-", "--+", "+++"] {
            #expect(Findings(["GDA": row, "SPA": "---"]).regions(.producing) == ["head"])
        }
        #expect(Findings(["GDA": "---", "SPA": "---"]).regions(.notProducing) == ["head", "tail"])
    }

    @Test func theMostDistalStepUpWins() {
        let findings = Findings(["PHA": "+--", "RHA": "+--", "A8": "+--"])
        #expect(findings.regions(.producing) == ["S8"])
        #expect(findings.regions(.undecided) == ["S6", "S7"])
        #expect(
            findings.map.regions[2].reason
                == "PHA → RHV ×4.1 at 60 s; RHA → RHV ×4.2 at 60 s: not singled out "
                + "(RHA steps up further out; A8 steps up further out).")
    }

    @Test func aStepUpInAnotherVeinExplainsNothing() {
        let findings = Findings(["PHA": "+-+", "RHA": "+--"])
        #expect(findings.regions(.producing) == ["S2", "S6", "S7", "S8"])
    }

    @Test func aBranchWithoutStepUpClearsItsSegment() {
        let findings = Findings(["RHA": "+--", "A8": "---"])
        #expect(findings.regions(.producing) == ["S6", "S7"])
        #expect(findings.regions(.notProducing) == ["S5", "S8"])
    }

    @Test func aTrunkThatAllItsBranchesContradictDecidesNothing() {
        let findings = Findings(["PHA": "--+", "LHA": "---"])
        #expect(findings.regions(.producing) == [])
        #expect(findings.regions(.undecided) == ["S2"])
        #expect(findings.map.reading.kind == .unclear)
    }

    @Test func aTrunkOfBothOrgansDecidesNothingWhereItsVeinsDoNot() {
        let alone = Findings(["CHA": ">+>"])
        #expect(alone.regions(.producing) == [])
        #expect(alone.regions(.undecided) == ["S2", "S5", "S6", "S7", "S8", "head"])
        #expect(alone.map.reading.kind == .unclear)
        let cleared = Findings(["CHA": "+--", "GDA": "---"])
        #expect(cleared.regions(.producing) == ["S6", "S7", "S8"])
        #expect(cleared.map.reading.kind == .hepatic)
    }

    @Test func whatIsOpenLeavesARegionUndecidedAndWhatDidNotBeginIsNotExamined() {
        #expect(Findings(["RHA": "-?-"]).regions(.undecided) == ["S5", "S8"])
        #expect(Findings(["RHA": "-.-"]).regions(.undecided) == ["S5", "S8"])
        #expect(Findings(["RHA": "xxx"]).regions(.undecided) == ["S5", "S6", "S7", "S8"])
        #expect(Findings(["RHA": "ooo"]).regions(.notExamined).count == 7)
    }

    @Test func aRepeatThatDoesNotStepUpIsSaid() {
        let findings = Findings(["RHA": "+--", "RHA": "---"])
        #expect(findings.regions(.producing) == ["S6", "S7", "S8"])
        #expect(
            findings.map.regions[2].reason == "RHA → RHV ×4.1 at 60 s; not after RHA (RHV).")
    }

    @Test func aSiteThatTheAnatomyDoesNotKnowInformsNoRegion() {
        let findings = Findings(["branch to the dome": "+--", "RHA": "---"])
        #expect(findings.regions(.producing) == [])
        #expect(findings.map.reading.kind == .unclear)
        #expect(findings.map.reading.text.contains("not in the anatomy file: branch to the dome"))
    }

    @Test func anArteryThatFeedsNothingOfTheMapPointsNowhere() {
        #expect(Findings(["LGA": "+--"]).map.reading.kind == .unclear)
    }

    @Test(arguments: ["right hepatic", "RIGHT HEPATIC ARTERY", "rha", "R.H.A.", " RHA "])
    func namesAreFoundHoweverTheyAreWritten(_ name: String) {
        #expect(Anatomy.small.artery(named: name)?.id == "RHA")
    }

    @Test(arguments: ["", "RH", "RHA2", "—"]) func anUnknownNameIsNotGuessed(_ name: String) {
        #expect(Anatomy.small.artery(named: name) == nil)
        #expect(Anatomy.small.vein(named: name) == nil)
    }

    @Test func theNameInFullIsLookedUpWhereTheIdIsNotKnown() {
        var plan = Findings(["x": "+--"]).plan
        plan.sites[0].name = "Right hepatic artery"
        let map = Anatomy.small.map(of: Findings(["x": "+--"]).verdicts, plan: plan)
        #expect(map.reading.kind == .hepatic)
    }

    @Test(arguments: 1...50) func theOrderOfTheVerdictsDoesNotMatter(_ seed: UInt64) {
        let findings = Findings(["RHA": "+-?", "A8": "+-.", "GDA": "---", "LHA": "--+"])
        var chance = Seed(seed)
        let shuffled = findings.verdicts.shuffled(using: &chance)
        #expect(Anatomy.small.map(of: shuffled, plan: findings.plan) == findings.map)
    }

    @Test func everyMapSaysThatItIsAnInference() {
        #expect(Findings(["RHA": "+--"]).map.basis.contains("never an imaging finding"))
    }
}
