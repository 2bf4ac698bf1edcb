/// Two neighbouring draws of one vein: the other way round, the course rises and falls far less.
enum SwappedTimes {
    static func look(_ curves: Curves, _ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.swappedTimes else { return }
        let shrinks = rule.shrinks.asDistance
        for vein in 0..<curves.veins {
            for draw in curves.draws.indices.dropFirst().dropLast(2) {
                guard let before = curves.log(vein, draw - 1), let first = curves.log(vein, draw),
                    let second = curves.log(vein, draw + 1), let after = curves.log(vein, draw + 2)
                else { continue }
                let path = (first - before).magnitude + (after - second).magnitude
                let other = (second - before).magnitude + (after - first).magnitude
                guard path - other >= shrinks else { continue }
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
}
