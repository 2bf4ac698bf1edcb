/// Baselines of one vein that rise from each injection to the next: the hormone, or the stimulant,
/// is not washed out.
enum DriftingBasal {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.driftingBaseline, rule.count > 1 else { return }
        let step = rule.times.asDistance
        var given: [Int] = []
        for injection in scene.injections.indices where scene.injections[injection].zero != nil {
            given.append(injection + 1)
        }
        guard given.count >= rule.count else { return }
        given.sort { scene.isBefore($0, $1) }
        for vein in scene.plan.veins.indices {
            var run: [(place: Mark.Place, log: Double)] = []
            for injection in given {
                guard let own = scene.curves[injection - 1].baseline(vein) else { continue }
                if let last = run.last, own.log - last.log < step { run = [] }
                run.append((scene.place(injection, vein, own.draw), own.log))
            }
            guard run.count >= rule.count else { continue }
            hints.append(
                Hint(
                    kind: .driftingBaseline, places: run.map(\.place),
                    numbers: run.map { NormalLaw.exp($0.log) }))
        }
    }
}
