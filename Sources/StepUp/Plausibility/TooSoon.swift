/// An injection came sooner after the one before than the plan waits.
enum TooSoon {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard scene.rules.tooSoon?.watched == true, let vein = scene.plan.veins.first else {
            return
        }
        for injection in scene.injections {
            guard let zero = injection.zero else { continue }
            var last: Duration?
            for other in scene.injections where other.number != injection.number {
                guard let before = other.zero, before < zero, before > last ?? .seconds(-1) else {
                    continue
                }
                last = before
            }
            guard let last else { continue }
            let passed = (zero - last).inSeconds
            guard passed < Double(scene.plan.wait) else { continue }
            hints.append(
                Hint(
                    kind: .tooSoon,
                    places: [Mark.Place(injection: injection.number, vein: vein.id, second: 0)],
                    numbers: [passed, Double(scene.plan.wait)]))
        }
    }
}
