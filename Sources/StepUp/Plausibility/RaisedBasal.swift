/// A baseline far above the lowest of earlier injections, of the same vein: what is compared with
/// it rises less than it would have.
enum RaisedBasal {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.raisedBaseline else { return }
        let times = rule.times.asDistance
        for vein in scene.plan.veins.indices {
            for own in scene.curves.indices {
                guard let basal = scene.curves[own].baseline(vein) else { continue }
                var lowest = Double.infinity
                for other in scene.curves.indices where scene.isBefore(other + 1, own + 1) {
                    lowest = min(lowest, scene.curves[other].baseline(vein)?.log ?? .infinity)
                }
                guard basal.log - lowest >= times else { continue }
                hints.append(
                    Hint(
                        kind: .raisedBaseline, places: [scene.place(own + 1, vein, basal.draw)],
                        numbers: [basal.log, lowest].map { NormalLaw.exp($0) }))
            }
        }
    }
}

extension Scene {
    /// True when one injection was given before another.
    func isBefore(_ one: Int, _ other: Int) -> Bool {
        guard let first = injections[one - 1].zero, let second = injections[other - 1].zero else {
            return false
        }
        return first < second
    }
}
