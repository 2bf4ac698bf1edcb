import Protocols
import Testing

@testable import StepUp

/// Rules by which the highest peak of all sites wins.
@Suite struct ContestTests {
    private static var highest: Criterion {
        var rule = Criterion.atLeastTwice
        (rule.id, rule.ratio, rule.decides) = ("peak-ratio", nil, .highest)
        return rule
    }

    private func samples(
        _ values: KeyValuePairs<Int, String>, by rule: Criterion = Self.highest,
        against rivals: [Contender] = []
    ) -> Samples {
        var samples = Samples(values)
        (samples.criterion, samples.contenders) = (rule, rivals)
        return samples
    }

    private func rival(
        _ site: String, _ values: KeyValuePairs<Int, String>, vein: String = "RHV",
        by rule: Criterion = Self.highest
    ) -> Contender {
        samples(values, by: rule).contender(site, vein)
    }

    @Test func theHighestRatioWinsHoweverLowItIs() {
        let verdict = samples(
            [0: "10", 30: "15"], against: [rival("LHA", [0: "10", 30: "14"])]
        ).verdict()
        #expect(verdict.state == .stepUp)
        #expect(verdict.final)
        #expect(
            verdict.reasons.contains(
                "It is the highest of all sites; next is LHA in RHV, 1.4 ×."))
    }

    @Test func whatIsSurpassedIsNoStepUpAndNamesTheHigherSite() {
        let verdict = samples(
            [0: "10", 30: "90"], against: [rival("LHA", [0: "10", 30: "91"])]
        ).verdict()
        #expect(verdict.state == .noStepUp)
        #expect(verdict.reasons.contains("LHA in RHV, 9.1 × is higher."))
    }

    @Test func equalPeaksStayUndecided() {
        let samples = samples([0: "10", 30: "90"], against: [rival("LHA", [0: "20", 30: "180"])])
        #expect(samples.state == .undecided)
    }

    @Test func aSiteThatIsAwaitedKeepsEveryVerdictPending() {
        let verdict = samples(
            [0: "10", 30: "90"], against: [rival("LHA", [0: "10", 30: "?"])]
        ).verdict()
        #expect(verdict.state == .pending)
        #expect(!verdict.final)
        #expect(verdict.reasons.contains("Higher peaks can still come after LHA."))
    }

    @Test func aSiteThatIsAwaitedDoesNotSaveOneThatIsSurpassed() {
        let samples = samples(
            [0: "10", 30: "90"],
            against: [rival("LHA", [0: "10", 30: "99"]), rival("GDA", [0: "10", 30: "?"])])
        #expect(samples.state == .pending || samples.state == .noStepUp)
        #expect(samples.verdict().reasons.contains("LHA in RHV, 9.9 × is higher."))
    }

    @Test func aSiteWithoutARatioCouldHaveBeenHigher() {
        let verdict = samples(
            [0: "10", 30: "90"], against: [rival("LHA", [0: "x", 30: "99"])]
        ).verdict()
        #expect(verdict.state == .undecided)
        #expect(verdict.final)
        #expect(verdict.reasons.contains("Without a ratio, and perhaps higher: LHA."))
    }

    @Test func aBoundWinsOverWhatIsBelowIt() {
        let low = rival("LHA", [0: "10", 30: "30"])
        #expect(samples([0: "10", 30: ">300"], against: [low]).state == .stepUp)
        let high = rival("LHA", [0: "10", 30: ">300"])
        #expect(samples([0: "10", 30: ">400"], against: [high]).state == .undecided)
    }

    @Test func aRepeatOfTheSameSiteIsNoRival() {
        let again = rival("RHA", [0: "10", 30: "95"])
        #expect(samples([0: "10", 30: "90"], against: [again]).state == .stepUp)
    }

    @Test func veinsAreComparedByPolicy() {
        let other = rival("LHA", [0: "10", 30: "95"], vein: "LHV")
        #expect(samples([0: "10", 30: "90"], against: [other]).state == .noStepUp)
        var each = Self.highest
        each.veins = .each
        #expect(samples([0: "10", 30: "90"], by: each, against: [other]).state == .stepUp)
    }

    @Test func aThresholdComesFirstAndThenTheHighest() {
        var four = Self.highest
        four.ratio = ExactDecimal(digits: 4, scale: 0)
        let high = rival("LHA", [0: "10", 30: "60"], by: four)
        #expect(samples([0: "10", 30: "50"], by: four).state == .stepUp)
        #expect(samples([0: "10", 30: "50"], by: four, against: [high]).state == .noStepUp)
        let low = rival("LHA", [0: "10", 30: "39"], by: four)
        #expect(samples([0: "10", 30: "39"], by: four, against: [low]).state == .noStepUp)
        let verdict = samples([0: "10", 30: "40"], by: four, against: [low]).verdict()
        #expect(verdict.state == .stepUp)
        #expect(
            verdict.reasons.contains("It is the highest: no other site passes the rule."))
    }

    /// At most one site wins in a vein, whatever the results.
    @Test(arguments: 1...200) func neverTwoWinners(_ seed: UInt64) {
        var chance = Seed(seed)
        let sites = ["RHA", "LHA", "GDA"]
        let all = sites.map { site in
            var one = Samples(random: &chance)
            one.criterion.ratio = nil
            one.criterion.decides = .highest
            return (site, one)
        }
        let contenders = all.map { $1.contender($0) }
        let winners = all.filter { site, samples in
            let plan = Plan.insulin(samples.criterion)
            let verdict = samples.criterion.verdict(
                injection: 1, site: site, vein: "RHV", tubes: samples.tubes, plan: plan,
                among: contenders)
            return verdict.state == .stepUp
        }
        #expect(winners.count <= 1)
    }
}
