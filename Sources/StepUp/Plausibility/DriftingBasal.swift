/// Baselines of one vein that rise from each injection to the next: the hormone, or the stimulant,
/// is not washed out.
enum DriftingBasal {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.driftingBaseline, rule.count > 1 else { return }
        let step = rule.times.asDistance
        let given = scene.curves.filter { scene.injections[$0.injection - 1].zero != nil }
            .sorted { scene.isBefore($0.injection, $1.injection) }
        guard given.count >= rule.count else { return }
        for vein in scene.plan.veins.indices {
            var run: [(place: Mark.Place, log: Double)] = []
            for curves in given {
                guard let own = curves.baseline(vein) else { continue }
                if let last = run.last, own.log - last.log < step { run = [] }
                run.append((scene.place(curves.injection, vein, own.draw), own.log))
            }
            guard run.count >= rule.count else { continue }
            hints.append(
                Hint(
                    kind: .driftingBaseline, places: run.map(\.place),
                    numbers: run.map { NormalLaw.exp($0.log) }))
        }
    }
}
