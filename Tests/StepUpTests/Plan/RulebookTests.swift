import Protocols
import Testing

@testable import StepUp

@Suite struct RulebookTests {
    private let template = Template(
        title: "Hepatic map", analyte: "insulin", unit: "uU/mL",
        stimulant: Plan.Stimulant(name: "calcium", dose: "0.025 mEq/kg"),
        sites: [Plan.Site(id: "RHA", name: "Right hepatic artery")],
        veins: [Plan.Vein(id: "RHV", name: "Right hepatic vein")], draws: [0, 30], wait: 900,
        criterion: "seed-gt2", alongside: ["four"], conversions: ["six"])
    private let rules: Rulebook

    init() {
        var four = Criterion.moreThanTwice
        (four.id, four.ratio) = ("four", ExactDecimal(digits: 4, scale: 0))
        let six = Conversion(
            id: "six", analyte: "insulin", from: "uIU/mL", to: "pmol/L",
            factor: ExactDecimal(digits: 6, scale: 0), source: "a test")
        rules = Rulebook(criteria: [.moreThanTwice, four], conversions: [six])
    }

    @Test func aPlanHasTheTemplatesContentAndThePatient() throws {
        let plan = try rules.plan(template, pseudonym: "P-7", tag: "Q1")
        #expect(plan.pseudonym == "P-7")
        #expect(plan.title == "Hepatic map")
        #expect(plan.sites == template.sites)
        #expect(plan.draws == [0, 30])
        #expect(plan.criterion == .moreThanTwice)
        #expect(plan.alongside.map(\.id) == ["four"])
        #expect(plan.conversions.map(\.id) == ["six"])
        #expect(plan.problems() == [])
        let place = Mark.Place(injection: 1, vein: "RHV", second: 30)
        #expect(plan.label(for: place) == "Q1-01-RHV-030")
    }

    @Test func withoutATagNothingIsPrinted() throws {
        let plan = try rules.plan(template, pseudonym: "P-7", tag: nil)
        #expect(plan.tagging == Plan.Tagging(labels: nil, sheet: [], positions: []))
        #expect(plan.problems() == [])
    }

    @Test func whoOpensAProcedureMayNameOtherRules() throws {
        let plan = try rules.plan(
            template, pseudonym: "P-7", tag: nil, criterion: "four", alongside: ["seed-gt2"])
        #expect(plan.criterion.id == "four")
        #expect(plan.alongside == [.moreThanTwice])
    }

    @Test func anUnknownRuleIsNamedBesideTheKnownOnes() {
        #expect {
            try rules.plan(template, pseudonym: "P-7", tag: nil, criterion: "five")
        } throws: {
            "\($0)" == "there is no criterion 'five' (known: seed-gt2, four)"
        }
    }

    @Test func aRuleThatIsFollowedAndShownBesideIsAMistake() throws {
        let plan = try rules.plan(
            template, pseudonym: "P-7", tag: nil, alongside: ["seed-gt2"])
        #expect(plan.problems().contains { $0.contains("is there twice") })
    }

    @Test func aRuleForAVeinThatIsNotSampledIsAMistake() throws {
        var plan = try rules.plan(template, pseudonym: "P-7", tag: nil)
        plan.criterion.veins = .only("LHV")
        plan.criterion.baselineDraws = [-120, 0]
        #expect(plan.problems().count == 2)
    }
}
