import StepUp

/// When the team does what: one value drawn from the plan, the team's hands and a seed.
struct Timetable: Sendable {
    /// One injection and its draws.
    struct Run: Sendable {
        /// Its number, from 1.
        var number: Int
        /// The site's id.
        var site: String
        /// Second zero, from the beginning.
        var zero: Double
        /// The draws in the order of the hands.
        var draws: [Draw]
    }

    /// One tube being filled.
    struct Draw: Sendable {
        var place: Mark.Place
        var time: Double
    }

    /// The injections in the plan's order.
    let runs: [Run]

    /// Seconds by which the last tube before an injection is closed, at the least.
    private static let margin = 2.0

    /// The times of `plan` as `team` keeps them, but for the `mishaps`.
    init(plan: Plan, team: Scenario.Team, mishaps: [Scenario.Mishap] = [], seed: UInt64) {
        func happens(_ kind: Scenario.Mishap.Kind, _ injection: Int) -> [Mark.Place] {
            mishaps.filter { $0.kind == kind && $0.injection == injection }.map(\.place)
        }
        var chance = Chance(seed: seed, purpose: "hands")
        let first = Double(plan.draws.min() ?? 0)
        var runs: [Run] = []
        var start = team.preparation
        for (index, site) in plan.sites.enumerated() {
            let hands = Double(plan.veins.count) * max(1, team.stagger)
            let slack = 3 * team.jitter + hands + Self.margin
            let zero = (start + max(0, -first) + slack).rounded(.up)
            let draws = Self.draws(
                injection: index + 1, zero: zero, plan: plan, team: team,
                late: happens(.late, index + 1), chance: &chance)
            runs.append(Run(number: index + 1, site: site.id, zero: zero, draws: draws))
            let last = max(zero, draws.last?.time ?? zero)
            let wait = happens(.hurried, index + 2).isEmpty ? Double(plan.wait) : 0
            start = max(last + team.catheter, zero + wait - max(0, -first) - slack)
        }
        self.runs = runs
    }

    /// One injection's draws: around their planned seconds, one hand at a time, and those of
    /// second zero and before closed before the stimulant goes in.
    private static func draws(
        injection: Int, zero: Double, plan: Plan, team: Scenario.Team, late: [Mark.Place],
        chance: inout Chance
    ) -> [Draw] {
        var draws: [Draw] = []
        var free = 0.0
        for second in plan.draws.sorted() {
            for (position, vein) in plan.veins.enumerated() {
                let jitter = min(3, max(-3, chance.normal())) * team.jitter
                var time = zero + Double(second) + jitter
                if second <= 0 {
                    let behind = Double(plan.veins.count - 1 - position) * max(1, team.stagger)
                    time = zero + Double(second) - abs(jitter) - behind - margin
                } else {
                    time += (Double(position) - Double(plan.veins.count - 1) / 2) * team.stagger
                }
                let place = Mark.Place(injection: injection, vein: vein.id, second: second)
                if late.contains(place) { time += Scenario.Mishap.lateness }
                time = max(time, free)
                free = time + 1
                draws.append(Draw(place: place, time: hundredths(time)))
            }
        }
        return draws
    }

    private static func hundredths(_ time: Double) -> Double { (time * 100).rounded() / 100 }
}
