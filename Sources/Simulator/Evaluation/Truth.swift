import Protocols
import StepUp

/// What rules say of the true concentrations in the tubes of a course: their true answers.
///
/// No tube is lost or swapped, and nothing is measured: the rule looks at the blood itself, at the
/// seconds at which it was really drawn.
struct Truth {
    /// The true answer of each rule on each injection and vein.
    let verdicts: [Trial.Lane: VerdictNews]

    /// The true answers of all rules of the plan of `course`.
    init(_ course: Course) {
        let tubes = course.tubes.map { Tube(truthOf: $0, plan: course.plan) }
        let sites = course.plan.sites.map(\.id)
        var verdicts: [Trial.Lane: VerdictNews] = [:]
        for rule in [course.plan.criterion] + course.plan.alongside {
            for verdict in rule.verdicts(of: tubes, sites: sites, plan: course.plan) {
                verdicts[Trial.Lane(verdict)] = verdict
            }
        }
        self.verdicts = verdicts
    }
}

extension Tube {
    /// The digits behind the point to which a true concentration is told.
    private static let digits = 6

    /// A tube whose result is what is in it.
    fileprivate init(truthOf tube: SimulatedTube, plan: Plan) {
        var result = AssayResult()
        (result.specimen, result.analyte, result.unit) = (tube.specimen, plan.analyte, plan.unit)
        result.value = ExactDecimal(
            digits: Int64((tube.truth * 1e6).rounded()), scale: Self.digits)
        self.init(
            place: tube.place, specimen: tube.specimen, actual: tube.actual,
            fate: .measured(Shared(result), announcement: 0))
    }
}
