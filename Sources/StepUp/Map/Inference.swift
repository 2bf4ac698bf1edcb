/// What the verdicts together say of the regions, by five rules.
///
/// 1. A step-up speaks for the regions that its artery feeds and its vein drains.
/// 2. Upstream and downstream of one artery, in one vein, the most distal step-up explains the
///    others.
/// 3. A branch without step-up clears its regions from a trunk's step-up in the same vein.
/// 4. Of a step-up whose regions lie in both organs the agreement of the veins decides: all alike,
///    it came through the portal vein; only some, from the liver.
/// 5. Where they do not say it either, or branches clear all of it, it decides nothing.
///
/// Two inferences are equal when every word of their maps is.
struct Inference: Sendable, Equatable {
    /// What a verdict is to its regions.
    enum Voice: String, Sendable, Encodable, CaseIterable {
        /// A step-up that speaks for them.
        case support = "for"
        /// A step-up that does not single them out.
        case doubtfulRise = "perhaps"
        /// A verdict that leaves them open.
        case doubt = "open"
        /// A step-up that could have come from them, and is explained by others.
        case explained
        /// No step-up: it speaks against them.
        case against
    }

    /// Why a step-up does not speak for all that its artery feeds.
    enum Cause: Sendable, Equatable {
        /// The branch of this witness steps up too.
        case branch(Int)
        /// Branches without step-up clear it.
        case cleared
        /// Its regions lie in both organs, and the veins do not tell them apart.
        case bothOrgans
        /// All veins rise alike, as through the portal vein.
        case alike
        /// Only some veins rise so much, as from a part of the liver.
        case specific
        /// Its artery feeds nothing that its vein drains.
        case nowhere
    }

    /// What one verdict says.
    struct Statement: Sendable, Equatable {
        /// Its index among the witnesses.
        let witness: Int
        let voice: Voice
        /// The regions that it speaks of.
        let territory: Atlas.Territory
        /// Why it is no more than a doubtful or an explained rise, or how it was told apart.
        var cause: Cause?
        /// True for a step-up that decides nothing: of an unknown site, or of regions that cannot
        /// be told apart.
        var isUnplaced = false
        /// True when every result is in and nothing is decided.
        var isOpen = false
        /// The numbers behind it; nil without a ratio.
        var peak: Witness.Finding.Peak?
    }

    /// The strongest evidence on one region.
    struct Evidence: Sendable, Equatable {
        let witness: Int
        let peak: Witness.Finding.Peak
    }

