extension Anatomy {
    /// Joins feed and drainage with the verdicts: what they say of each region, and of the whole.
    ///
    /// A site or vein that this anatomy does not know informs no region of the liver; the reading
    /// says so. The order of `verdicts` does not matter.
    public func map(of verdicts: [VerdictNews], plan: Plan) -> MapNews {
        let atlas = Atlas(self, plan: plan)
        let others = verdicts.map(\.site)
        let witnesses = verdicts.map { verdict in
            let place = MapNews.Place(
                injection: verdict.injection, site: verdict.site, vein: verdict.vein)
            var witness = atlas.witness(of: place, others: others)
            witness.finding = Witness.Finding(verdict)
            return (place, witness)
        }
        let sorted = witnesses.sorted {
            ($0.1.injection, $0.1.vein) < ($1.1.injection, $1.1.vein)
        }
        return MapNews(
            atlas: atlas, places: sorted.map(\.0),
            inference: Inference(sorted.map(\.1), on: atlas))
    }
}

/// The words of a map, made of what was inferred.
extension MapNews {
    /// The regions, in the anatomy's order.
    public var regions: [Region] {
        (0..<atlas.regionCount).map { index in
            let known = Known(inference.statements, at: index)
            return Region(
                region: atlas.anatomy.regions[index].id,
                organ: atlas.anatomy.regions[index].organ, state: known.state,
                strongest: inference.strongest[index].map { evidence($0) },
                supporting: injections(known.evidence), reason: reason(known))
        }
    }

    /// What is said of one region; verdicts by their index.
    private struct Known {
        var support: [Int] = []
        var rises: [Int] = []
        var others: [Int] = []
        var doubt: [Int] = []
        var against: [Int] = []

        init(_ statements: [Inference.Statement], at region: Int) {
            for statement in statements where statement.territory >> region & 1 == 1 {
                switch statement.voice {
                case .support: support.append(statement.witness)
                case .doubtfulRise: rises.append(statement.witness)
                case .doubt: others.append(statement.witness)
                case .against: against.append(statement.witness)
                }
            }
            doubt = (rises + others).sorted()
        }

        var state: Region.State {
            if !support.isEmpty { return .producing }
            if !doubt.isEmpty { return .undecided }
            return against.isEmpty ? .notExamined : .notProducing
        }

        /// The verdicts that the state rests on.
        var evidence: [Int] {
            switch state {
            case .producing: support
            case .undecided: doubt
            case .notProducing: against
            case .notExamined: []
            }
        }
    }

    private func reason(_ known: Known) -> String {
        switch known.state {
        case .producing:
            let rises = "Step-up after \(words(known.support))"
            if known.against.isEmpty { return "\(rises)." }
            return "\(rises), but not after \(words(known.against))."
        case .undecided:
            let open = "open after \(words(known.others))"
            if known.rises.isEmpty { return "Still \(open)." }
            let rise = "The step-up after \(words(known.rises)) does not single it out"
            return known.others.isEmpty ? "\(rise)." : "\(rise); \(open)."
        case .notProducing: return "No step-up after \(words(known.against))."
        case .notExamined: return "No injection and sampled vein inform it so far."
        }
    }

    private func evidence(_ strongest: Inference.Evidence) -> Evidence {
        let place = places[strongest.witness]
        return Evidence(
            injection: place.injection, site: place.site, vein: place.vein,
            ratio: strongest.peak.ratio, second: strongest.peak.second)
    }

    /// The numbers of the injections, each once.
    private func injections(_ indices: [Int]) -> [Int] {
        indices.reduce(into: []) { numbers, index in
            if numbers.last != places[index].injection { numbers.append(places[index].injection) }
        }
    }

    /// The injections with their veins, as in `RHA (RHV, MHV), SMA (RHV)`.
    func words(_ indices: [Int]) -> String {
        var text = ""
        var last: Int?
        for index in indices {
            let place = places[index]
            text += last == nil ? "" : last == place.injection ? ", " : "), "
            if last != place.injection { text += "\(place.site) (" }
            text += place.vein
            last = place.injection
        }
        return last == nil ? "" : text + ")"
    }
}
