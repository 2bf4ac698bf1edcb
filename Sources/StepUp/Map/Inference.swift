/// What the verdicts together say of the regions, by four rules.
///
/// 1. A step-up speaks for the regions that its artery feeds and its vein drains.
/// 2. Upstream and downstream of one artery, in one vein, the most distal step-up explains the
///    others.
/// 3. A branch without step-up clears its regions from a trunk's step-up in the same vein.
/// 4. A step-up whose regions lie in both organs, or are all cleared by branches, decides nothing.
///
/// Two inferences are equal when every word of their maps is.
struct Inference: Sendable, Equatable {
    /// What a verdict is to its regions.
    enum Voice: Sendable {
        /// A step-up that speaks for them.
        case support
        /// A step-up that does not single them out.
        case doubtfulRise
        /// A verdict that leaves them open.
        case doubt
        /// No step-up: it speaks against them.
        case against
    }

    /// What one verdict says.
    struct Statement: Sendable, Equatable {
        /// Its index among the witnesses.
        let witness: Int
        let voice: Voice
        /// The regions that it speaks of.
        fileprivate(set) var territory: Atlas.Territory
        /// True for a step-up that decides nothing: of an unknown site, or of regions that cannot
        /// be told apart.
        fileprivate(set) var isUnplaced: Bool
        /// True when every result is in and nothing is decided.
        let isOpen: Bool
    }

    /// The strongest evidence on one region.
    struct Evidence: Sendable, Equatable {
        let witness: Int
        let peak: Witness.Finding.Peak
    }

    /// What is said and shown, in the order of the witnesses.
    private(set) var statements: [Statement] = []
    /// The regions that step-ups speak for.
    private(set) var producing: Atlas.Territory = 0
    /// The regions that are left open.
    private(set) var doubted: Atlas.Territory = 0
    /// For each region the verdict with the highest ratio that its state rests on.
    private(set) var strongest: [Evidence?]
    /// The overall reading in one word.
    private(set) var kind = MapNews.Reading.Kind.incomplete
    /// True when nothing can change it any more.
    let isFinal: Bool

    /// Joins `witnesses`, which are in the order of their injections and veins, on an atlas.
    init(_ witnesses: [Witness], on atlas: Atlas) {
        strongest = Array(repeating: nil, count: atlas.regionCount)
        isFinal = atlas.isComplete(witnesses)
        statements.reserveCapacity(witnesses.count)
        for index in witnesses.indices {
            guard let finding = witnesses[index].finding else { continue }
            state(index, finding, among: witnesses, pancreas: atlas.pancreas)
        }
        kind = kind(of: witnesses, pancreas: atlas.pancreas)
        doubted &= ~producing
        leaveOutWhatIsNotShown()
        for index in statements.indices { weigh(statements[index], of: witnesses) }
    }

    /// Doubts are not told of a region with a step-up, nor anything against one that is left open;
    /// and where everything steps up, no step-up is told of as out of place.
    private mutating func leaveOutWhatIsNotShown() {
        for index in statements.indices {
            switch statements[index].voice {
            case .support: break
            case .doubt, .doubtfulRise: statements[index].territory &= ~producing
            case .against: statements[index].territory &= ~doubted
            }
            if producing != 0, kind == .unclear { statements[index].isUnplaced = false }
        }
        statements.removeAll { $0.territory == 0 && !$0.isUnplaced && !$0.isOpen }
    }

    /// Adds what one verdict says, if it says anything.
    private mutating func state(
        _ index: Int, _ finding: Witness.Finding, among witnesses: [Witness],
        pancreas: Atlas.Territory
    ) {
        let witness = witnesses[index]
        var isExplained = false
        var cleared: Atlas.Territory = 0
        for branch in witnesses.indices where witnesses[branch].isFurtherOut(than: witness) {
            switch witnesses[branch].finding?.state {
            case .stepUp: isExplained = true
            case .noStepUp: cleared |= witnesses[branch].reach
            default: break
            }
        }
        let left = witness.reach & ~cleared
        let isMixed = left & pancreas != 0 && left & ~pancreas != 0
        switch finding.state {
        case .awaitingBaseline: break
        case .noStepUp: add(index, .against, at: witness.reach)
        case .pending: add(index, .doubt, at: left)
        case .undecided, .unusable: add(index, .doubt, at: left, isOpen: true)
        case .stepUp where isExplained: add(index, .doubtfulRise, at: left)
        case .stepUp where left == 0 || isMixed:
            add(index, .doubtfulRise, at: left == 0 ? witness.reach : left, isUnplaced: true)
        case .stepUp: add(index, .support, at: left)
        }
    }

    private mutating func add(
        _ witness: Int, _ voice: Voice, at territory: Atlas.Territory, isUnplaced: Bool = false,
        isOpen: Bool = false
    ) {
        guard territory != 0 || isUnplaced || isOpen else { return }
        statements.append(
            Statement(
                witness: witness, voice: voice, territory: territory, isUnplaced: isUnplaced,
                isOpen: isOpen))
        switch voice {
        case .support: producing |= territory
        case .doubt, .doubtfulRise: doubted |= territory
        case .against: break
        }
    }

    /// Takes a verdict as the strongest evidence where it is: the highest ratio among those that a
    /// region's state rests on, the earliest of equals.
    private mutating func weigh(_ statement: Statement, of witnesses: [Witness]) {
        guard let peak = witnesses[statement.witness].finding?.peak else { return }
        var rest = statement.territory
        if statement.voice == .against { rest &= ~producing }
        while rest != 0 {
            let region = rest.trailingZeroBitCount
            rest &= rest - 1
            if let best = strongest[region], best.peak.ratio >= peak.ratio { continue }
            strongest[region] = Evidence(witness: statement.witness, peak: peak)
        }
    }

    /// What the whole comes to.
    ///
    /// A step-up that points to regions is read at once, provisional while anything is awaited.
    /// Without one the reading is incomplete while anything is awaited, and then either that
    /// nothing was detected or that it is unclear. "Unclear" has no published definition; ours is
    /// a step-up that no region explains, every site stepping up in both organs, or a verdict left
    /// open.
    private func kind(
        of witnesses: [Witness], pancreas: Atlas.Territory
    ) -> MapNews.Reading.Kind {
        let isHepatic = producing & ~pancreas != 0
        let isPancreatic = producing & pancreas != 0
        if isHepatic, isPancreatic { return witnesses.everySiteSteps ? .unclear : .both }
        if isHepatic || isPancreatic { return isHepatic ? .hepatic : .pancreatic }
        if statements.contains(where: \.isUnplaced) { return .unclear }
        if !isFinal { return .incomplete }
        return statements.contains(where: \.isOpen) ? .unclear : .noStepUp
    }
}

extension [Witness] {
    /// True when three or more sites were judged and each stepped up in some vein.
    fileprivate var everySiteSteps: Bool {
        var judged: [Int] = []
        for witness in self where witness.isJudged && !judged.contains(witness.site) {
            let steps = contains { $0.site == witness.site && $0.finding?.state == .stepUp }
            guard steps else { return false }
            judged.append(witness.site)
        }
        return judged.count >= 3
    }
}
