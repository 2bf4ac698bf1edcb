/// A tube was drawn far from its planned second: it is judged by the actual one.
enum OffPlan {
    static func look(_ scene: Scene, _ injection: Int, into hints: inout [Hint]) {
        guard let rule = scene.rules.offPlan,
            scene.curves[injection - 1].latest >= rule.seconds
        else { return }
        let veins = scene.plan.veins.count
        for lane in (injection - 1) * veins..<injection * veins {
            for draw in scene.lanes[lane].indices {
                guard let actual = scene.lanes[lane][draw].actual else { continue }
                let planned = scene.lanes[lane][draw].place.second
                let late = actual - Double(planned)
                guard planned > 0, late.magnitude >= rule.seconds else { continue }
                let place = scene.lanes[lane][draw].place
                hints.append(Hint(kind: .offPlan, places: [place], numbers: [late, actual]))
            }
        }
    }
}
