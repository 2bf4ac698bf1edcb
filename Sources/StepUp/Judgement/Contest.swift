import Protocols

/// One injection and vein as a rule compares it with others.
public struct Contender: Sendable, Equatable {
    /// The injection's site.
    let site: String
    /// The vein.
    let vein: String
    /// The ratios that its draws allow; nil while there are none.
    let rise: Rise?
    /// False while a result that is awaited can change them.
    let isSettled: Bool
    /// True when its rise passes no threshold of the rule, whatever else comes.
    let isOut: Bool
    /// What was measured of it; nil while that allows no ratio, or nothing is known of the assay.
    let evidence: Certainty.Evidence?

    /// True when a rule with this policy compares it with `site` in `vein`.
    func isRival(of site: String, _ vein: String, by policy: Criterion.Veins) -> Bool {
        self.site != site && (policy == .any || self.vein == vein)
    }
}

extension Shared<Criterion> {
    /// What one injection and vein is to the others under this rule.
    func contender(_ tubes: [Tube], site: String, vein: String, plan: Shared<Plan>) -> Contender {
        let own = Examination(
            tubes, by: self, plan: plan, site: site, vein: vein, among: [])
        let isSettled = !own.series.awaitsDraw && !own.series.awaitsBaseline
        return Contender(
            site: site, vein: vein, rise: own.rise, isSettled: isSettled,
            isOut: isSettled && own.finding == .disproven && !own.series.hasGap,
            evidence: own.evidence)
    }
}

/// One rise among those of other sites, where the highest wins.
///
/// Ours, since nothing in print says it: a peak wins only when it is above every other site's for
/// certain; what two sites share, or what a site without a ratio hides, leaves it open.
struct Contest: Equatable {
    /// The highest of the sites that are higher for certain.
    let winner: Contender?
    /// The highest of those that are lower for certain.
    let next: Contender?
    /// Those that cannot be told apart from it.
    let equals: [Contender]
    /// Sites whose results can still turn out higher.
    let awaited: [String]
    /// Sites that never gave a ratio.
    let unknown: [String]

    /// True while another site's results can change it.
    var isAwaited: Bool { !awaited.isEmpty }

    /// Compares `own` with `rivals`.
    init(of own: Rise, among rivals: [Contender]) {
        var (winner, next): (Contender?, Contender?) = (nil, nil)
        var equals: [Contender] = []
        var (awaited, unknown): ([String], [String]) = ([], [])
        for rival in rivals {
            guard let rise = rival.rise else {
                if rival.isSettled {
                    unknown.append(rival.site)
                } else {
                    awaited.append(rival.site)
                }
                continue
            }
            if !rival.isSettled { awaited.append(rival.site) }
            if own.isBelow(rise) {
                winner = Self.higher(winner, rival)
            } else if rise.isBelow(own) {
                next = Self.higher(next, rival)
            } else {
                equals.append(rival)
            }
        }
        (self.winner, self.next, self.equals) = (winner, next, equals)
        (self.awaited, self.unknown) = (awaited.once, unknown.once)
    }

    /// What becomes of what the thresholds found.
    func finding(_ alone: Rise.Finding?) -> Rise.Finding? {
        guard alone != .disproven else { return .disproven }
        if winner != nil { return .disproven }
        let isAlone = equals.isEmpty && awaited.isEmpty && unknown.isEmpty
        return isAlone ? alone : .open
    }

    private static func higher(_ best: Contender?, _ other: Contender) -> Contender {
        guard let best, let highest = best.rise, let rise = other.rise else { return other }
        return highest.lowest.compared(with: rise.lowest) == .less ? other : best
    }
}

extension [String] {
    /// Each word once, in the order of its first place.
    fileprivate var once: [String] {
        reduce(into: []) { words, word in if !words.contains(word) { words.append(word) } }
    }
}
