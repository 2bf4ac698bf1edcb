import StepUp

/// One procedure of an evaluation: a scenario drawn by chance, and what is known of it.
///
/// What is drawn, and from where to where, stands in `docs/model.md`; all of it is ours.
struct ImaginedProcedure {
    let scenario: Scenario
    let conditions: [Condition]
    /// What a hint should find.
    let oddities: [Oddity]

    /// What the results of an evaluation are told apart by.
    enum Condition: String, CaseIterable {
        case all = "all procedures"
        case none = "no tumour that answers"
        case liver = "tumours in the liver"
        case pancreas = "a tumour in the pancreas"
        case both = "tumours in both"
        case precise = "assay CV up to 5 %"
        case coarse = "assay CV above 5 %"
        case complete = "every tube arrives"
        case missing = "tubes are missing"
        case swapped = "two tubes are swapped"
        case odd = "something else is odd"
        case hinted = "arteries as the hints say"
        case variant = "arteries differ from them"
    }

    /// The procedure `number` of an evaluation by `seed`, which varies `base`.
    init(_ number: Int, seed: UInt64, varying base: Scenario, plan: Plan, anatomy: Anatomy) {
        var draw = Draw(chance: Chance(seed: seed, purpose: "procedure \(number)"))
        var scenario = base
        scenario.title = "Procedure \(number) of an evaluation"
        scenario.body.tumours = draw.tumours(in: anatomy)
        let healthy = base.body.secretion
        scenario.body.secretion = healthy * draw.between(0.6, 1.4)
        scenario.body.flow = base.body.flow * draw.between(0.8, 1.2)
        scenario.body.variability = draw.between(0.05, 0.15)
        for (id, vein) in base.body.veins.sorted(by: { $0.key < $1.key }) {
            scenario.body.veins[id]?.drains = draw.mixing(vein.drains)
        }
        let isVariant = draw.happens(0.3)
        if isVariant { scenario.body.feeds = draw.variant(of: base.body.feeds, anatomy) }
        scenario.assay.cv = draw.happens(0.2) ? draw.between(0.06, 0.10) : draw.between(0.02, 0.05)
        scenario.team.jitter = draw.between(0.5, 3)
        scenario.mishaps = draw.mishaps(by: plan)
        var odd = Draw(chance: Chance(seed: seed, purpose: "oddity \(number)"))
        odd.upset(&scenario, plan: plan)
        self.scenario = scenario
        oddities = scenario.oddities(plan: plan)
        conditions = Self.conditions(of: scenario, isVariant: isVariant, anatomy: anatomy)
    }

    /// True when every tube arrives, nothing is odd, and the arteries are as the hints say.
    var isClean: Bool { conditions.contains(.complete) && conditions.contains(.hinted) }

    /// True when tubes bear each other's labels.
    var isMislabelled: Bool {
        scenario.mishaps.contains { [.swapped, .exchanged, .misplaced].contains($0.kind) }
    }

    /// The regions in which tumour tissue answers.
    func answering(in anatomy: Anatomy) -> [Anatomy.Region] {
        Self.answering(scenario, in: anatomy)
    }

    /// What the laboratory knows of its own assay.
    var assay: AssayProfile {
        AssayProfile(
            id: "own", cv: [AssayProfile.Point(at: nil, percent: scenario.assay.cv * 100)],
            source: "the scenario", read: "whole")
    }

    private static func answering(
        _ scenario: Scenario, in anatomy: Anatomy
    ) -> [Anatomy.Region] {
        let ill = Set(scenario.body.tumours.filter { $0.gain > 0 }.map(\.region))
        return anatomy.regions.filter { ill.contains($0.id) }
    }

    private static func conditions(
        of scenario: Scenario, isVariant: Bool, anatomy: Anatomy
    ) -> [Condition] {
        let organs = Set(answering(scenario, in: anatomy).map(\.organ))
        var conditions: [Condition] = [.all, scenario.assay.cv > 0.05 ? .coarse : .precise]
        switch (organs.contains(.liver), organs.contains(.pancreas)) {
        case (true, true): conditions.append(.both)
        case (true, false): conditions.append(.liver)
        case (false, true): conditions.append(.pancreas)
        case (false, false): conditions.append(.none)
        }
        let kinds = Set(scenario.mishaps.map(\.kind))
        if kinds.contains(.broken) { conditions.append(.missing) }
        if kinds.contains(.swapped) { conditions.append(.swapped) }
        let isOdd =
            !kinds.isSubset(of: [.broken, .swapped]) || scenario.assay.carry != nil
            || scenario.body.recirculation != nil
        if isOdd { conditions.append(.odd) }
        if kinds.isEmpty, !isOdd { conditions.append(.complete) }
        return conditions + [isVariant ? .variant : .hinted]
    }
}

