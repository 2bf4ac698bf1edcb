/// After a site that feeds the pancreas alone, one vein steps up and another does not, and rises by
/// far less as well.
///
/// The hormone of the pancreas passes the portal vein and reaches every hepatic vein with the same
/// concentration, so that all rise by the same amount. By the same factor they rise only where they
/// started alike: a vein that drains a liver tumour starts higher, and need not step up.
///
/// ```
///   concentration   RHV  20 ──▶ 30    × 1.5, no step-up     explained: both rise by 10
///                   LHV   8 ──▶ 18    × 2.2, step-up
/// ```
enum DiscordantVeins {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.discordantVeins else { return }
        let veins = scene.plan.veins.count
        for injection in scene.injections {
            let first = (injection.number - 1) * veins
            let own = scene.witnesses[first..<first + veins]
            guard let fed = own.first?.fed, fed != 0, fed & scene.pancreas == fed,
                let rising = own.first(where: { $0.finding?.state == .stepUp }),
                let flat = own.first(where: { $0.finding?.state == .noStepUp }),
                let more = Climb(of: rising, in: scene), let less = Climb(of: flat, in: scene),
                more.least(rule.deviations) > rule.times * less.most(rule.deviations)
            else { continue }
            hints.append(
                Hint(
                    kind: .discordantVeins,
                    places: [rising, flat].map { witness in
                        Mark.Place(
                            injection: injection.number, vein: scene.plan.veins[witness.vein].id,
                            second: 0)
                    }, numbers: [more.low, more.ratio, less.high, less.ratio]))
        }
    }

    /// By how much one vein rises, in concentration.
    private struct Climb {
        /// The rise at the least, at the most, and by which factor.
        let low: Double
        let high: Double
        let ratio: Double
        /// The standard deviation of the rise, by the assay's imprecision.
        private let deviation: Double

        /// The rise of a judged vein; nil without a baseline or a peak that is one number, or where
        /// nothing limits it.
        init?(of witness: Witness, in scene: Scene) {
            let curves = scene.curves[witness.injection - 1]
            guard let peak = witness.finding?.peak, let basal = curves.baseline(witness.vein) else {
                return nil
            }
            let start = NormalLaw.exp(basal.log)
            ratio = peak.ratio
            low = (peak.ratio - 1) * start
            high = ((peak.highest ?? peak.ratio) - 1) * start
            let assay = scene.tube(witness.injection, witness.vein, basal.draw).assay?.value
            func variance(_ value: Double) -> Double {
                (assay?.variance(at: value) ?? 0) * value * value
            }
            deviation = (variance(start) + variance(low + start)).squareRoot()
        }

        func least(_ deviations: Double) -> Double { low - deviations * deviation }
        func most(_ deviations: Double) -> Double { max(0, high) + deviations * deviation }
    }
}
