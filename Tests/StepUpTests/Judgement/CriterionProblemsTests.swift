import Protocols
import Testing

@testable import StepUp

@Suite struct CriterionProblemsTests {
    private func problems(_ change: (inout Criterion) -> Void) -> [String] {
        var criterion = Criterion.moreThanTwice
        change(&criterion)
        return criterion.problems()
    }

    @Test func aGoodRuleHasNone() {
        #expect(Criterion.moreThanTwice.problems() == [])
        #expect(problems { $0.ratio = nil } == [])
    }

    @Test func aRatioOfZeroOrLessIsNoRule() {
        for digits in [0, -2] as [Int64] {
            let told = problems { $0.ratio = ExactDecimal(digits: digits, scale: 0) }
            #expect(told == ["Criterion seed-gt2 needs a ratio above 0, not \(digits)."])
        }
    }

    @Test(arguments: [(60.0, 30.0), (-60, 0), (0, .infinity), (.nan, 60)])
    func aWindowWithoutASecondIsNoRule(_ window: (from: Double, to: Double)) {
        #expect(problems { $0.window = .init(from: window.from, to: window.to) }.count == 1)
    }

    @Test func twoRulesOfOneNameAreSaid() {
        let rules = [Criterion.moreThanTwice, .atLeastTwice]
        #expect(rules.problems() == ["The criterion \"seed-gt2\" is there twice."])
    }

    @Test(arguments: [("0", false), ("1.5", true), ("2", false), ("3", false)])
    func aNeighboursRatioLiesBelowItsOwn(_ row: (ratio: String, isRight: Bool)) throws {
        var rule = Criterion.moreThanTwice
        let ratio = try #require(ExactDecimal(parsing: row.ratio))
        rule.neighbour = Criterion.Level(ratio: ratio, strict: false)
        #expect(rule.problems().isEmpty == row.isRight)
    }
}
