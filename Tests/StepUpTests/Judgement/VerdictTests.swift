import Protocols
import Testing

@testable import StepUp

@Suite struct VerdictTests {
    @Test func callsMoreThanTwiceTheBaselineAStepUp() {
        let verdict = Samples([0: "10.0", 20: "12.0", 40: "41.0", 60: "25"]).verdict()
        #expect(verdict.state == .stepUp)
        #expect(verdict.final)
        #expect(verdict.ratio == VerdictNews.Ratio(low: 4.1, high: 4.1))
        #expect(verdict.second == 40)
        #expect(verdict.baseline?.text == "10.0")
        #expect(verdict.peak?.result == 3)
        let rise = "41.0 at 40 s is 4.1 × the baseline 10.0 uU/mL (rule: more than 2 ×)."
        #expect(verdict.reasons == [rise])
    }

    @Test(arguments: [
        ("10", "20"), ("10.0", "20.00"), ("1e1", "2.0e1"), ("0.0005", "0.0010"), (".5", "1."),
        ("123456.789", "246913.578"), ("7.50", "15"), ("3", "6.000000000000"),
        ("0.1", "0.2"), ("0.3", "0.6"), ("1.1", "2.2"), ("33.3", "66.6"), ("10", "2e1"),
    ]) func twoPointZeroIsNoStepUpWhereMoreIsAsked(_ pair: (baseline: String, peak: String)) {
        var samples = Samples([0: pair.baseline, 30: pair.peak])
        #expect(samples.state == .noStepUp)
        #expect(samples.verdict().ratio == VerdictNews.Ratio(low: 2, high: 2))
        samples.criterion = .atLeastTwice
        #expect(samples.state == .stepUp)
    }

    @Test(arguments: [
        ("10", "20.0000000001", VerdictNews.State.stepUp), ("10", "19.9999999999", .noStepUp),
        ("0.1", "0.20000000000001", .stepUp), ("123456789.012345", "246913578.024691", .stepUp),
        ("123456789.012345", "246913578.024689", .noStepUp),
    ]) func aHairBesideTwoDecidesAlike(
        _ row: (baseline: String, peak: String, state: VerdictNews.State)
    ) {
        var samples = Samples([0: row.baseline, 30: row.peak])
        #expect(samples.state == row.state)
        #expect(samples.verdict().ratio?.low != 2)
        samples.criterion = .atLeastTwice
        #expect(samples.state == row.state)
    }

    @Test(arguments: [
        // baseline, peak, more than 2, at least 2
        ("20", ">300", VerdictNews.State.stepUp, VerdictNews.State.stepUp),
        ("200", ">300", .undecided, .undecided),
        ("150", ">300", .stepUp, .stepUp),
        ("150", ">=300", .undecided, .stepUp),
        ("<2", "10", .stepUp, .stepUp),
        ("<2", "4", .stepUp, .stepUp),
        ("<=2", "4", .undecided, .stepUp),
        ("<2", "3.9", .undecided, .undecided),
        ("<2", "<2", .undecided, .undecided),
        ("<2", ">300", .stepUp, .stepUp),
        ("2", "<4", .noStepUp, .noStepUp),
        ("2", "<=4", .noStepUp, .undecided),
        ("2", "<4.1", .undecided, .undecided),
        (">300", ">300", .undecided, .undecided),
        (">300", "600", .noStepUp, .noStepUp),
        (">=300", "600", .noStepUp, .undecided),
        (">300", "601", .undecided, .undecided),
        ("5", "0", .noStepUp, .noStepUp),
        ("<2", "0", .noStepUp, .noStepUp),
        ("0", "10", .unusable, .unusable),
        ("<0", "10", .unusable, .unusable),
        ("-1", "10", .unusable, .unusable),
        ("----", "10", .unusable, .unusable),
        ("x", "10", .unusable, .unusable),
        ("?", "10", .awaitingBaseline, .awaitingBaseline),
        ("10", "?", .pending, .pending),
        ("10", "x", .undecided, .undecided),
        ("10", "----", .undecided, .undecided),
    ]) func boundsDecideOnlyWhatTheyProve(
        _ row: (
            baseline: String, peak: String, more: VerdictNews.State, least: VerdictNews.State
        )
    ) {
        var samples = Samples([0: row.baseline, 30: row.peak])
        #expect(samples.state == row.more)
        samples.criterion = .atLeastTwice
        #expect(samples.state == row.least)
    }

    @Test func showsABoundedRatioAsAnInterval() {
        #expect(
            Samples([0: "<2", 30: "10"]).verdict().ratio == VerdictNews.Ratio(low: 5, high: nil))
        #expect(
            Samples([0: "20", 30: "<10"]).verdict().ratio == VerdictNews.Ratio(low: 0, high: 0.5))
        let over = Samples([0: "20", 30: ">300"]).verdict()
        #expect(over.ratio == VerdictNews.Ratio(low: 15, high: nil))
        let words = ">300 at 30 s is more than 15 × the baseline 20 uU/mL (rule: more than 2 ×)."
        #expect(over.reasons.first == words)
    }

    @Test func anEarlierDrawThatCouldReachFurtherKeepsTheRatioOpen() {
        let verdict = Samples([0: "10", 30: "<50", 60: "15"]).verdict()
        #expect(verdict.state == .undecided)
        #expect(verdict.ratio == VerdictNews.Ratio(low: 1.5, high: 5))
        #expect(verdict.peak?.text == "15")
        #expect(verdict.reasons.contains("<50 at 30 s leaves room for 1.5 to 5 × the baseline."))
    }

    @Test func ofEqualPeaksTheEarliestCounts() {
        #expect(Samples([0: "10", 90: "30.0", 60: "30", 30: "12"]).verdict().second == 60)
        #expect(Samples([0: "10", 30: "300", 60: ">300"]).verdict().second == 60)
    }

    @Test func aStepUpStaysProvisionalWhileAHigherPeakCanCome() {
        let verdict = Samples([0: "10", 30: "30", 60: "?"]).verdict()
        #expect(verdict.state == .stepUp)
        #expect(!verdict.final)
        #expect(
            verdict.reasons.last
                == "Still awaited: the draws at 60 s; a higher peak can still come."
        )
    }

    @Test func aMissingDrawLeavesANegativeOpenButNotAStepUp() {
        let open = Samples([0: "10", 30: "11", 60: "x"]).verdict()
        #expect(open.state == .undecided)
        #expect(open.final)
        #expect(open.reasons.contains("The draw at 60 s is void or missing."))
        #expect(Samples([0: "10", 30: "31", 60: "x"]).state == .stepUp)
    }
}
