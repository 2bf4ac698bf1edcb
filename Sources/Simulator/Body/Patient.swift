import StepUp

/// A scenario's body joined with the anatomy hints: whom a bolus reaches, and who drains it.
struct Patient: Sendable {
    /// What secretes: the tumours, then each healthy region of the pancreas.
    let sources: [Source]
    /// How many of them are tumours.
    private let tumours: Int
    /// The plan's veins' blood flows, mL/min, in the plan's order.
    let veinFlows: [Double]
    /// By the plan's site id: the share of a bolus that reaches each source.
    private let shares: [String: [Double]]

    /// Puts the patient together.
    ///
    /// - Throws: what the scenario names but the plan or the anatomy does not know.
    init(
        scenario: Scenario, hormone: Hormone, anatomy: Anatomy, plan: Plan
    ) throws(ScenarioProblem) {
        let body = scenario.body
        var veins: [Scenario.Vein] = []
        for vein in plan.veins {
            guard let known = body.veins[vein.id], known.flow > 0 else {
                throw ScenarioProblem("the plan samples \(vein.id): give its flow under 'veins'")
            }
            veins.append(known)
        }
        veinFlows = veins.map { $0.flow * body.flow }
        var sources: [Source] = []
        for tumour in body.tumours {
            guard let region = anatomy.regions.first(where: { $0.id == tumour.region }) else {
                throw ScenarioProblem("a tumour sits in '\(tumour.region)', which is no region")
            }
            let drains =
                region.organ == .liver ? veins.map { $0.drains[tumour.region] ?? 0 } : nil
            sources.append(
                Source(
                    region: region.id, basal: tumour.secretion, gain: tumour.gain, drains: drains))
        }
        tumours = sources.count
        let islets = anatomy.regions.filter { $0.organ == .pancreas }.map(\.id)
        sources += islets.map {
            Source(
                region: $0, basal: body.secretion / Double(islets.count), gain: hormone.gain,
                drains: nil)
        }
        self.sources = sources
        shares = Self.shares(of: plan, sources: sources, body: body, anatomy: anatomy)
    }

    /// The share of a bolus into `site` that reaches each source; nothing for an unknown site.
    func shares(of site: String) -> [Double] {
        shares[site] ?? sources.map { _ in 0 }
    }

    /// True when a bolus into `site` reaches tumour tissue that answers.
    func reachesTumour(from site: String) -> Bool {
        zip(sources, shares(of: site)).prefix(tumours).contains { $0.gain > 0 && $1 > 0 }
    }

    private static func shares(
        of plan: Plan, sources: [Source], body: Scenario.Body, anatomy: Anatomy
    ) -> [String: [Double]] {
        var shares: [String: [Double]] = [:]
        for site in plan.sites {
            let hint = anatomy.arteries.first {
                $0.id == site.id || $0.aliases.contains(site.id)
            }
            shares[site.id] = sources.map { source in
                if let own = body.feeds[site.id] { return own[source.region] ?? 0 }
                guard let hint, hint.feeds.contains(source.region) else { return 0 }
                return 1 / Double(hint.feeds.count)
            }
        }
        return shares
    }
}
