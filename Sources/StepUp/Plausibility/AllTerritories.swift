/// Every site that was injected steps up: diffuse disease, or stimulant that comes round again.
enum AllTerritories {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.allTerritories, let vein = scene.plan.veins.first else {
            return
        }
        var (given, positive) = (0 as UInt64, 0 as UInt64)
        for witness in scene.witnesses where witness.site < 64 {
            guard scene.injections[witness.injection - 1].zero != nil else { continue }
            given |= 1 << UInt64(witness.site)
            if witness.finding?.state == .stepUp { positive |= 1 << UInt64(witness.site) }
        }
        guard given == positive, given.nonzeroBitCount >= max(1, rule.count) else { return }
        hints.append(
            Hint(
                kind: .allTerritories,
                places: [Mark.Place(injection: 1, vein: vein.id, second: 0)],
                numbers: [Double(given.nonzeroBitCount)]))
    }
}
