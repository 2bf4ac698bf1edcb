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

/// The regions of a map, made of what was inferred.
extension MapNews {
    /// The regions, in the anatomy's order.
    public var regions: [Region] {
        (0..<atlas.regionCount).map { index in
            let known = Known(inference.statements, at: index)
            return Region(
                region: atlas.anatomy.regions[index].id,
                organ: atlas.anatomy.regions[index].organ, state: known.state,
                strongest: inference.strongest[index].map { evidence($0) },
                supporting: injections(known.basis),
                evidence: known.all.map { statement($0) }, reason: reason(known, at: index))
        }
    }

    /// What is said of one region.
    struct Known {
        /// Everything, in the order of the witnesses.
        let all: [Inference.Statement]

        init(_ statements: [Inference.Statement], at region: Int) {
            all = statements.filter { $0.territory >> region & 1 == 1 }
        }

        /// The statements of these voices.
        func said(_ voices: Inference.Voice...) -> [Inference.Statement] {
            all.filter { voices.contains($0.voice) }
        }

        var state: Region.State {
            if !said(.support).isEmpty { return .producing }
            if !said(.doubt, .doubtfulRise).isEmpty { return .undecided }
            return said(.against).isEmpty ? .notExamined : .notProducing
        }

        /// The statements that the state rests on.
        var basis: [Inference.Statement] {
            switch state {
            case .producing: said(.support)
            case .undecided: said(.doubt, .doubtfulRise)
            case .notProducing: said(.against)
            case .notExamined: []
            }
        }
    }

    private func evidence(_ strongest: Inference.Evidence) -> Evidence {
        let place = places[strongest.witness]
        return Evidence(
            injection: place.injection, site: place.site, vein: place.vein,
            ratio: strongest.peak.ratio, second: strongest.peak.second)
    }

    private func statement(_ said: Inference.Statement) -> Statement {
        let place = places[said.witness]
        return Statement(
            injection: place.injection, site: place.site, vein: place.vein,
            says: said.voice.rawValue, ratio: said.peak?.ratio, second: said.peak?.second,
            why: said.cause.map { words(for: $0) })
    }

    /// The numbers of the injections, each once.
    private func injections(_ statements: [Inference.Statement]) -> [Int] {
        statements.reduce(into: []) { numbers, statement in
            let number = places[statement.witness].injection
            if numbers.last != number { numbers.append(number) }
        }
    }
}
