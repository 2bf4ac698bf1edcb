import Foundation
import Protocols
import Testing

@testable import StepUp

/// What rules can ask for beside a ratio.
@Suite struct RuleTests {
    private func decimal(_ text: String) -> ExactDecimal {
        ExactDecimal(parsing: text) ?? ExactDecimal(digits: 0, scale: 0)
    }

    /// More than 20 % and more than 80 pg/mL.
    private func riseOf80(_ needs: Criterion.Needs = .all) -> Criterion {
        var rule = Criterion.moreThanTwice
        rule.ratio = decimal("1.2")
        rule.rise = Criterion.Increase(by: decimal("80"), unit: "pg/mL", strict: true)
        rule.needs = needs
        return rule
    }

    @Test(arguments: [
        ("100", "181", VerdictNews.State.stepUp), ("100", "180", .noStepUp),
        ("1000", "1150", .noStepUp), ("1000", "1200", .noStepUp), ("1000", "1200.1", .stepUp),
        ("100", ">181", .stepUp), ("100", ">150", .undecided), ("<10", "95", .stepUp),
        ("<10", "85", .undecided), ("<10", "<70", .noStepUp),
    ]) func bothAreNeeded(_ row: (baseline: String, peak: String, state: VerdictNews.State)) {
        var samples = Samples([0: row.baseline, 30: row.peak], unit: "pg/mL")
        samples.criterion = riseOf80()
        #expect(samples.state == row.state)
    }

    @Test(arguments: [
        ("100", "121", VerdictNews.State.stepUp), ("1000", "1081", .stepUp),
        ("100", "120", .noStepUp), ("1000", "1080", .noStepUp),
    ]) func eitherIsEnough(_ row: (baseline: String, peak: String, state: VerdictNews.State)) {
        var samples = Samples([0: row.baseline, 30: row.peak], unit: "pg/mL")
        samples.criterion = riseOf80(.any)
        #expect(samples.state == row.state)
    }

    @Test func theRuleIsPrintedWhole() {
        var samples = Samples([0: "100", 30: "181"], unit: "pg/mL")
        samples.criterion = riseOf80()
        #expect(
            samples.verdict().reasons.first
                == "181 at 30 s is 1.81 × the baseline 100 pg/mL (rule: more than 1.2 × and "
                + "more than 80 pg/mL above the baseline).")
    }

    @Test func aRiseInAnotherUnitStaysOpenUntilAConversionIsStated() {
        var samples = Samples([0: "100", 30: "300"], unit: "pmol/L")
        samples.criterion = riseOf80()
        let open = samples.verdict()
        #expect(open.state == .undecided)
        #expect(open.reasons.contains { $0.contains("states no conversion") })
        samples.conversions = [
            Conversion(
                id: "c", analyte: "insulin", from: "pmol/L", to: "pg/mL",
                factor: decimal("2.079"), source: "a test")
        ]
        let verdict = samples.verdict()
        #expect(verdict.state == .stepUp)
        #expect(
            verdict.reasons.contains(
                "Converted for the rule's pg/mL: 1 pmol/L is 2.079 pg/mL (a test)."))
    }

    @Test func aConversionIsExact() {
        // 38.48 × 2.079 is 80 all but exactly: 79.99992.
        var samples = Samples([0: "100", 30: "138.48"], unit: "pmol/L")
        samples.criterion = riseOf80()
        samples.conversions = [
            Conversion(
                id: "c", analyte: "insulin", from: "pmol/L", to: "pg/mL",
                factor: decimal("2.079"), source: "a test")
        ]
        #expect(samples.state == .noStepUp)
        samples.tubes[1] = Tube(at: 30, "138.481", unit: "pmol/L")
        #expect(samples.state == .stepUp)
    }

    @Test(
        arguments: [
            ("20", nil, VerdictNews.State.noStepUp), ("19.99", nil, .noStepUp),
            ("40", VerdictNews.Level.neighbour, .noStepUp), ("40.1", .feeder, .stepUp),
            ("39", .neighbour, .noStepUp), (">39", nil, .undecided), (">50", .feeder, .stepUp),
        ] as [(String, VerdictNews.Level?, VerdictNews.State)])
    func aRuleWithTwoLevelsTellsAFeederFromANeighbour(
        _ row: (peak: String, level: VerdictNews.Level?, state: VerdictNews.State)
    ) {
        var samples = Samples([0: "10", 30: row.peak])
        samples.criterion.ratio = decimal("4")
        samples.criterion.neighbour = Criterion.Level(ratio: decimal("2"), strict: true)
        let verdict = samples.verdict()
        #expect(verdict.state == row.state)
        #expect(verdict.level == row.level)
    }

    @Test func whatARuleLeavesOutIsLeftOutAgain() throws {
        let plain = String(
            decoding: try JSONEncoder().encode(Criterion.moreThanTwice), as: UTF8.self)
        #expect(!plain.contains("needs") && !plain.contains("decides"))
        var rule = riseOf80(.any)
        rule.neighbour = Criterion.Level(ratio: decimal("1.1"), strict: false)
        (rule.decides, rule.veins) = (.highest, .only("RHV"))
        (rule.baseline, rule.baselineDraws) = (.mean, [-120, 0])
        let stored = try JSONEncoder().encode(rule)
        #expect(try JSONDecoder().decode(Criterion.self, from: stored) == rule)
    }
}
