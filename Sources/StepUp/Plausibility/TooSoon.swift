/// An injection came sooner after the one before than the plan waits.
enum TooSoon {
    static func look(_ scene: Scene, given: [Int], into hints: inout [Hint]) {
        guard scene.rules.tooSoon?.watched == true, let vein = scene.plan.veins.first else {
            return
        }
        for (before, injection) in zip(given, given.dropFirst()) {
            guard let last = scene.injections[before - 1].zero,
                let zero = scene.injections[injection - 1].zero, last < zero
            else { continue }
            let passed = (zero - last).inSeconds
            guard passed < Double(scene.plan.wait) else { continue }
            hints.append(
                Hint(
                    kind: .tooSoon,
                    places: [Mark.Place(injection: injection, vein: vein.id, second: 0)],
                    numbers: [passed, Double(scene.plan.wait)]))
        }
    }
}