    /// What is said, in the order of the witnesses.
    private(set) var statements: [Statement] = []
    /// The regions that step-ups speak for.
    private(set) var producing: Atlas.Territory = 0
    /// The regions that are left open.
    private(set) var doubted: Atlas.Territory = 0
    /// For each region the verdict with the highest ratio that its state rests on.
    private(set) var strongest: [Evidence?]
    /// The sites that step-ups speak for, and which of them dominates.
    private(set) var ranking = Ranking()
    /// The injections whose veins contradict what their artery feeds, by their first witness.
    private(set) var discords: [Discord] = []
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
            state(index, finding, among: witnesses, on: atlas)
        }
        doubted &= ~producing
        for index in statements.indices { weigh(statements[index]) }
        ranking = Ranking(of: statements, among: witnesses, margin: atlas.anatomy.margins.dominance)
        kind = kind(of: witnesses, on: atlas)
    }

    /// Adds what one verdict says, if it says anything.
    private mutating func state(
        _ index: Int, _ finding: Witness.Finding, among witnesses: [Witness], on atlas: Atlas
    ) {
        let witness = witnesses[index]
        // What lies further out changes neither of these.
        if finding.state == .awaitingBaseline { return }
        let isAgainst = finding.state == .noStepUp
        let (branch, cleared) =
            isAgainst ? (nil, 0) : Self.downstream(of: witness, among: witnesses)
        let left = witness.reach & ~cleared
        func told(
            _ voice: Voice, _ territory: Atlas.Territory, _ cause: Cause? = nil,
            isUnplaced: Bool = false, isOpen: Bool = false
        ) -> Statement {
            Statement(
                witness: index, voice: voice, territory: territory, cause: cause,
                isUnplaced: isUnplaced, isOpen: isOpen, peak: finding.peak?.shown)
        }
        switch finding.state {
        case .awaitingBaseline: break
        case .noStepUp: add(told(.against, witness.reach))
        case .pending: add(told(.doubt, left))
        case .undecided, .unusable: add(told(.doubt, left, isOpen: true))
        case .stepUp where branch != nil:
            add(told(.doubtfulRise, left, branch.map { .branch($0) }))
        case .stepUp where left == 0:
            let cause = witness.reach == 0 ? Cause.nowhere : .cleared
            add(told(.doubtfulRise, witness.reach, cause, isUnplaced: true))
        case .stepUp:
            tellApart(left, of: index, among: witnesses, on: atlas) {
                told($0, $1, $2, isUnplaced: $3)
            }
        }
        if finding.state == .stepUp, left != 0, cleared != 0 {
            add(told(.explained, witness.reach & cleared, .cleared))
        }
    }

    /// What lies further out in the same vein: the first branch that steps up, and what those
    /// without step-up clear.
    private static func downstream(
        of trunk: Witness, among witnesses: [Witness]
    ) -> (branch: Int?, cleared: Atlas.Territory) {
        var branch: Int?
        var cleared: Atlas.Territory = 0
        for other in witnesses.indices where witnesses[other].isFurtherOut(than: trunk) {
            switch witnesses[other].finding?.state {
            case .stepUp: branch = branch ?? other
            case .noStepUp: cleared |= witnesses[other].reach
            default: break
            }
        }
        return (branch, cleared)
    }

    /// Adds what a step-up says of the regions that no branch explains or clears.
    private mutating func tellApart(
        _ left: Atlas.Territory, of index: Int, among witnesses: [Witness], on atlas: Atlas,
        told: (Voice, Atlas.Territory, Cause?, Bool) -> Statement
    ) {
        let (liver, pancreas) = (left & ~atlas.pancreas, left & atlas.pancreas)
        let agreement = Agreement(
            around: index, among: witnesses, margin: atlas.anatomy.margins.agreement,
            pancreas: atlas.pancreas)
        note(agreement, of: witnesses[index], at: index, pancreas: atlas.pancreas)
        guard liver != 0, pancreas != 0 else { return add(told(.support, left, nil, false)) }
        switch agreement {
        case .unknown: add(told(.doubtfulRise, left, .bothOrgans, true))
        case .alike:
            add(told(.support, pancreas, .alike, false))
            add(told(.doubtfulRise, liver, .alike, false))
        case .specific(let limit):
            guard let peak = witnesses[index].finding?.peak, peak.ratio > limit else {
                return add(told(.doubtfulRise, left, .specific, false))
            }
            add(told(.support, liver, .specific, false))
            add(told(.explained, pancreas, .specific, false))
        }
    }

    /// Remembers an injection whose veins do not rise as they should after its artery.
    private mutating func note(
        _ agreement: Agreement, of witness: Witness, at index: Int, pancreas: Atlas.Territory
    ) {
        let isHepatic = witness.fed & ~pancreas != 0
        let isPancreatic = witness.fed & pancreas != 0
        guard isHepatic != isPancreatic,
            !discords.contains(where: { $0.injection == witness.injection })
        else { return }
        switch agreement {
        case .alike where isHepatic: break
        case .specific where isPancreatic: break
        default: return
        }
        discords.append(
            Discord(injection: witness.injection, witness: index, isHepatic: isHepatic))
    }

    private mutating func add(_ statement: Statement) {
        guard statement.territory != 0 || statement.isUnplaced || statement.isOpen else { return }
        statements.append(statement)
        switch statement.voice {
        case .support: producing |= statement.territory
        case .doubt, .doubtfulRise: doubted |= statement.territory
        case .explained, .against: break
        }
    }

    /// Takes a verdict as the strongest evidence where it is: the highest ratio among those that a
    /// region's state rests on, the earliest of equals.
    private mutating func weigh(_ statement: Statement) {
        guard let peak = statement.peak else { return }
        var rest = statement.territory
        switch statement.voice {
        case .support: break
        case .doubt, .doubtfulRise: rest &= doubted
        case .against: rest &= ~(producing | doubted)
        case .explained: return
        }
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
    /// a step-up that no region explains, or a verdict left open. Three and more sites that all
    /// step up are diffuse where they lie in both organs, or rise alike in every vein.
    private func kind(of witnesses: [Witness], on atlas: Atlas) -> MapNews.Reading.Kind {
        let isHepatic = producing & ~atlas.pancreas != 0
        let isPancreatic = producing & atlas.pancreas != 0
        if isHepatic || isPancreatic, witnesses.everySiteSteps,
            isHepatic && isPancreatic || everyRiseIsAlike(witnesses, on: atlas)
        {
            return .diffuse
        }
        if isHepatic, isPancreatic { return .both }
        if isHepatic || isPancreatic { return isHepatic ? .hepatic : .pancreatic }
        if statements.contains(where: \.isUnplaced) { return .unclear }
        if !isFinal { return .incomplete }
        return statements.contains(where: \.isOpen) ? .unclear : .noStepUp
    }

    private func everyRiseIsAlike(_ witnesses: [Witness], on atlas: Atlas) -> Bool {
        witnesses.indices.allSatisfy { index in
            witnesses[index].finding?.state != .stepUp
                || Agreement(
                    around: index, among: witnesses, margin: atlas.anatomy.margins.agreement,
                    pancreas: atlas.pancreas) == .alike
        }
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
