/// Two neighbouring draws of one vein: the other way round, the course rises and falls far less.
enum SwappedTimes {
    static func look(_ curves: Curves, _ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.swappedTimes else { return }
        let shrinks = rule.shrinks.asDistance
        for vein in 0..<curves.veins {
            for draw in curves.draws.indices.dropLast() {
                guard let first = curves.log(vein, draw), let second = curves.log(vein, draw + 1),
                    gain(curves, vein, draw, first, second) >= shrinks
                else { continue }
                hints.append(
                    Hint(
                        kind: .swappedTimes,
                        places: [
                            scene.place(curves.injection, vein, draw),
                            scene.place(curves.injection, vein, draw + 1),
                        ], numbers: [first, second].map { NormalLaw.exp($0) }))
            }
        }
    }

    /// By how much the rises and falls to the draws around the two shrink when they are exchanged;
    /// at either end of the course there is one such draw alone.
    private static func gain(
        _ curves: Curves, _ vein: Int, _ draw: Int, _ first: Double, _ second: Double
    ) -> Double {
        // Two baselines may fall as they like, and are none of the course.
        guard curves.draws[draw + 1] > 0 else { return 0 }
        var gain = 0.0
        if draw > 0 {
            guard let before = curves.log(vein, draw - 1) else { return 0 }
            gain += (first - before).magnitude - (second - before).magnitude
        }
        if draw + 2 < curves.draws.count {
            guard let after = curves.log(vein, draw + 2) else { return 0 }
            gain += (after - second).magnitude - (after - first).magnitude
        }
        return gain
    }
}
