/// What the verdicts together say of the regions, by four rules.
///
/// 1. A step-up speaks for the regions that its artery feeds and its vein drains.
/// 2. Upstream and downstream of one artery, in one vein, the most distal step-up explains the
///    others.
/// 3. A branch without step-up clears its regions from a trunk's step-up in the same vein.
/// 4. A step-up whose regions lie in both organs, or are all cleared by branches, decides nothing.
struct Inference {
    /// The step-ups that speak for a region, by the region's index.
    private(set) var support: [[VerdictNews]]
    /// The verdicts that leave a region open, by the region's index.
    private(set) var doubt: [[VerdictNews]]
    /// The verdicts against a region, by the region's index.
    private(set) var against: [[VerdictNews]]
    /// Step-ups that decide nothing: of an unknown site, or of regions that cannot be told apart.
    private(set) var unplaced: [VerdictNews] = []

    private let atlas: Atlas

    /// Joins `verdicts` on `atlas`.
    init(_ verdicts: [VerdictNews], on atlas: Atlas) {
        self.atlas = atlas
        let none = [[VerdictNews]](
            repeating: [], count: min(atlas.anatomy.regions.count, Atlas.regionLimit))
        (support, doubt, against) = (none, none, none)
        for verdict in verdicts {
            take(verdict, among: verdicts)
        }
    }

    private mutating func take(_ verdict: VerdictNews, among verdicts: [VerdictNews]) {
        let reach = atlas.reach(site: verdict.site, vein: verdict.vein)
        let cleared = reach & self.cleared(verdict, among: verdicts)
        switch verdict.state {
        case .awaitingBaseline: break
        case .noStepUp: add(verdict, to: \.against, at: reach)
        case .pending, .undecided, .unusable:
            add(verdict, to: \.doubt, at: reach & ~cleared)
        case .stepUp where isExplained(verdict, among: verdicts):
            add(verdict, to: \.doubt, at: reach & ~cleared)
        case .stepUp:
            let left = cleared == reach ? reach : reach & ~cleared
            let isMixed = left & atlas.pancreas != 0 && left & ~atlas.pancreas != 0
            if left == 0 || cleared == reach || isMixed {
                unplaced.append(verdict)
                add(verdict, to: \.doubt, at: left)
            } else {
                add(verdict, to: \.support, at: left)
            }
        }
    }

    /// True when a step-up further out, in the same vein, says the same more precisely.
    private func isExplained(_ verdict: VerdictNews, among verdicts: [VerdictNews]) -> Bool {
        verdicts.contains {
            $0.state == .stepUp && $0.vein == verdict.vein
                && atlas.isFurtherOut($0.site, than: verdict.site)
                && atlas.reach(site: $0.site, vein: $0.vein) != 0
        }
    }

    /// The regions of which a branch further out says, in the same vein, that it is not they.
    private func cleared(
        _ verdict: VerdictNews, among verdicts: [VerdictNews]
    ) -> Atlas.Territory {
        verdicts.reduce(0) { set, other in
            guard other.state == .noStepUp, other.vein == verdict.vein,
                atlas.isFurtherOut(other.site, than: verdict.site)
            else { return set }
            return set | atlas.reach(site: other.site, vein: other.vein)
        }
    }

    private mutating func add(
        _ verdict: VerdictNews, to list: WritableKeyPath<Inference, [[VerdictNews]]>,
        at territory: Atlas.Territory
    ) {
        for index in support.indices where territory >> index & 1 == 1 {
            self[keyPath: list][index].append(verdict)
        }
    }

    /// What the evidence says of the region at `index`.
    func state(at index: Int) -> MapNews.Region.State {
        if !support[index].isEmpty { return .producing }
        if !doubt[index].isEmpty { return .undecided }
        return against[index].isEmpty ? .notExamined : .notProducing
    }
}