/// The chance of one procedure.
private struct Draw {
    var chance: Chance

    mutating func between(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * chance.unit()
    }

    mutating func happens(_ probability: Double) -> Bool { chance.unit() < probability }

    /// None to three tumours, two in three of them in the liver; one in nine does not answer
    /// (5 of 45 and 3 of 25 in print).
    mutating func tumours(in anatomy: Anatomy) -> [Scenario.Tumour] {
        let place = chance.unit()
        let count = place < 0.15 ? 0 : place < 0.6 ? 1 : place < 0.88 ? 2 : 3
        return (0..<count).map { _ in
            let organ: Anatomy.Organ = happens(2.0 / 3) ? .liver : .pancreas
            let regions = anatomy.regions.filter { $0.organ == organ }
            let region = regions[chance.below(regions.count)]
            return Scenario.Tumour(
                region: region.id, secretion: between(3_000, 15_000),
                gain: happens(1.0 / 9) ? 0 : between(4, 20))
        }
    }

    /// Shares that differ from patient to patient.
    mutating func mixing(_ shares: [String: Double]) -> [String: Double] {
        var mixed = shares
        for (region, share) in shares.sorted(by: { $0.key < $1.key }) {
            mixed[region] = min(1, share * between(0.7, 1.2))
        }
        return mixed
    }

    /// Segment 4 from the right, or the right hepatic artery from the superior mesenteric one.
    mutating func variant(
        of feeds: [String: [String: Double]], _ anatomy: Anatomy
    ) -> [String: [String: Double]] {
        var feeds = feeds
        func even(_ artery: String, adding: [String] = [], without: String = "") {
            let hint = anatomy.arteries.first { $0.id == artery }?.feeds ?? []
            let regions = (hint + adding).filter { $0 != without }
            feeds[artery] = Dictionary(
                regions.map { ($0, 1 / Double(regions.count)) }, uniquingKeysWith: { $1 })
        }
        if happens(0.5) {
            even("RHA", adding: ["S4"])
            even("LHA", without: "S4")
        } else {
            even("SMA", adding: ["S5", "S6", "S7", "S8"])
        }
        return feeds
    }

    /// Tubes that never arrive in three procedures of ten, and two that are swapped in one of ten.
    mutating func mishaps(by plan: Plan) -> [Scenario.Mishap] {
        var mishaps: [Scenario.Mishap] = []
        if happens(0.3) {
            for _ in 0...chance.below(4) { mishaps.append(mishap(.broken, plan)) }
        }
        if happens(0.1) { mishaps.append(mishap(.swapped, plan)) }
        return mishaps
    }

    private mutating func mishap(_ kind: Scenario.Mishap.Kind, _ plan: Plan) -> Scenario.Mishap {
        Scenario.Mishap(
            kind: kind, injection: 1 + chance.below(plan.sites.count),
            vein: plan.veins[chance.below(plan.veins.count)].id,
            second: plan.draws[chance.below(plan.draws.count)])
    }

    /// One thing more that is odd, in three procedures of twenty.
    mutating func upset(_ scenario: inout Scenario, plan: Plan) {
        guard happens(0.15) else { return }
        switch chance.below(6) {
        case 0: scenario.mishaps.append(mishap(.exchanged, plan))
        case 1: scenario.mishaps.append(mishap(.misplaced, plan))
        case 2:
            var late = mishap(.late, plan)
            let draws = plan.draws.filter { $0 > 0 }
            if !draws.isEmpty { late.second = draws[chance.below(draws.count)] }
            scenario.mishaps.append(late)
        case 3:
            var hurried = mishap(.hurried, plan)
            hurried.injection = 2 + chance.below(max(1, plan.sites.count - 1))
            scenario.mishaps.append(hurried)
        case 4: scenario.assay.carry = 0.02
        default: scenario.body.recirculation = 0.06
        }
    }
}
