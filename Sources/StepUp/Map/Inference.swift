/// What the verdicts together say of the regions, by four rules.
///
/// 1. A step-up speaks for the regions that its artery feeds and its vein drains.
/// 2. Upstream and downstream of one artery, in one vein, the most distal step-up explains the
///    others.
/// 3. A branch without step-up clears its regions from a trunk's step-up in the same vein.
/// 4. A step-up whose regions lie in both organs, or are all cleared by branches, decides nothing.
struct Inference {
    /// What is known of one region; verdicts by their index.
    struct Case: Equatable {
        /// The step-ups that speak for it.
        var support: [Int] = []
        /// The verdicts that leave it open.
        var doubt: [Int] = []
        /// The verdicts against it.
        var against: [Int] = []

        /// What the evidence says.
        var state: MapNews.Region.State {
            if !support.isEmpty { return .producing }
            if !doubt.isEmpty { return .undecided }
            return against.isEmpty ? .notExamined : .notProducing
        }
    }

    /// The regions, in the anatomy's order.
    private(set) var cases: [Case]
    /// Step-ups that decide nothing: of an unknown site, or of regions that cannot be told apart.
    private(set) var unplaced: [Int] = []

    private let pancreas: Atlas.Territory

    /// Joins `witnesses` on `regions` regions, of which `pancreas` are the pancreas.
    init(_ witnesses: [Witness], regions: Int, pancreas: Atlas.Territory) {
        self.pancreas = pancreas
        cases = Array(repeating: Case(), count: min(regions, Atlas.regionLimit))
        for witness in witnesses { take(witness, among: witnesses) }
    }

    private mutating func take(_ witness: Witness, among witnesses: [Witness]) {
        var isExplained = false
        var cleared: Atlas.Territory = 0
        for branch in witnesses where branch.isFurtherOut(than: witness) {
            if branch.state == .stepUp { isExplained = true }
            if branch.state == .noStepUp { cleared |= branch.reach }
        }
        let left = witness.reach & ~cleared
        switch witness.state {
        case .awaitingBaseline: break
        case .noStepUp: add(witness, as: .against, at: witness.reach)
        case .pending, .undecided, .unusable: add(witness, as: .doubt, at: left)
        case .stepUp where isExplained: add(witness, as: .doubt, at: left)
        case .stepUp where left == 0 || isMixed(left):
            unplaced.append(witness.verdict)
            add(witness, as: .doubt, at: left == 0 ? witness.reach : left)
        case .stepUp: add(witness, as: .support, at: left)
        }
    }

    private func isMixed(_ territory: Atlas.Territory) -> Bool {
        territory & pancreas != 0 && territory & ~pancreas != 0
    }

    /// What a verdict is to a region.
    private enum Voice {
        case support, doubt, against
    }

    private mutating func add(
        _ witness: Witness, as voice: Voice, at territory: Atlas.Territory
    ) {
        for index in cases.indices where territory >> index & 1 == 1 {
            switch voice {
            case .support: cases[index].support.append(witness.verdict)
            case .doubt: cases[index].doubt.append(witness.verdict)
            case .against: cases[index].against.append(witness.verdict)
            }
        }
    }
}
