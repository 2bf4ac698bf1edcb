extension Anatomy {
    /// What contradicts itself in this anatomy, a sentence each; empty when nothing does.
    public func problems() -> [String] { flaws().map(\.problem) }

    /// The same, each with the keys that lead to it.
    public func flaws() -> [Flaw] {
        func flaws(_ path: [String], _ problems: [String]) -> [Flaw] {
            problems.map { Flaw(path: path, problem: $0) }
        }
        var all = flaws(["regions"], regionProblems())
        for (index, artery) in arteries.enumerated() {
            let problems = strangers(artery.feeds, "Artery \(artery.id.quoted) feeds")
            all += flaws(["arteries", "\(index)", "feeds"], problems)
        }
        for (index, vein) in veins.enumerated() {
            let problems = strangers(vein.drains, "Vein \(vein.id.quoted) drains")
            all += flaws(["veins", "\(index)", "drains"], problems)
        }
        let names = arteries.map { [$0.id, $0.name] + $0.aliases }
        all += flaws(["arteries"], Self.ambiguous("artery", names))
        all += flaws(
            ["veins"], Self.ambiguous("vein", veins.map { [$0.id, $0.name] + $0.aliases }))
        let doubled = variants.map(\.id).doubled.map { "The variant \($0.quoted) is there twice." }
        all += flaws(["variants"], doubled)
        for (index, variant) in variants.enumerated() {
            all += flaws(["variants", "\(index)"], problems(of: variant))
        }
        return all + flaws(["margins"], marginProblems()) + codeFlaws()
    }

    private func regionProblems() -> [String] {
        var problems: [String] = []
        if regions.isEmpty { problems.append("The anatomy has no region.") }
        if regions.count > Atlas.regionLimit {
            problems.append(
                "The anatomy has \(regions.count) regions; at most \(Atlas.regionLimit) are taken.")
        }
        return problems
            + regions.map(\.id).doubled.map { "The region \($0.quoted) is there twice." }
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

    private func problems(of variant: Variant) -> [String] {
        let name = "Variant \(variant.id.quoted)"
        let feeds = (variant.feeds ?? [:]).sorted { $0.key < $1.key }
        let drains = (variant.drains ?? [:]).sorted { $0.key < $1.key }
        var problems = feeds.isEmpty && drains.isEmpty ? ["\(name) changes nothing."] : []
        for (artery, regions) in feeds {
            if self.artery(named: artery) == nil {
                problems.append("\(name) changes \(artery.quoted), which is no artery.")
            }
            problems += strangers(regions, "\(name): \(artery.quoted) feeds")
        }
        for (vein, regions) in drains {
            if self.vein(named: vein) == nil {
                problems.append("\(name) changes \(vein.quoted), which is no vein.")
            }
            problems += strangers(regions, "\(name): \(vein.quoted) drains")
        }
        return problems
    }

    private func marginProblems() -> [String] {
        [("dominance", margins.dominance), ("agreement", margins.agreement)].filter {
            !($0.1.isFinite && $0.1 >= 1)
        }.map { "The margin of \($0.0) must be a factor of 1 or more, not \($0.1)." }
    }

    private func codeFlaws() -> [Flaw] {
        let codes =
            regions.enumerated().map {
                (["regions", "\($0.offset)"], $0.element.id, $0.element.snomed)
            }
            + arteries.enumerated().map {
                (["arteries", "\($0.offset)"], $0.element.id, $0.element.snomed)
            }
            + veins.enumerated().map {
                (["veins", "\($0.offset)"], $0.element.id, $0.element.snomed)
            }
        return codes.compactMap { path, id, snomed in
            guard let snomed, !CheckDigit.isRight(in: snomed.code) else { return nil }
            return Flaw(
                path: path + ["snomed"],
                problem: "\(id.quoted) has no SNOMED CT code: \(snomed.code.quoted).")
        }
    }
}
