/// A baseline far above the lowest of earlier injections, of the same vein: what is compared with
/// it rises less than it would have.
enum RaisedBasal {
    static func look(_ scene: Scene, given: [Int], into hints: inout [Hint]) {
        guard let rule = scene.rules.raisedBaseline else { return }
        let times = rule.times.asDistance
        for vein in scene.plan.veins.indices {
            var lowest = Double.infinity
            for injection in given {
                guard let own = scene.curves[injection - 1].baseline(vein) else { continue }
                if own.log - lowest >= times {
                    hints.append(
                        Hint(
                            kind: .raisedBaseline, places: [scene.place(injection, vein, own.draw)],
                            numbers: [own.log, lowest].map { NormalLaw.exp($0) }))
                }
                lowest = min(lowest, own.log)
            }
        }
    }
}
