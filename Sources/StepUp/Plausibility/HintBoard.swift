/// The hints of a procedure as they stand, and what they are found in.
struct HintBoard: Sendable {
    /// When something is said; nothing is looked for without.
    var rules = HintRules() { didSet { isWatching = rules != HintRules() } }
    /// True when anything is looked for.
    private(set) var isWatching = false
    /// The results as numbers, by injection.
    private(set) var curves: [Curves] = []
    /// What is told and stands, in the order of its telling.
    private(set) var standing: [Told<HintNews>] = []
    /// What was found in each injection by itself.
    private var local: [[Hint]] = []
    /// What was found in the results, the verdicts and the baselines of all.
    private var (across, agreed, basal): ([Hint], [Hint], [Hint]) = ([], [], [])

    /// What can change that hints are found in: only what is touched is looked at again.
    struct Change: OptionSet {
        let rawValue: UInt8

        /// A result, or that none will come.
        static let results = Change(rawValue: 1)
        /// A result that can be a baseline, or second zero.
        static let basal = Change(rawValue: 2)
        /// The second of a draw.
        static let seconds = Change(rawValue: 4)
        /// What a verdict tells the map.
        static let findings = Change(rawValue: 8)
        /// Everything.
        static let all: Change = [.results, .basal, .seconds, .findings]
    }

    /// Makes room for the next injection.
    mutating func add(draws: [Int], veins: Int) {
        curves.append(Curves(injection: curves.count + 1, draws: draws, veins: veins))
        if local.count < curves.count { local.append([]) }
    }

    /// Forgets the results, which a changed plan tells anew; what was found stands meanwhile.
    mutating func clear() { curves = [] }

    /// Takes what a tube holds now.
    mutating func take(_ tube: borrowing Tube, vein: Int, draw: Int) {
        curves[tube.place.injection - 1].take(tube, vein: vein, draw: draw)
    }

    /// Looks anew after a change in an injection; tells what appeared, changed or went.
    ///
    /// - Parameters:
    ///   - scene: the procedure as it is now.
    ///   - injection: where it changed.
    ///   - change: what changed.
    ///   - tell: announces a hint; gives the announcement's number.
    mutating func look(
        _ scene: Scene, after injection: Int, of change: Change, tell: (HintNews) -> Int64
    ) {
        var isOther = false
        func renew(_ hints: inout [Hint], with found: [Hint]) {
            guard hints != found else { return }
            (hints, isOther) = (found, true)
        }
        if !change.isDisjoint(with: [.results, .seconds]) {
            let found = Self.find(in: scene, curves: curves[injection - 1])
            renew(&local[injection - 1], with: found)
        }
        if change.contains(.results) { renew(&across, with: Self.findAcross(scene)) }
        if change.contains(.findings) { renew(&agreed, with: Self.findAgreed(scene)) }
        if change.contains(.basal) { renew(&basal, with: Self.findBasal(in: scene)) }
        if isOther { compare(tell: tell) }
    }

    /// Compares what was found with what stands.
    private mutating func compare(tell: (HintNews) -> Int64) {
        let found = across + agreed + basal + local.joined()
        for told in standing where !found.contains(where: { $0.isSame(as: told.news.hint) }) {
            _ = tell(HintNews(hint: told.news.hint, standing: false))
        }
        standing.removeAll { told in !found.contains { $0.isSame(as: told.news.hint) } }
        for hint in found {
            let news = HintNews(hint: hint, standing: true)
            guard let index = standing.firstIndex(where: { $0.news.hint.isSame(as: hint) }) else {
                standing.append(Told(id: tell(news), news: news))
                continue
            }
            guard standing[index].news != news else { continue }
            standing[index] = Told(id: tell(news), news: news)
        }
    }

    /// True when a change is worth a look: a draw without a result is, once it is off the plan.
    func isWorthALook(at injection: Int, after change: Change) -> Bool {
        // What stands goes when nothing is looked for any more.
        guard isWatching || !standing.isEmpty, !change.isEmpty else { return false }
        guard change == .seconds else { return true }
        let curves = curves[injection - 1]
        return curves.hasResults || curves.latest >= rules.offPlan?.seconds ?? .infinity
    }

    /// What an injection shows by itself.
    private static func find(in scene: Scene, curves: Curves) -> [Hint] {
        var hints: [Hint] = []
        SwappedVeins.look(curves, scene, into: &hints)
        SwappedTimes.look(curves, scene, into: &hints)
        Haemolysis.look(curves, scene, into: &hints)
        Recirculation.look(curves, scene, into: &hints)
        OffPlan.look(curves, scene, into: &hints)
        SuspectedProzone.look(curves, scene, into: &hints)
        return hints
    }

    /// What the results of all injections show together.
    private static func findAcross(_ scene: Scene) -> [Hint] {
        var hints: [Hint] = []
        OtherInjection.look(scene, into: &hints)
        CarryOver.look(scene, into: &hints)
        return hints
    }

    /// What the verdicts of all injections show together.
    private static func findAgreed(_ scene: Scene) -> [Hint] {
        var hints: [Hint] = []
        AllTerritories.look(scene, into: &hints)
        DiscordantVeins.look(scene, into: &hints)
        return hints
    }

    /// What the baselines and the times of all injections show together.
    private static func findBasal(in scene: Scene) -> [Hint] {
        var hints: [Hint] = []
        let given = scene.given
        RaisedBasal.look(scene, given: given, into: &hints)
        DriftingBasal.look(scene, given: given, into: &hints)
        TooSoon.look(scene, given: given, into: &hints)
        return hints
    }
}

extension HintBoard.Change {
    /// What changed in a tube.
    init(from before: borrowing Tube, to tube: borrowing Tube) {
        self = tube.actual == before.actual ? [] : .seconds
        guard !tube.fate.isSame(as: before.fate) else { return }
        insert(.results)
        if tube.place.second <= 0 { insert(.basal) }
    }
}

extension Tube.Fate {
    /// True when nothing became of the tube since: a result that came again is another.
    fileprivate func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.awaited, .awaited), (.settled, .settled): true
        case (.measured(_, let one), .measured(_, let two)): one == two
        default: false
        }
    }
}
