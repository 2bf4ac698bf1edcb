import Protocols
import Testing

@testable import StepUp

@Suite struct BaselineTests {
    @Test func theLastDrawBeforeTheInjectionIsTheBaseline() {
        let verdict = Samples([-120: "10", 0: "20", 30: "39"]).verdict()
        #expect(verdict.baseline?.text == "20")
        #expect(verdict.state == .noStepUp)
    }

    @Test(arguments: ["x", "----", "0", "-3"])
    func anEarlierDrawStandsInForAUselessOneAndTheReasonsSaySo(_ last: String) {
        let verdict = Samples([-120: "10", 0: last, 30: "39"]).verdict()
        #expect(verdict.baseline?.second == -120)
        #expect(verdict.state == .stepUp)
        #expect(verdict.reasons.contains { $0.hasPrefix("The baseline at 0 s ") })
    }

    @Test func aLaterBaselineThatIsAwaitedKeepsTheVerdictProvisional() {
        let before = Samples([-120: "10", 0: "?", 30: "39"]).verdict()
        #expect(before.state == .stepUp)
        #expect(!before.final)
        #expect(before.reasons.contains("The baseline at 0 s is still awaited."))
        #expect(Samples([-120: "10", 0: "20", 30: "39"]).state == .noStepUp)
    }

    @Test func anEarlierBaselineThatIsAwaitedChangesNothing() {
        #expect(Samples([-120: "?", 0: "20", 30: "39"]).verdict().final)
    }

    @Test func aBaselineDrawnAfterTheInjectionIsNone() {
        var samples = Samples([30: "39"])
        samples.tubes.append(Tube(at: 0, "10", actual: 2.5))
        let verdict = samples.verdict()
        #expect(verdict.state == .unusable)
        let sentence =
            "The tube planned as a baseline was drawn at 2.5 s, after the injection."
        #expect(verdict.reasons.contains(sentence))
    }

    @Test func zeroIsSaidToGiveNoRatio() {
        let verdict = Samples([0: "0.00", 30: "39"]).verdict()
        #expect(verdict.state == .unusable)
        #expect(verdict.final)
        #expect(verdict.ratio == nil)
        #expect(
            verdict.reasons == [
                "The baseline at 0 s is zero, which gives no ratio.",
                "There is no usable baseline, so there is no ratio.",
            ])
    }

    @Test func neverTakesTheBaselineOfAnotherVeinOrInjection() {
        var samples = Samples([0: "10", 30: "39"])
        samples.tubes[0].place.vein = "LHV"
        #expect(samples.state == .unusable)
        samples.tubes[0].place = Mark.Place(injection: 2, vein: "RHV", second: 0)
        #expect(samples.state == .unusable)
    }

    private func samples(
        _ rule: Criterion.Baseline, _ values: KeyValuePairs<Int, String>
    ) -> Samples {
        var samples = Samples(values)
        samples.criterion.baseline = rule
        return samples
    }

    @Test func theMeanOfTwoBaselinesIsExact() {
        // The mean of 9.9 and 10.2 is 10.05: 20.1 is exactly twice that.
        #expect(samples(.mean, [-120: "9.9", 0: "10.2", 30: "20.1"]).state == .noStepUp)
        let verdict = samples(.mean, [-120: "9.9", 0: "10.2", 30: "20.11"]).verdict()
        #expect(verdict.state == .stepUp)
        #expect(verdict.reasons[0].contains("the baseline mean of 9.9, 10.2 uU/mL"))
    }

    @Test func theHighestOfTwoBaselinesCounts() {
        let verdict = samples(.highest, [-120: "12", 0: "10", 30: "23"]).verdict()
        #expect(verdict.state == .noStepUp)
        #expect(verdict.reasons[0].contains("the baseline highest of 12, 10 uU/mL"))
        #expect(samples(.highest, [-120: "<12", 0: "10", 30: "23"]).state == .undecided)
    }

    @Test func anEarlierBaselineThatIsAwaitedCanStillChangeAMean() {
        let verdict = samples(.mean, [-120: "?", 0: "10", 30: "25"]).verdict()
        #expect(verdict.state == .stepUp)
        #expect(!verdict.final)
    }

    @Test func aBoundAmongBaselinesMakesTheMeanABound() {
        #expect(samples(.mean, [-120: "<10", 0: "10", 30: "21"]).state == .stepUp)
        #expect(samples(.mean, [-120: "<10", 0: "10", 30: "15"]).state == .undecided)
        #expect(samples(.mean, [-120: "<10", 0: "10", 30: "9"]).state == .noStepUp)
    }

    @Test func aPairNamesItsSecondsAndOthersAreNotLookedAt() {
        var pair = samples(.mean, [-300: "40", -120: "9.9", 0: "10.2", 30: "20.11"])
        pair.criterion.baselineDraws = [-120, 0]
        #expect(pair.state == .stepUp)
    }

    @Test func baselinesInTwoUnitsAreNotJoined() {
        var mixed = samples(.mean, [0: "10", 30: "25"])
        mixed.tubes.append(Tube(at: -120, "60", unit: "pmol/L"))
        let verdict = mixed.verdict()
        #expect(verdict.state == .stepUp)
        #expect(
            verdict.reasons.contains(
                "The baseline at \u{2212}120 s is in pmol/L, the baseline in uU/mL: no ratio."))
    }
}
