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
    /// What was found in the baselines and the times of all.
    private var basal: [Hint] = []

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

    /// Looks anew after something changed in an injection; tells what appeared, changed or went.
    ///
    /// - Parameters:
    ///   - scene: the procedure as it is now.
    ///   - injection: where it changed.
    ///   - isBasal: true when a baseline or second zero can have changed.
    ///   - tell: announces a hint; gives the announcement's number.
    mutating func look(
        _ scene: Scene, after injection: Int, isBasal: Bool, tell: (HintNews) -> Int64
    ) {
        local[injection - 1] = Self.find(in: scene, injection)
        if isBasal { basal = Self.findBasal(in: scene) }
        var found = Self.find(in: scene)
        if !basal.isEmpty { found += basal }
        for index in local.indices where !local[index].isEmpty { found += local[index] }
        guard !found.isEmpty || !standing.isEmpty else { return }
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

    /// What an injection shows by itself.
    private static func find(in scene: Scene, _ injection: Int) -> [Hint] {
        var hints: [Hint] = []
        SwappedVeins.look(scene, injection, into: &hints)
        SwappedTimes.look(scene, injection, into: &hints)
        Haemolysis.look(scene, injection, into: &hints)
        Recirculation.look(scene, injection, into: &hints)
        OffPlan.look(scene, injection, into: &hints)
        SuspectedProzone.look(scene, injection, into: &hints)
        return hints
    }

    /// What the tubes and verdicts of all injections show together.
    private static func find(in scene: Scene) -> [Hint] {
        var hints: [Hint] = []
        OtherInjection.look(scene, into: &hints)
        CarryOver.look(scene, into: &hints)
        AllTerritories.look(scene, into: &hints)
        DiscordantVeins.look(scene, into: &hints)
        return hints
    }

    /// What the baselines and the times of all injections show together.
    private static func findBasal(in scene: Scene) -> [Hint] {
        var hints: [Hint] = []
        RaisedBasal.look(scene, into: &hints)
        DriftingBasal.look(scene, into: &hints)
        TooSoon.look(scene, into: &hints)
        return hints
    }
}
