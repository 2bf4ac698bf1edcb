/// A tube was drawn far from its planned second: it is judged by the actual one.
enum OffPlan {
    static func look(_ scene: Scene, _ injection: Int, into hints: inout [Hint]) {
        guard let rule = scene.rules.offPlan else { return }
        let veins = scene.plan.veins.count
        for lane in scene.lanes[(injection - 1) * veins..<injection * veins] {
            for tube in lane where tube.place.second > 0 {
                guard let actual = tube.actual else { continue }
                let late = actual - Double(tube.place.second)
                guard late.magnitude >= rule.seconds else { continue }
                hints.append(
                    Hint(kind: .offPlan, places: [tube.place], numbers: [late, actual]))
            }
        }
    }
}
