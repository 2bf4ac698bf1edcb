/// The overall reading: one word, what is not clear about it, and one sentence.
extension MapNews {
    /// The overall reading.
    public var reading: Reading {
        let producing = regions.filter { $0.state == .producing }
        let sites = inference.ranking.territories.map { places[$0.witness].site }
        let doubts = self.doubts
        var words = words(of: inference.kind, producing: producing)
        if !doubts.isEmpty { words += "; not clear: \(doubts.joined(separator: "; "))" }
        if !inference.isFinal, inference.kind != .incomplete {
            words += "; provisional, more is to come"
        }
        return Reading(
            kind: inference.kind, regions: producing.map(\.region), territories: sites,
            dominant: inference.ranking.isDominated ? sites.first : nil, doubts: doubts,
            final: inference.isFinal, text: words + ".")
    }

    /// What the word means here.
    private func words(of kind: Reading.Kind, producing: [Region]) -> String {
        switch kind {
        case .hepatic: return "Step-up in the liver: \(names(producing))\(strongest)"
        case .pancreatic: return "Step-up in the pancreas: \(names(producing))\(strongest)"
        case .both:
            let liver = names(producing.filter { $0.organ == .liver })
            let pancreas = names(producing.filter { $0.organ == .pancreas })
            return "Step-up in liver and pancreas: \(liver); \(pancreas)\(strongest)"
        case .diffuse: return "Every site steps up: diffuse disease, or recirculating stimulant"
        case .unclear where !unplaced.isEmpty:
            return
                "Step-up after \(self.words(unplaced)), which points to no single organ or region"
        case .unclear: return "No step-up is proven, and none can be excluded"
        case .incomplete:
            return "No step-up so far, and not every planned site is judged in every vein"
        case .noStepUp: return "No step-up detected at \(judgedSites)"
        }
    }

    /// Step-ups that decide nothing, by their witnesses.
    private var unplaced: [Int] {
        inference.statements.filter(\.isUnplaced).map(\.witness)
    }

    /// The sites that a verdict speaks of, in the order of the plan.
    private var judgedSites: String {
        let judged = Set(inference.statements.map { places[$0.witness].site })
        let known = atlas.plan.sites.map(\.id).filter { judged.contains($0) }
        return known.joined(separator: ", ")
    }

    private func names(_ regions: [Region]) -> String {
        regions.map(\.region).joined(separator: ", ")
    }

    /// The strongest evidence of all.
    private var strongest: String {
        guard let first = inference.ranking.territories.first else { return "" }
        let place = places[first.witness]
        return "; strongest after \(place.site) in \(place.vein)"
    }

    /// Why the localisation is not clear, a phrase each.
    private var doubts: [String] {
        let open = inference.statements.filter(\.isOpen).map(\.witness)
        var doubts = inference.discords.map { words(for: $0) } + apportioned
        if inference.kind != .diffuse, let equals { doubts.append(equals) }
        if !open.isEmpty { doubts.append("open: \(words(open))") }
        if !unplaced.isEmpty, ![.unclear, .diffuse].contains(inference.kind) {
            doubts.append("also a step-up after \(words(unplaced))")
        }
        if !atlas.strangers.isEmpty {
            doubts.append("not in the anatomy file: \(atlas.strangers.joined(separator: ", "))")
        }
        return doubts
    }

    /// The step-ups of both organs' arteries that only their veins tell apart.
    private var apportioned: [String] {
        var sites: [String] = []
        for statement in inference.statements where statement.voice == .support {
            let site = places[statement.witness].site
            if statement.cause != nil, !sites.contains(site) { sites.append(site) }
        }
        return sites.map { "\($0) feeds both organs, which its veins alone tell apart" }
    }

    /// The territories, when none of several dominates.
    private var equals: String? {
        let territories = inference.ranking.territories
        guard territories.count > 1, !inference.ranking.isDominated else { return nil }
        let list = territories.map { "\(places[$0.witness].site) \($0.ratio.timesWords)" }
        let margin = atlas.anatomy.margins.dominance.timesWords
        return "no territory dominates by \(margin) (\(list.joined(separator: ", ")))"
    }

    private func words(for discord: Discord) -> String {
        let site = places[discord.witness].site
        return discord.isHepatic
            ? "\(site) feeds the liver alone and all veins rise alike, as in diffuse disease or by "
                + "recirculating stimulant"
            : "\(site) feeds the pancreas alone and not all veins rise alike, as streaming, reflux "
                + "or recirculation can make them"
    }
}
