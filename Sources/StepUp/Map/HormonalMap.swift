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
        let witnesses = witnesses(verdicts)
        let inference = Inference(
            witnesses, regions: anatomy.regions.count, pancreas: pancreas)
        var regions: [MapNews.Region] = []
        for (index, known) in inference.cases.enumerated() {
            // Neighbours often rest on the same verdicts, and then share their words.
            if index > 0, known == inference.cases[index - 1] {
                regions.append(regions[index - 1])
            } else {
                regions.append(Self.region(known, verdicts: verdicts))
            }
            regions[index].region = anatomy.regions[index].id
            regions[index].organ = anatomy.regions[index].organ
        }
        return MapNews(
            regions: regions,
            reading: reading(
                of: verdicts, in: witnesses.map(\.verdict), regions: regions,
                unplaced: inference.unplaced))
    }

    /// A region whose evidence is `known`, still without its name.
    private static func region(
        _ known: Inference.Case, verdicts: [VerdictNews]
    ) -> MapNews.Region {
        let (evidence, reason) =
            switch known.state {
            case .producing: (known.support, producing(known, verdicts: verdicts))
            case .undecided: (known.doubt, undecided(known, verdicts: verdicts))
            case .notProducing:
                (known.against, "No step-up after \(verdicts.places(known.against)).")
            case .notExamined: ([], "No injection and sampled vein inform it so far.")
            }
        return MapNews.Region(
            region: "", organ: .liver, state: known.state,
            strongest: verdicts.strongest(evidence), supporting: verdicts.injections(evidence),
            reason: reason)
    }

    private static func producing(_ known: Inference.Case, verdicts: [VerdictNews]) -> String {
        let rises = "Step-up after \(verdicts.places(known.support))"
        if known.against.isEmpty { return "\(rises)." }
        return "\(rises), but not after \(verdicts.places(known.against))."
    }

    private static func undecided(_ known: Inference.Case, verdicts: [VerdictNews]) -> String {
        let rises = known.doubt.filter { verdicts[$0].state == .stepUp }
        let others = known.doubt.filter { verdicts[$0].state != .stepUp }
        let open = "open after \(verdicts.places(others))"
        if rises.isEmpty { return "Still \(open)." }
        let rise = "The step-up after \(verdicts.places(rises)) does not single it out"
        return others.isEmpty ? "\(rise)." : "\(rise); \(open)."
    }
}

/// Words and evidence from some of the verdicts, which are named by their indices, in the order of
/// their injections.
extension [VerdictNews] {
    /// The verdict with the highest ratio as evidence; the earliest of equals.
    func strongest(_ indices: [Int]) -> MapNews.Evidence? {
        var best: (index: Int, ratio: Double)?
        for index in indices {
            guard let ratio = self[index].ratio?.low, self[index].second != nil else { continue }
            if let best, best.ratio >= ratio { continue }
            best = (index, ratio)
        }
        guard let best, let second = self[best.index].second else { return nil }
        return MapNews.Evidence(
            injection: self[best.index].injection, site: self[best.index].site,
            vein: self[best.index].vein, ratio: best.ratio, second: second)
    }

    /// The numbers of the injections, each once.
    func injections(_ indices: [Int]) -> [Int] {
        indices.reduce(into: []) { numbers, index in
            if numbers.last != self[index].injection { numbers.append(self[index].injection) }
        }
    }

    /// The injections with their veins, as in `RHA (RHV, MHV), SMA (RHV)`.
    func places(_ indices: [Int]) -> String {
        var text = ""
        var last: Int?
        for index in indices {
            if last == self[index].injection {
                text += ", "
            } else {
                text += last == nil ? "" : "), "
                text += self[index].site
                text += " ("
            }
            text += self[index].vein
            last = self[index].injection
        }
        return last == nil ? "" : text + ")"
    }
}
