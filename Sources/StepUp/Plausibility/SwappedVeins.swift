/// Two tubes of one second, of two veins, that may have changed places: each lies far beside what
/// the other draws suggest for it, in opposite directions.
enum SwappedVeins {
    static func look(_ curves: Curves, _ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.swappedVeins else { return }
        let apart = rule.apart.asDistance
        guard curves.widest > apart else { return }
        for draw in curves.draws.indices {
            for vein in 0..<curves.veins {
                guard let excess = curves.excess(vein, draw), excess > apart,
                    let high = curves.log(vein, draw), let here = curves.expected(vein, draw)
                else { continue }
                for other in 0..<curves.veins where other != vein {
                    guard let low = curves.log(other, draw),
                        let there = curves.expected(other, draw),
                        Exchange(one: (high, here), other: (low, there)).isLikely(by: rule)
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
