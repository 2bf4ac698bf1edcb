/// Two tubes of one vein and second, of two injections: each lies far beside what its neighbours
/// suggest and fits where the other is; or one does, and the other's place is empty.
enum OtherInjection {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.otherInjection else { return }
        let (apart, fits) = (rule.apart.asDistance, rule.fits.asDistance)
        for index in scene.curves.indices where scene.curves[index].widest > apart {
            let curves = scene.curves[index]
            for draw in curves.draws.indices {
                for vein in 0..<curves.veins {
                    guard let excess = curves.excess(vein, draw), excess.magnitude > apart else {
                        continue
                    }
                    for other in scene.curves where other.injection != curves.injection {
                        guard
                            fits >= distance(curves, other, vein, draw)
                                || isExchanged(curves, other, vein, draw, by: rule)
                        else { continue }
                        let isSwap = other.log(vein, draw) != nil
                        // What is to come may fill the place.
                        if !isSwap, !scene.tube(other.injection, vein, draw).isGivenUp { continue }
                        // A swap is said once, by the injection that came first.
                        if isSwap, other.injection < curves.injection { continue }
                        hints.append(hint(scene, curves, other, vein, draw))
                    }
                }
            }
        }
    }

    /// True when both have a value, and the two fit far better the other way round.
    private static func isExchanged(
        _ curves: Curves, _ other: Curves, _ vein: Int, _ draw: Int, by rule: HintRules.Swap
    ) -> Bool {
        guard let log = curves.log(vein, draw), let here = curves.expected(vein, draw),
            let its = other.log(vein, draw), let there = other.expected(vein, draw)
        else { return false }
        return Exchange(one: (log, here), other: (its, there)).isLikely(by: rule)
    }

    /// How far the value lies beside what the other injection suggests, and the other way round
    /// where the other has one; without end when there is nothing to compare.
    private static func distance(
        _ curves: Curves, _ other: Curves, _ vein: Int, _ draw: Int
    ) -> Double {
        guard let log = curves.log(vein, draw), let there = other.expected(vein, draw) else {
            return .infinity
        }
        let fit = (log - there).magnitude
        guard let its = other.log(vein, draw) else { return fit }
        guard let here = curves.expected(vein, draw) else { return .infinity }
        // What fits at home is not swapped.
        guard (its - there).magnitude > (its - here).magnitude else { return .infinity }
        return max(fit, (its - here).magnitude)
    }

    private static func hint(
        _ scene: Scene, _ curves: Curves, _ other: Curves, _ vein: Int, _ draw: Int
    ) -> Hint {
        let numbers = [
            curves.log(vein, draw), curves.expected(vein, draw), other.expected(vein, draw),
        ]
        return Hint(
            kind: .otherInjection,
            places: [
                scene.place(curves.injection, vein, draw), scene.place(other.injection, vein, draw),
            ], numbers: numbers.map { NormalLaw.exp($0 ?? 0) })
    }
}

extension Tube {
    /// True when no result will come.
    fileprivate var isGivenUp: Bool { if case .settled = fate { true } else { false } }
}
