extension Criterion {
    /// What this rule says of a whole procedure: a verdict for every injection and vein that it
    /// looks at.
    ///
    /// - Parameters:
    ///   - tubes: the tubes of all injections and veins, in any order.
    ///   - sites: the sites of injections 1, 2, …
    ///   - plan: the plan, whose veins were sampled.
    /// - Returns: the verdicts by injection and then vein.
    public func verdicts(of tubes: [Tube], sites: [String], plan: Plan) -> [VerdictNews] {
        let (rule, shared) = (Shared(self), Shared(plan))
        let lanes = Dictionary(grouping: tubes) {
            Lane(number: $0.place.injection, vein: $0.place.vein)
        }
        let places = sites.indices.flatMap { site in
            plan.veins.filter { looks(at: $0.id) }.map { Lane(number: site + 1, vein: $0.id) }
        }
        let contenders =
            decides == .threshold
            ? []
            : places.map { place in
                rule.contender(
                    lanes[place] ?? [], site: sites[place.number - 1], vein: place.vein,
                    plan: shared)
            }
        return places.map { place in
            rule.verdict(
                injection: place.number, site: sites[place.number - 1], vein: place.vein,
                tubes: lanes[place] ?? [], plan: shared, among: contenders)
        }
    }

    /// One injection and vein.
    private struct Lane: Hashable {
        let number: Int
        let vein: String
    }
}
