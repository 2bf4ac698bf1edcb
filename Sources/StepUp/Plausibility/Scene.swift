/// A procedure as the hints see it: nothing here is changed by looking.
struct Scene {
    let rules: HintRules
    let sharedPlan: Shared<Plan>
    /// The results as numbers, by injection.
    let curves: [Curves]
    /// The tubes, by injection and then vein.
    let lanes: [[Tube]]
    /// The sites, and when second zero was, by injection.
    let injections: [ProcedureFold.Injection]
    /// What the verdicts say, by injection and then vein.
    let witnesses: [Witness]
    /// The regions of the pancreas.
    let pancreas: Atlas.Territory

    /// The plan.
    var plan: Plan { _read { yield sharedPlan.value } }

    /// The injections that were given, by number, in the order of their second zero.
    var given: [Int] {
        var given: [Int] = []
        given.reserveCapacity(injections.count)
        for index in injections.indices {
            guard let zero = injections[index].zero else { continue }
            // Nearly always the last: nobody corrects second zero past another injection's.
            let place = given.lastIndex { injections[$0 - 1].zero ?? zero <= zero }
            given.insert(injections[index].number, at: place.map { $0 + 1 } ?? 0)
        }
        return given
    }

    /// The place of a tube, by its vein's and its draw's number.
    func place(_ injection: Int, _ vein: Int, _ draw: Int) -> Mark.Place {
        Mark.Place(
            injection: injection, vein: plan.veins[vein].id,
            second: curves[injection - 1].draws[draw])
    }

    /// The tube at a place.
    func tube(_ injection: Int, _ vein: Int, _ draw: Int) -> Tube {
        lanes[(injection - 1) * plan.veins.count + vein][draw]
    }
}

extension Double {
    /// The multiple as a distance of logarithms.
    var asDistance: Double { NormalLaw.ln(max(self, 1)) }
}
