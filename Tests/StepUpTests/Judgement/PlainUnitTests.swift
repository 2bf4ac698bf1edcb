import Protocols
import Testing

@testable import StepUp

@Suite struct PlainUnitTests {
    private func state(_ baseline: String, _ peak: String) -> VerdictNews {
        var samples = Samples([0: "10"], unit: baseline)
        samples.tubes += Samples([30: "41"], unit: peak).tubes
        return samples.verdict()
    }

    @Test(arguments: [
        ("uU/mL", "µU/mL"), ("uU/mL", "\u{3BC}U/ml"), ("uIU/mL", "uU/mL"), ("pmol/l", "pmol/L"),
        ("u[IU]/mL", "uIU/ml"), ("", ""),
    ]) func oneUnitInTwoSpellingsGivesARatio(_ pair: (String, String)) {
        #expect(state(pair.0, pair.1).state == .stepUp)
    }

    @Test(arguments: [
        ("uU/mL", "pmol/L"), ("mU/L", "MU/L"), ("pg/mL", "ng/mL"), ("uU/mL", ""), ("uU/mL", "uU/L"),
    ]) func twoUnitsGiveNoRatio(_ pair: (String, String)) {
        let verdict = state(pair.0, pair.1)
        #expect(verdict.state == .unusable)
        #expect(verdict.ratio == nil)
        #expect(verdict.reasons.contains { $0.hasSuffix("no ratio.") })
    }

    @Test func aDrawInAnotherUnitLeavesTheRestToDecide() {
        var samples = Samples([0: "10", 30: "12"])
        samples.tubes += Samples([60: "80"], unit: "pmol/L").tubes
        #expect(samples.state == .undecided)
        samples.tubes += Samples([90: "21"]).tubes
        #expect(samples.state == .stepUp)
    }

    @Test func aUnitThatThePlanDoesNotExpectIsSaid() {
        let sentence = "Results are in pmol/L, the plan expects uU/mL."
        #expect(state("pmol/L", "pmol/L").reasons.contains(sentence))
        #expect(!state("µIU/ml", "uU/mL").reasons.contains { $0.contains("expects") })
    }

    @Test func anotherAnalyteOrRoleIsNeverJudged() {
        var samples = Samples([0: "10", 30: "41"])
        samples.tubes[1].change { $0.analyte = "c-peptide" }
        #expect(samples.state == .undecided)
        #expect(
            samples.verdict().reasons.contains(
                "The draw at 30 s was measured for c-peptide, not insulin."))
        for role in AssayResult.Role.allCases where role != .result {
            samples = Samples([0: "10", 30: "41"])
            samples.tubes[1].change { $0.role = role }
            #expect(samples.state == .undecided)
        }
    }

    @Test func twoAnalyzersAreSaid() {
        var samples = Samples([0: "10", 30: "41"])
        samples.tubes[1].change { $0.instrument = "602" }
        let verdict = samples.verdict()
        #expect(verdict.state == .stepUp)
        #expect(
            verdict.reasons.last
                == "Measured on different analyzers, whose calibration can differ: 602, "
                + "an unnamed one.")
    }

    @Test func aRuleWithoutARatioShowsItAndGivesNoVerdict() {
        var samples = Samples([0: "10", 30: "41", 60: "?"])
        samples.criterion.ratio = nil
        #expect(samples.state == .pending)
        samples.tubes[2].fate = .settled
        let verdict = samples.verdict()
        #expect(verdict.state == .undecided)
        #expect(verdict.ratio == VerdictNews.Ratio(low: 4.1, high: 4.1))
        #expect(
            verdict.reasons.first
                == "41 at 30 s is 4.1 × the baseline 10 uU/mL "
                + "(no published rule: no verdict is given).")
    }
}

extension Tube {
    /// Changes the result of a measured tube.
    fileprivate mutating func change(_ edit: (inout AssayResult) -> Void) {
        guard case .measured(let shared, let number) = fate else { return }
        var result = shared.value
        edit(&result)
        fate = .measured(Shared(result), announcement: number)
    }
}
