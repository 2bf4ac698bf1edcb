/// The sites that step-ups speak for, strongest first, and which of them stands out.
///
/// "Dominant" has no published measure; ours is the margin of the anatomy file.
struct Ranking: Sendable, Equatable {
    /// One site's territory.
    struct Territory: Sendable, Equatable {
        /// The witness with its highest ratio.
        let witness: Int
        /// The site's place in the plan.
        let site: Int
        /// The lower end of its highest ratio.
        let ratio: Double
        /// The upper end of the highest of its ratios; nil without limit.
        let highest: Double?
    }

    /// The territories, strongest first; of equals, the earlier injection.
    private(set) var territories: [Territory] = []
    /// True when the first reaches the margin over the next, or there is no next.
    private(set) var isDominated = false

    /// No territory.
    init() {}

    /// Ranks the sites of the statements that speak for a region.
    init(of statements: [Inference.Statement], among witnesses: [Witness], margin: Double) {
        for statement in statements where statement.voice == .support {
            guard let peak = statement.peak else { continue }
            take(peak, of: statement.witness, site: witnesses[statement.witness].site)
        }
        guard let first = territories.first else { return }
        isDominated = territories.dropFirst().allSatisfy { other in
            other.highest.map { first.ratio >= margin * $0 } ?? false
        }
    }

    private mutating func take(_ peak: Witness.Finding.Peak, of witness: Int, site: Int) {
        var entry = Territory(
            witness: witness, site: site, ratio: peak.ratio, highest: peak.highest)
        if let known = territories.firstIndex(where: { $0.site == site }) {
            let old = territories.remove(at: known)
            let highest = old.highest.flatMap { one in peak.highest.map { max(one, $0) } }
            let isHigher = peak.ratio > old.ratio
            entry = Territory(
                witness: isHigher ? witness : old.witness, site: site,
                ratio: max(peak.ratio, old.ratio), highest: highest)
        }
        let place = territories.firstIndex { $0.ratio < entry.ratio } ?? territories.endIndex
        territories.insert(entry, at: place)
    }
}

/// An injection whose veins contradict what its artery feeds: a hint, which takes nothing back.
struct Discord: Sendable, Equatable {
    /// The injection's number.
    let injection: Int
    /// One of its witnesses.
    let witness: Int
    /// True when its artery feeds the liver alone and all veins rise alike; else it feeds the
    /// pancreas alone, and only some veins rise.
    let isHepatic: Bool
}
