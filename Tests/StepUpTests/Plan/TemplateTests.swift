import Testing

@testable import StepUp

@Suite struct TemplateTests {
    private let template = Template(
        title: "Hepatic map", analyte: "insulin", unit: "uU/mL",
        stimulant: Plan.Stimulant(name: "calcium", dose: "0.025 mEq/kg"),
        sites: [Plan.Site(id: "RHA", name: "Right hepatic artery")],
        veins: [Plan.Vein(id: "RHV", name: "Right hepatic vein")], draws: [0, 30], wait: 900,
        criterion: "seed-gt2")

    @Test func aPlanHasTheTemplatesContentAndThePatient() {
        let plan = template.plan(pseudonym: "P-7", tag: "Q1", criterion: .moreThanTwice)
        #expect(plan.pseudonym == "P-7")
        #expect(plan.title == "Hepatic map")
        #expect(plan.sites == template.sites)
        #expect(plan.draws == [0, 30])
        #expect(plan.criterion == .moreThanTwice)
        #expect(plan.problems() == [])
        let place = Mark.Place(injection: 1, vein: "RHV", second: 30)
        #expect(plan.label(for: place) == "Q1-01-RHV-030")
    }

    @Test func withoutATagNothingIsPrinted() {
        let plan = template.plan(pseudonym: "P-7", tag: nil, criterion: .moreThanTwice)
        #expect(plan.tagging == Plan.Tagging(labels: nil, sheet: [], positions: []))
        #expect(plan.problems() == [])
    }
}
