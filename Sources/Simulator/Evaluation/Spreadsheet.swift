import Protocols
import StepUp

/// What a person with a spreadsheet reads of the same results by the same rule.
///
/// Ours, after common use: numbers are copied without their `<` and `>`, the last one printed
/// under a label counts, tubes stand at their planned seconds, the baseline is the draw at second
/// 0, and the highest ratio inside the rule's window decides.
struct Spreadsheet {
    /// The numbers that were copied, by their tubes.
    private let values: [Mark.Place: Double]
    private let plan: Plan

    /// The sheet of a course.
    init(_ course: Course) {
        plan = course.plan
        let places = Dictionary(
            course.tubes.map { ($0.specimen, $0.place) }, uniquingKeysWith: { first, _ in first })
        var values: [Mark.Place: Double] = [:]
        for (_, report) in course.reports {
            guard let place = places[report.specimen] else { continue }
            values[place] = report.value
        }
        self.values = values
    }

    /// True when a vein steps up after an injection by the ratio of `rule`; nil where it has none.
    func isPositive(_ injection: Int, by rule: Criterion) -> Bool? {
        guard let ratio = rule.ratio, let limit = Double("\(ratio)"), rule.rise == nil else {
            return nil
        }
        return plan.veins.contains { vein in
            func value(_ second: Int) -> Double? {
                values[Mark.Place(injection: injection, vein: vein.id, second: second)]
            }
            guard rule.looks(at: vein.id), let baseline = value(0), baseline > 0 else {
                return false
            }
            let window = plan.draws.filter { $0 > 0 && rule.window.contains(Double($0)) }
            let ratio = window.compactMap(value).map { $0 / baseline }.max() ?? 0
            return rule.strict ? ratio > limit : ratio >= limit
        }
    }
}
