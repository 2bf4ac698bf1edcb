/// Baselines of one vein that rise from each injection to the next: the hormone, or the stimulant,
/// is not washed out.
enum DriftingBasal {
    static func look(_ scene: Scene, given: [Int], into hints: inout [Hint]) {
        guard let rule = scene.rules.driftingBaseline, rule.count > 1 else { return }
        let step = rule.times.asDistance
        for vein in scene.plan.veins.indices {
            var (first, count, last) = (0, 0, Double.infinity)
            for index in given.indices {
                guard let own = scene.curves[given[index] - 1].baseline(vein) else { continue }
                if own.log - last < step { (first, count) = (index, 0) }
                (count, last) = (count + 1, own.log)
            }
            guard count >= rule.count else { continue }
            let run = given[first...].compactMap { injection in
                scene.curves[injection - 1].baseline(vein).map {
                    (place: scene.place(injection, vein, $0.draw), log: $0.log)
                }
            }
            hints.append(
                Hint(
                    kind: .driftingBaseline, places: run.map(\.place),
                    numbers: run.map { NormalLaw.exp($0.log) }))
        }
    }
}
