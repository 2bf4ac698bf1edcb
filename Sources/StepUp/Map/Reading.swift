/// The overall reading: one word and one sentence.
extension Atlas {
    /// What the whole comes to.
    ///
    /// A step-up that points to regions is read at once, provisional while anything is awaited.
    /// Without one the reading is incomplete while anything is awaited, and then either that
    /// nothing was detected or that it is unclear. "Unclear" has no published definition; ours is a
    /// step-up that no region explains, every site stepping up in both organs, or a verdict left
    /// open.
    func reading(
        of verdicts: [VerdictNews], in order: [Int], regions: [MapNews.Region], unplaced: [Int]
    ) -> MapNews.Reading {
        let producing = regions.filter { $0.state == .producing }
        let organs = Set(producing.map(\.organ))
        let isComplete = isComplete(verdicts)
        let open = order.filter {
            verdicts[$0].state == .undecided || verdicts[$0].state == .unusable
        }
        let kind: MapNews.Reading.Kind
        var words: String
        if organs.count == 2, everySiteSteps(verdicts) {
            kind = .unclear
            words = "Every site steps up: diffuse disease, or recirculating stimulant"
        } else if !producing.isEmpty {
            kind = organs.count == 2 ? .both : organs.contains(.liver) ? .hepatic : .pancreatic
            words = Self.words(kind, producing: producing)
        } else if !unplaced.isEmpty {
            kind = .unclear
            words =
                "Step-up after \(verdicts.places(unplaced)), which points to no single organ or region"
        } else if !isComplete {
            kind = .incomplete
            words = "No step-up so far, and not every planned site is judged in every vein"
        } else if !open.isEmpty {
            kind = .unclear
            words = "No step-up is proven, and none can be excluded"
        } else {
            kind = .noStepUp
            words = "No step-up detected at \(plan.sites.map(\.id).joined(separator: ", "))"
        }
        words += remarks(
            open: verdicts.places(open), unplaced: kind == .unclear ? "" : verdicts.places(unplaced)
        )
        if !isComplete, kind != .incomplete { words += "; provisional, more is to come" }
        return MapNews.Reading(
            kind: kind, regions: producing.map(\.region), final: isComplete, text: words + ".")
    }

    /// What is said beside the reading: verdicts left open, and what could not be placed.
    private func remarks(open: String, unplaced: String) -> String {
        var words = open.isEmpty ? "" : "; open: \(open)"
        if !unplaced.isEmpty { words += "; also a step-up after \(unplaced)" }
        if !strangers.isEmpty {
            words += "; not in the anatomy file: \(strangers.joined(separator: ", "))"
        }
        return words
    }

    private static func words(
        _ kind: MapNews.Reading.Kind, producing: [MapNews.Region]
    ) -> String {
        let organ =
            switch kind {
            case .hepatic: "the liver"
            case .pancreatic: "the pancreas"
            default: "liver and pancreas"
            }
        let regions = producing.map(\.region).joined(separator: ", ")
        let best = producing.compactMap(\.strongest).reduce(nil as MapNews.Evidence?) {
            if let best = $0, best.ratio >= $1.ratio { best } else { $1 }
        }
        let strongest = best.map { "; strongest after \($0.site) in \($0.vein)" } ?? ""
        return "Step-up in \(organ): \(regions)\(strongest)"
    }

    /// True when every planned site was judged in every vein, and nothing can change any more.
    private func isComplete(_ verdicts: [VerdictNews]) -> Bool {
        verdicts.allSatisfy(\.final)
            && plan.sites.allSatisfy { site in
                plan.veins.allSatisfy { vein in
                    verdicts.contains { $0.site == site.id && $0.vein == vein.id }
                }
            }
    }

    /// True when three or more sites were judged and each stepped up in some vein.
    private func everySiteSteps(_ verdicts: [VerdictNews]) -> Bool {
        let judged = verdicts.filter { $0.state != .awaitingBaseline && $0.state != .pending }
        let sites = Set(judged.map(\.site))
        let rising = Set(judged.filter { $0.state == .stepUp }.map(\.site))
        return sites.count >= 3 && sites == rising
    }
}
