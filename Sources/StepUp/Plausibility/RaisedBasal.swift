/// A baseline far above the lowest of earlier injections, of the same vein: what is compared with
/// it rises less than it would have.
enum RaisedBasal {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.raisedBaseline else { return }
        let times = rule.times.asDistance
        for vein in scene.plan.veins.indices {
            for curves in scene.curves {
                guard let own = curves.baseline(vein) else { continue }
                var lowest: Double?
                for earlier in scene.curves
                where scene.isBefore(earlier.injection, curves.injection) {
                    guard let log = earlier.baseline(vein)?.log else { continue }
                    lowest = min(lowest ?? log, log)
                }
                guard let lowest, own.log - lowest >= times else { continue }
                hints.append(
                    Hint(
                        kind: .raisedBaseline,
                        places: [scene.place(curves.injection, vein, own.draw)],
                        numbers: [own.log, lowest].map { NormalLaw.exp($0) }))
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
