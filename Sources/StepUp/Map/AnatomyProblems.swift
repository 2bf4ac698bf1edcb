extension Anatomy {
    /// What contradicts itself in this anatomy, a sentence each; empty when nothing does.
    public func problems() -> [String] {
        var problems: [String] = []
        if regions.isEmpty { problems.append("The anatomy has no region.") }
        if regions.count > Atlas.regionLimit {
            problems.append(
                "The anatomy has \(regions.count) regions; at most \(Atlas.regionLimit) are taken.")
        }
        problems += regions.map(\.id).doubled.map { "The region \($0.quoted) is there twice." }
        for artery in arteries {
            problems += strangers(artery.feeds, "Artery \(artery.id.quoted) feeds")
        }
        for vein in veins { problems += strangers(vein.drains, "Vein \(vein.id.quoted) drains") }
        problems += Self.ambiguous("artery", arteries.map { [$0.id, $0.name] + $0.aliases })
        problems += Self.ambiguous("vein", veins.map { [$0.id, $0.name] + $0.aliases })
        return problems + variantProblems() + marginProblems() + codeProblems()
    }

    /// Names that two entries share.
    private static func ambiguous(_ what: String, _ names: [[String]]) -> [String] {
        names.flatMap { Set($0.map(\.nameKey)) }.sorted().doubled.map {
            "The name \($0.quoted) belongs to more than one \(what)."
        }
    }

    private func strangers(_ named: [String], _ words: String) -> [String] {
        named.filter { name in !regions.contains { $0.id == name } }
            .map { "\(words) \($0.quoted), which is no region." }
    }

    private func variantProblems() -> [String] {
        var problems = variants.map(\.id).doubled.map { "The variant \($0.quoted) is there twice." }
        for variant in variants {
            let name = "Variant \(variant.id.quoted)"
            if (variant.feeds ?? [:]).isEmpty, (variant.drains ?? [:]).isEmpty {
                problems.append("\(name) changes nothing.")
            }
            for (artery, regions) in (variant.feeds ?? [:]).sorted(by: { $0.key < $1.key }) {
                if self.artery(named: artery) == nil {
                    problems.append("\(name) changes \(artery.quoted), which is no artery.")
                }
                problems += strangers(regions, "\(name): \(artery.quoted) feeds")
            }
            for (vein, regions) in (variant.drains ?? [:]).sorted(by: { $0.key < $1.key }) {
                if self.vein(named: vein) == nil {
                    problems.append("\(name) changes \(vein.quoted), which is no vein.")
                }
                problems += strangers(regions, "\(name): \(vein.quoted) drains")
            }
        }
        return problems
    }

    private func marginProblems() -> [String] {
        [("dominance", margins.dominance), ("agreement", margins.agreement)].filter {
            !($0.1.isFinite && $0.1 >= 1)
        }.map { "The margin of \($0.0) must be a factor of 1 or more, not \($0.1)." }
    }

    private func codeProblems() -> [String] {
        (regions.map { ($0.id, $0.snomed) } + arteries.map { ($0.id, $0.snomed) }
            + veins.map { ($0.id, $0.snomed) }).compactMap { id, snomed in
                guard let snomed, !CheckDigit.isRight(in: snomed.code) else { return nil }
                return "\(id.quoted) has no SNOMED CT code: \(snomed.code.quoted)."
            }
    }
}
