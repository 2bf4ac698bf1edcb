/// A tube was drawn far from its planned second: it is judged by the actual one.
enum OffPlan {
    static func look(_ curves: Curves, _ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.offPlan,
            curves.latest >= rule.seconds
        else { return }
        let veins = scene.plan.veins.count
        for lane in (curves.injection - 1) * veins..<curves.injection * veins {
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
