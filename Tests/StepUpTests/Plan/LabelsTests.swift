import Testing

@testable import StepUp

@Suite struct LabelsTests {
    @Test(arguments: [
        (2, "RHV", 60, "AB-02-RHV-060"), (1, "MHV", 0, "AB-01-MHV-000"),
        (12, "LHV", -120, "AB-12-LHV-B120"),
    ]) func labelsNameInjectionVeinAndSecond(
        _ row: (injection: Int, vein: String, second: Int, label: String)
    ) {
        let place = Mark.Place(injection: row.injection, vein: row.vein, second: row.second)
        #expect(Plan.insulin().label(for: place) == row.label)
        #expect(Plan.insulin().place(labelled: row.label) == place)
    }

    @Test func everyLabelOfThePlanLeadsBackToItsTube() {
        let plan = Plan.insulin()
        for injection in 1...99 {
            for vein in plan.veins {
                for second in plan.draws {
                    let place = Mark.Place(injection: injection, vein: vein.id, second: second)
                    let label = plan.label(for: place) ?? ""
                    #expect(plan.place(labelled: label) == place)
                }
            }
        }
    }

    @Test(arguments: [
        "", "AB", "AB-", "AB-02", "AB-02-RHV", "AB-02-RHV-", "AB-2-RHV-060", "AB-02-RHV-60",
        "AB-02-RHV-061", "AB-02-IVC-060", "AB-00-RHV-060", "AB-100-RHV-060", "AB-02-RHV-B060",
        "AB-02-RHV-B000", "AC-02-RHV-060", "ab-02-rhv-060", "AB-02-RHV-060 ", "AB-02-RHV--060",
        "AB-02-RHV-B-120", "AB-+2-RHV-060", "AB-02-RHV-99999999999999999999",
    ]) func whatThePlanDoesNotPrintIsNoLabel(_ text: String) {
        #expect(Plan.insulin().place(labelled: text) == nil)
    }

    @Test func aPlanWithoutATagPrintsNoLabels() {
        var plan = Plan.insulin()
        plan.tagging.labels = nil
        #expect(plan.label(for: Mark.Place(injection: 1, vein: "RHV", second: 60)) == nil)
        #expect(plan.place(labelled: "AB-01-RHV-060") == nil)
    }
}
