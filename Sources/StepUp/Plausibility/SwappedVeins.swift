/// Two tubes of one second, of two veins: each lies far beside what the other draws suggest for it,
/// in opposite directions, and fits where the other is.
enum SwappedVeins {
    static func look(_ curves: Curves, _ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.swappedVeins else { return }
        let (apart, fits) = (rule.apart.asDistance, rule.fits.asDistance)
        guard curves.widest > apart else { return }
        for draw in curves.draws.indices {
            for vein in 0..<curves.veins {
                guard let excess = curves.excess(vein, draw), excess > apart else { continue }
                for other in 0..<curves.veins where other != vein {
                    guard let lack = curves.excess(other, draw), lack < -apart,
                        let here = curves.expected(vein, draw),
                        let there = curves.expected(other, draw), let high = curves.log(vein, draw),
                        let low = curves.log(other, draw), (high - there).magnitude <= fits,
                        (low - here).magnitude <= fits
                    else { continue }
                    hints.append(
                        Hint(
                            kind: .swappedVeins,
                            places: [
                                scene.place(curves.injection, vein, draw),
                                scene.place(curves.injection, other, draw),
                            ], numbers: [high, here, low, there].map { NormalLaw.exp($0) }))
                }
            }
        }
    }
}
