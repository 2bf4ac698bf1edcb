/// Why a region is drawn as it is: one sentence from everything that could see it.
extension MapNews {
    /// The sentence for the region at `index`.
    func reason(_ known: Known, at index: Int) -> String {
        let against = known.said(.against)
        switch known.state {
        case .producing:
            let support = known.said(.support)
            let own = Set(support.map { places[$0.witness].injection })
            let beside = against.filter { own.contains(places[$0.witness].injection) }
            let elsewhere = against.filter { !own.contains(places[$0.witness].injection) }
            return sentence([
                rises(support), beside.isEmpty ? nil : "not seen in \(veins(beside))",
                elsewhere.isEmpty ? nil : "not after \(words(elsewhere.map(\.witness)))",
            ])
        case .undecided:
            let open = known.said(.doubt).map(\.witness)
            return sentence([
                doubtful(known.said(.doubtfulRise)),
                open.isEmpty ? nil : "still open after \(words(open))",
                against.isEmpty ? nil : "not after \(words(against.map(\.witness)))",
            ])
        case .notProducing:
            let explained = known.said(.explained)
            return sentence([
                "No step-up after \(words(against.map(\.witness)))",
                explained.isEmpty ? nil : "\(rises(explained)) comes from elsewhere",
            ])
        case .notExamined:
            let isAhead = atlas.ahead >> index & 1 == 1
            return isAhead
                ? "No injection and sampled vein inform it so far."
                : "No planned injection and sampled vein can inform it."
        }
    }

    /// Why a step-up does not speak for all that its artery feeds, in a phrase.
    func words(for cause: Inference.Cause) -> String {
        switch cause {
        case .branch(let witness): "\(places[witness].site) steps up further out"
        case .cleared: "cleared by branches without step-up"
        case .bothOrgans: "its artery feeds both organs, and the veins do not tell them apart"
        case .alike: "all veins rise alike, as through the portal vein"
        case .specific: "only some veins rise so much, as from a part of the liver"
        case .nowhere: "its artery feeds nothing that the vein drains"
        }
    }

    private func sentence(_ parts: [String?]) -> String {
        parts.compactMap(\.self).joined(separator: "; ") + "."
    }

    /// Rises that do not single the region out, each cause once.
    private func doubtful(_ statements: [Inference.Statement]) -> String? {
        guard !statements.isEmpty else { return nil }
        var causes: [String] = []
        for statement in statements {
            let cause = statement.cause.map { words(for: $0) } ?? ""
            if !causes.contains(cause), !cause.isEmpty { causes.append(cause) }
        }
        let why = causes.isEmpty ? "" : " (\(causes.joined(separator: "; ")))"
        return "\(rises(statements)): not singled out\(why)"
    }

    /// Rises with their numbers, as in `RHA → RHV ×4.1 at 40 s, MHV ×2.3 at 60 s`.
    func rises(_ statements: [Inference.Statement]) -> String {
        var text = ""
        var last: Int?
        for statement in statements {
            let place = places[statement.witness]
            text += last == nil ? "" : last == place.injection ? ", " : "; "
            if last != place.injection { text += "\(place.site) → " }
            text += place.vein
            if let peak = statement.peak {
                text += " \(peak.ratio.timesWords) at \(peak.second.secondWords) s"
            }
            last = place.injection
        }
        return text
    }

    /// The veins of statements, each once.
    private func veins(_ statements: [Inference.Statement]) -> String {
        var veins: [String] = []
        for statement in statements where !veins.contains(places[statement.witness].vein) {
            veins.append(places[statement.witness].vein)
        }
        return veins.joined(separator: ", ")
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

extension Double {
    /// A ratio as in `×4.1`: one decimal, and as many more as it takes not to look like a whole
    /// number that it is not.
    var timesWords: String {
        guard isFinite, self < 1e6 else { return "×\(self)" }
        var unit = 10.0
        while unit < 10_000, (self * unit).rounded().remainder(dividingBy: unit) == 0,
            (self * 10_000).rounded() != (self * unit).rounded() * (10_000 / unit)
        {
            unit *= 10
        }
        let shown = (self * unit).rounded() / unit
        return shown == shown.rounded() ? "×\(Int(shown))" : "×\(shown)"
    }
}
