import Protocols
import Testing

@testable import StepUp

@Suite struct WindowTests {
    @Test func theActualSecondJudgesNotThePlannedOne() {
        var samples = Samples([0: "10"])
        samples.criterion.window = Criterion.Window(from: 20, to: 60)
        samples.tubes.append(Tube(at: 60, "39", actual: 60.5))
        #expect(samples.state == .undecided)
        #expect(
            samples.verdict().reasons.contains(
                "The draw at 60.5 s is outside the window of 20 to 60 s and does not count."))
        samples.tubes[1].actual = 60
        #expect(samples.state == .stepUp)
        samples.tubes[1] = Tube(at: 15, "39", actual: 20)
        #expect(samples.state == .stepUp)
        samples.tubes[1].actual = 19.9
        #expect(samples.state == .undecided)
    }

    @Test func thePlannedSecondStandsInForADrawThatWasNotMarked() {
        var samples = Samples([0: "10", 30: "39"])
        samples.tubes[1].actual = nil
        let verdict = samples.verdict()
        #expect(verdict.state == .stepUp)
        #expect(verdict.second == 30)
        #expect(
            verdict.reasons.last
                == "Not marked when drawn, so that the planned second stands in: 30 s.")
    }

    @Test func aDrawAwaitedOutsideTheWindowKeepsNothingOpen() {
        var samples = Samples([0: "10", 30: "12", 120: "?"])
        samples.criterion.window = Criterion.Window(from: 0, to: 60)
        #expect(samples.state == .noStepUp)
        #expect(samples.verdict().final)
    }

    @Test func secondZeroIsABaselineEvenIfTheWindowBeginsThere() {
        #expect(Samples([0: "10", 30: "12"]).verdict().baseline?.second == 0)
        #expect(Samples([-120: "10", 0: "90", 30: "12"]).state == .noStepUp)
    }
}
