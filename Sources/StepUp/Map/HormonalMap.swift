extension Anatomy {
    /// Joins feed and drainage with the verdicts: what they say of each region, and of the whole.
    ///
    /// A site or vein that this anatomy does not know informs no region of the liver; the reading
    /// says so. Whoever asks often keeps an ``Atlas`` of the plan instead.
    public func map(of verdicts: [VerdictNews], plan: Plan) -> MapNews {
        Atlas(self, plan: plan).map(of: verdicts)
    }
}

extension Atlas {
    /// The hormonal map: see ``Inference`` for its rules, and ``MapNews/basis`` for its limits.
    ///
    /// The order of `verdicts` does not matter.
    public func map(of verdicts: [VerdictNews]) -> MapNews {
        let ordered = verdicts.sorted { ($0.injection, $0.vein) < ($1.injection, $1.vein) }
        let inference = Inference(ordered, on: self)
        let regions = inference.support.indices.map { region(at: $0, of: inference) }
        return MapNews(
            regions: regions,
            reading: reading(of: ordered, regions: regions, unplaced: inference.unplaced))
    }

    private func region(at index: Int, of inference: Inference) -> MapNews.Region {
        let region = anatomy.regions[index]
        let state = inference.state(at: index)
        let (support, doubt, against) = (
            inference.support[index], inference.doubt[index], inference.against[index]
        )
        let evidence: [VerdictNews]
        let reason: String
        switch state {
        case .producing:
            evidence = support
            reason = Self.reason(support: support, against: against)
        case .undecided:
            evidence = doubt
            reason = Self.reason(doubt: doubt)
        case .notProducing:
            evidence = against
            reason = "No step-up after \(against.places)."
        case .notExamined:
            evidence = []
            reason = "No injection and sampled vein inform it so far."
        }
        return MapNews.Region(
            region: region.id, organ: region.organ, state: state, strongest: evidence.strongest,
            supporting: Set(evidence.map(\.injection)).sorted(), reason: reason)
    }

    private static func reason(support: [VerdictNews], against: [VerdictNews]) -> String {
        let rises = "Step-up after \(support.places)"
        return against.isEmpty ? "\(rises)." : "\(rises), but not after \(against.places)."
    }

    private static func reason(doubt: [VerdictNews]) -> String {
        let rises = doubt.filter { $0.state == .stepUp }
        let others = doubt.filter { $0.state != .stepUp }
        var parts: [String] = []
        if !rises.isEmpty {
            parts.append("the step-up after \(rises.places) does not single it out")
        }
        if !others.isEmpty { parts.append("open after \(others.places)") }
        let sentence = parts.joined(separator: "; ")
        return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
    }
}

extension [VerdictNews] {
    /// The verdict with the highest ratio as evidence; the earliest of equals.
    var strongest: MapNews.Evidence? {
        var best: MapNews.Evidence?
        for verdict in self {
            guard let ratio = verdict.ratio?.low, let second = verdict.second else { continue }
            if let best, best.ratio >= ratio { continue }
            best = MapNews.Evidence(
                injection: verdict.injection, site: verdict.site, vein: verdict.vein,
                ratio: ratio, second: second)
        }
        return best
    }

    /// `RHA (RHV, MHV), SMA (RHV)`: the injections with their veins, in order.
    var places: String {
        var veins: [(injection: Int, site: String, veins: [String])] = []
        for verdict in self {
            if veins.last?.injection == verdict.injection {
                veins[veins.count - 1].veins.append(verdict.vein)
            } else {
                veins.append((verdict.injection, verdict.site, [verdict.vein]))
            }
        }
        return veins.map { "\($0.site) (\($0.veins.joined(separator: ", ")))" }
            .joined(separator: ", ")
    }
}
