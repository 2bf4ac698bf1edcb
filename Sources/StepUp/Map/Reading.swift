/// The overall reading: one word and one sentence.
extension MapNews {
    /// The overall reading.
    public var reading: Reading {
        let regions = regions
        let producing = regions.filter { $0.state == .producing }
        let unplaced = inference.statements.filter(\.isUnplaced).map(\.witness)
        let open = inference.statements.filter(\.isOpen).map(\.witness)
        let kind = inference.kind
        var words = words(of: kind, producing: producing, unplaced: unplaced)
        if !open.isEmpty { words += "; open: \(self.words(open))" }
        if !unplaced.isEmpty, kind != .unclear {
            words += "; also a step-up after \(self.words(unplaced))"
        }
        let strangers = atlas.strangers
        if !strangers.isEmpty {
            words += "; not in the anatomy file: \(strangers.joined(separator: ", "))"
        }
        if !inference.isFinal, kind != .incomplete { words += "; provisional, more is to come" }
        return Reading(
            kind: kind, regions: producing.map(\.region), final: inference.isFinal,
            text: words + ".")
    }

    /// What the word means here.
    private func words(
        of kind: Reading.Kind, producing: [Region], unplaced: [Int]
    ) -> String {
        switch kind {
        case .hepatic: return Self.words("the liver", producing)
        case .pancreatic: return Self.words("the pancreas", producing)
        case .both: return Self.words("liver and pancreas", producing)
        case .unclear where !producing.isEmpty:
            return "Every site steps up: diffuse disease, or recirculating stimulant"
        case .unclear where !unplaced.isEmpty:
            let rises = words(unplaced)
            return "Step-up after \(rises), which points to no single organ or region"
        case .unclear: return "No step-up is proven, and none can be excluded"
        case .incomplete:
            return "No step-up so far, and not every planned site is judged in every vein"
        case .noStepUp:
            let sites = atlas.plan.sites.map(\.id).joined(separator: ", ")
            return "No step-up detected at \(sites)"
        }
    }

    private static func words(_ organ: String, _ producing: [Region]) -> String {
        let regions = producing.map(\.region).joined(separator: ", ")
        let best = producing.compactMap(\.strongest).reduce(nil as Evidence?) {
            if let best = $0, best.ratio >= $1.ratio { best } else { $1 }
        }
        let strongest = best.map { "; strongest after \($0.site) in \($0.vein)" } ?? ""
        return "Step-up in \(organ): \(regions)\(strongest)"
    }
}
