import Protocols
import Testing

@testable import StepUp

/// What a number means, given what is known of its assay.
@Suite struct AssayLimitTests {
    private static var assay: AssayProfile {
        var assay = AssayProfile(id: "a", cv: [.init(at: nil, percent: 5)], source: "", read: "")
        assay.unit = "uU/mL"
        assay.quantified = ExactDecimal(digits: 1, scale: 0)
        assay.measured = ExactDecimal(digits: 144, scale: 0)
        assay.prozone = .init(from: ExactDecimal(digits: 200, scale: 0), opens: true)
        return assay
    }

    private func written(_ printed: String, dilution: String = "", unit: String = "uU/mL") -> String
    {
        var result = AssayResult(specimen: "T", printed: printed, unit: unit)
        result.dilution = dilution
        guard let interval = Interval(result, of: Shared(Self.assay)) else { return "none" }
        let upper = interval.upper.map { "\($0.value)\($0.isIncluded ? "]" : ")")" } ?? "…)"
        return "\(interval.lower.isIncluded ? "[" : "(")\(interval.lower.value), \(upper)"
    }

    @Test(arguments: [
        ("41.0", "[41.0, 41.0]"), ("0.6", "[0, 1)"), ("0", "[0, 1)"), ("1.0", "[1.0, 1.0]"),
        ("144", "[144, 144]"), ("150", "[144, …)"), ("200", "[200, …)"), ("260", "[260, …)"),
        ("<2", "[0, 2)"), (">300", "(300, …)"), ("-1", "none"),
    ]) func aNumberBeyondTheLimitsIsABound(_ row: (printed: String, interval: String)) {
        #expect(written(row.printed) == row.interval)
    }

    @Test(arguments: ["10", "1:10", "1/10", "x10", "X 10", "10.0"])
    func theLimitsMoveWithTheDilution(_ dilution: String) {
        #expect(written("812", dilution: dilution) == "[812, 812]")
        #expect(written("9.9", dilution: dilution).hasPrefix("[0, 10"))
    }

    @Test func aDilutionInWordsMovesThemNobodyKnowsWhere() {
        #expect(written("812", dilution: "auto") == "[812, 812]")
        #expect(written("0.5", dilution: "auto") == "[0.5, 0.5]")
    }

    @Test(arguments: ["", "1", "1.0", "UNDILUTED", "not"])
    func whatWasNotDilutedIsNeat(_ dilution: String) {
        #expect(written("812", dilution: dilution) == "[812, …)")
    }

    @Test func inAnotherUnitNothingIsKnown() {
        #expect(written("0.6", unit: "pmol/L") == "[0.6, 0.6]")
        #expect(written("0.6", unit: "µU/mL") == "[0, 1)")
    }

    @Test func withoutLimitsANumberIsWhatItSays() {
        let plain = AssayProfile(id: "p", cv: [], source: "", read: "")
        let result = AssayResult(specimen: "T", printed: "0.6", unit: "uU/mL")
        #expect(Interval(result, of: Shared(plain)) == Interval(result))
        #expect(Interval(result, of: nil) == Interval(result))
    }
}

/// The same in verdicts, and how they say so.
@Suite struct AssayLimitVerdictTests {
    private func verdict(
        _ values: KeyValuePairs<Int, String>, _ change: (inout AssayProfile) -> Void
    ) -> VerdictNews {
        var assay = AssayProfile(id: "a", cv: [.init(at: nil, percent: 5)], source: "", read: "")
        assay.unit = "uU/mL"
        change(&assay)
        var samples = Samples(values)
        for index in samples.tubes.indices { samples.tubes[index].assay = Shared(assay) }
        return samples.verdict()
    }

    @Test func aBaselineBelowQuantificationProvesWhatEveryValueBelowItProves() {
        let quantified = ExactDecimal(digits: 4, scale: 0)
        let proven = verdict([0: "1.5", 30: "9", 60: "5"]) { $0.quantified = quantified }
        #expect(proven.state == .stepUp)
        #expect(proven.ratio == VerdictNews.Ratio(low: 2.25, high: nil))
        #expect(
            proven.reasons.contains(
                "The number at 0 s is below 4 uU/mL, from which its assay quantifies, and judged "
                    + "as anywhere below (ours)."))
        let open = verdict([0: "1.5", 30: "7", 60: "5"]) { $0.quantified = quantified }
        #expect(open.state == .undecided)
        #expect(verdict([0: "1.5", 30: "7", 60: "5"]) { _ in }.state == .stepUp)
    }

    @Test func twoNumbersBelowQuantificationProveNothing() {
        let open = verdict([0: "1", 30: "3", 60: "2"]) {
            $0.quantified = .init(digits: 4, scale: 0)
        }
        #expect(open.state == .undecided)
    }

    @Test func aNumberBeyondTheRangeIsALowerBound() {
        let range = ExactDecimal(digits: 100, scale: 0)
        let proven = verdict([0: "40", 30: "130", 60: "50"]) { $0.measured = range }
        #expect(proven.state == .stepUp)
        #expect(proven.ratio == VerdictNews.Ratio(low: 2.5, high: nil))
        let open = verdict([0: "80", 30: "130", 60: "90"]) { $0.measured = range }
        #expect(open.state == .undecided)
        #expect(open.reasons.contains { $0.hasPrefix("The number at 30 s is above 100 uU/mL") })
    }

    @Test func aSuspectedHookOpensTheUpperEndOnlyWhereTheDataSaySo() {
        let from = ExactDecimal(digits: 200, scale: 0)
        let open = verdict([0: "150", 30: "210", 60: "160"]) {
            $0.prozone = .init(from: from, opens: true)
        }
        #expect(open.state == .undecided)
        #expect(open.ratio == VerdictNews.Ratio(low: 1.4, high: nil))
        #expect(
            open.reasons.contains { $0.contains("can read too low") && $0.contains("dilute it") })
        let closed = verdict([0: "150", 30: "210", 60: "160"]) {
            $0.prozone = .init(from: from, opens: false)
        }
        #expect(closed.state == .noStepUp)
    }

    @Test func resultsOfTwoLinesAreToldAndStand() {
        var samples = Samples([0: "10", 30: "41", 60: "12"])
        samples.tubes[0].line = "west#1"
        samples.tubes[2].line = "west#2"
        samples.tubes[1].line = "east"
        let verdict = samples.verdict()
        #expect(verdict.state == .stepUp)
        #expect(verdict.mixed)
        #expect(
            verdict.reasons.last
                == "Measured on different analyzers, whose calibration can differ: "
                + "an unnamed one on line east, an unnamed one on line west.")
        samples.tubes[1].line = "west"
        #expect(!samples.verdict().mixed)
    }
}
