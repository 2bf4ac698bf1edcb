import Protocols

@testable import StepUp

extension HintRules {
    /// Everything that is looked for, as in `config/hints.yaml`.
    static let rehearsal: HintRules = {
        var rules = HintRules()
        rules.swappedVeins = .init(apart: 1.6, fits: 1.3, shrinks: 3)
        rules.swappedTimes = .init(shrinks: 2.5)
        rules.otherInjection = .init(apart: 1.8, fits: 1.25, shrinks: 3)
        rules.carryOver = .init(times: 10, share: 0.05, excess: 1.3)
        rules.haemolysis = .init(words: ["haemoly"])
        rules.raisedBaseline = .init(times: 1.5)
        rules.driftingBaseline = .init(times: 1.1, count: 3)
        rules.tooSoon = .init(watched: true)
        rules.recirculation = .init(times: 1.3, from: 80, alike: 1.3)
        rules.allTerritories = .init(count: 3)
        rules.discordantVeins = .init(times: 1.5, deviations: 2)
        rules.offPlan = .init(seconds: 10)
        rules.prozone = .init(watched: true)
        return rules
    }()
}

extension Assays {
    /// 5 % for everything.
    static let rehearsal = Assays(
        near: Near(from: 0.05, to: 0.95),
        profiles: [
            AssayProfile(id: "all", cv: [.init(at: nil, percent: 5)], source: "", read: "")
        ])
}

extension Rehearsal {
    /// Sites that a rehearsal of hints has, in order: two of the liver, one of the pancreas.
    private static let sites = ["RHA", "LHA", "GDA"]

    /// A procedure with two veins and draws at −120, 0, 30, 60, 90, 120 s, whose results are
    /// written a row an injection: `10 10 20 40 30 20 / 10 10 11 12 12 11` for RHV and LHV; `-` is
    /// not measured.
    static func hinting(
        _ rows: String..., pause: Double = 1000, rules: HintRules = .rehearsal,
        _ change: (inout Setup) -> Void = { _ in }
    ) -> Rehearsal {
        var setup = Setup.rehearsal
        setup.hints = rules
        change(&setup)
        var room = Rehearsal(setup)
        var plan = Plan.rehearsal
        plan.draws = [-120, 0, 30, 60, 90, 120]
        plan.wait = 600
        plan.sites = sites.map { Plan.Site(id: $0, name: $0) }
        room.mark(.open(plan))
        for (index, row) in rows.enumerated() {
            room.inject(index + 1, at: Double(index + 1) * pause, plan)
            let veins = row.split(separator: "/").map { $0.split(separator: " ").map(String.init) }
            for (vein, values) in zip(plan.veins, veins) {
                for (second, value) in zip(plan.draws, values) where value != "-" {
                    room.sends(label(index + 1, vein.id, second), value)
                }
            }
        }
        return room
    }

    static func label(_ injection: Int, _ vein: String, _ second: Int) -> String {
        let digits = String(second.magnitude)
        let padded = String(repeating: "0", count: 3 - digits.count) + digits
        return "T-0\(injection)-\(vein)-\(second < 0 ? "B" : "")\(padded)"
    }

    private mutating func inject(_ number: Int, at zero: Double, _ plan: Plan) {
        for second in plan.draws {
            at(zero + Double(second))
            if second == 0 { mark(.injection(site: plan.sites[number - 1].id, number: nil)) }
            for vein in plan.veins {
                let place = Mark.Place(injection: number, vein: vein.id, second: second)
                mark(.draw(specimen: nil, place: place))
            }
        }
    }

    /// The names of the hints that stand.
    var standing: [String] { station.procedures[0].hints.map(\.news.hint.id) }

    /// The sentences of the hints that stand.
    var hints: [String] { station.procedures[0].hints.map(\.news.hint.text) }
}
