/// A rise in every vein, late and alike: so looks stimulant or hormone that comes round again, and
/// so does a pancreas behind the portal vein.
enum Recirculation {
    static func look(_ curves: Curves, _ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.recirculation, let vein = scene.plan.veins.first else {
            return
        }
        guard curves.veins > 1 else { return }
        let (rise, alike) = (rule.times.asDistance, rule.alike.asDistance)
        var (low, high) = (Double.infinity, -Double.infinity)
        var first = Double.infinity
        for vein in 0..<curves.veins {
            guard let base = curves.baseline(vein), let peak = curves.peak(vein),
                peak.log - base.log >= rise
            else { return }
            let tube = scene.tube(curves.injection, vein, peak.draw)
            guard tube.second >= rule.from else { return }
            first = min(first, tube.second)
            (low, high) = (min(low, peak.log - base.log), max(high, peak.log - base.log))
        }
        guard high - low <= alike else { return }
        hints.append(
            Hint(
                kind: .recirculation,
                places: [Mark.Place(injection: curves.injection, vein: vein.id, second: 0)],
                numbers: [NormalLaw.exp(low), NormalLaw.exp(high), first]))
    }
}
