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
}
