extension Anatomy {
    /// What contradicts itself in this anatomy, a sentence each; empty when nothing does.
    public func problems() -> [String] {
        let known = Set(regions.map(\.id))
        var problems: [String] = []
        if regions.isEmpty { problems.append("The anatomy has no region.") }
        if regions.count > Atlas.regionLimit {
            problems.append(
                "The anatomy has \(regions.count) regions; at most \(Atlas.regionLimit) are taken.")
        }
        problems += regions.map(\.id).doubled.map { "The region \($0.quoted) is there twice." }
        for artery in arteries {
            problems += artery.feeds.filter { !known.contains($0) }.map {
                "Artery \(artery.id.quoted) feeds \($0.quoted), which is no region."
            }
        }
        for vein in veins {
            problems += vein.drains.filter { !known.contains($0) }.map {
                "Vein \(vein.id.quoted) drains \($0.quoted), which is no region."
            }
        }
        problems += Self.ambiguous("artery", arteries.map { [$0.id, $0.name] + $0.aliases })
        problems += Self.ambiguous("vein", veins.map { [$0.id, $0.name] + $0.aliases })
        return problems
    }

    /// Names that two entries share.
    private static func ambiguous(_ what: String, _ names: [[String]]) -> [String] {
        names.flatMap { Set($0.map(\.nameKey)) }.sorted().doubled.map {
            "The name \($0.quoted) belongs to more than one \(what)."
        }
    }
}
