/// After a site that feeds the pancreas alone, one vein steps up and another does not: its hormone
/// reaches every hepatic vein through the portal vein, so they should agree.
enum DiscordantVeins {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard scene.rules.discordantVeins?.watched == true else { return }
        let veins = scene.plan.veins.count
        for injection in scene.injections {
            let first = (injection.number - 1) * veins
            let own = scene.witnesses[first..<first + veins]
            guard let fed = own.first?.fed, fed != 0, fed & scene.pancreas == fed,
                let rising = own.first(where: { $0.finding?.state == .stepUp }),
                let flat = own.first(where: { $0.finding?.state == .noStepUp })
            else { continue }
            hints.append(
                Hint(
                    kind: .discordantVeins,
                    places: [rising, flat].map { witness in
                        Mark.Place(
                            injection: injection.number, vein: scene.plan.veins[witness.vein].id,
                            second: 0)
                    }, numbers: [rising, flat].map { $0.finding?.peak?.ratio ?? 0 }))
        }
    }
}
