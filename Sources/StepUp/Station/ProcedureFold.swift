/// One procedure as it runs: its injections, its tubes, and what was said of them.
///
/// It stays in memory for ``patienceAfterClose`` after it was closed, so that late results, reruns
/// and corrections still revise its verdicts.
struct ProcedureFold: Sendable {
    /// How long a drawn tube may be without a result before it is missing.
    ///
    /// Ours: intra-operative assays take 10 to 20 minutes, a routine run about an hour.
    static let patienceAfterDraw = Duration.seconds(2 * 3600)
    /// How long a closed procedure still takes results.
    ///
    /// Ours: a working half-day, in which a laboratory dilutes and repeats.
    static let patienceAfterClose = Duration.seconds(4 * 3600)
    /// How long after the last planned second the next injection is prompted although tubes of the
    /// running one are not drawn.
    ///
    /// Ours: nobody draws a 180 s tube at 240 s.
    static let patienceOfPrompt = Duration.seconds(60)
    /// The injections of one procedure: the label has two digits for them.
    static let injectionLimit = Plan.injectionLimit
    /// The notes of one procedure.
    ///
    /// Ours: far more than anybody types in an hour.
    static let noteLimit = 1000

    /// Its identity.
    let id: String
    /// The plan.
    var plan: Plan { _read { yield sharedPlan.value } }
    var sharedPlan: Shared<Plan>
    /// The anatomy in force laid over the plan: looked up once, since a map follows most results.
    private(set) var atlas: Atlas
    /// What each injection and vein tells the map, by injection and then vein, and where it is.
    var witnesses: [Witness] = []
    private(set) var places: [MapNews.Place] = []
    /// The tubes of each injection and vein as they were last judged, by second.
    var lanes: [[Tube]] = []
    /// When it was opened.
    let opened: WallTime
    /// When it was closed, on the monotonic clock.
    var closed: Duration?
    /// True when its plan was changed, so that tubes may be left out.
    var hasChangedPlan = false
    /// The injections, planned and given.
    var injections: [Injection] = []
    /// The tubes.
    var rack: Rack
    /// What each rule of the plan says, the one that the map follows first.
    var panels: [Panel]
    /// The last map.
    var map: Shared<MapNews>?
    /// What does not look right.
    var board = HintBoard()
    /// The last prompt.
    var prompt: PromptNews?
    /// The notes.
    var notes: [ProcedureView.Note] = []
    /// The injection that is prompted, as long as it has tubes to draw.
    var attention = 1
    /// When the prompt goes on to the next injection.
    var promptDeadline: Duration?
    /// The tubes that were drawn, in order, with the time of the mark; those whose result came are
    /// taken from the front.
    var drawn: [(time: Duration, specimen: Int)] = []
    /// The IDs whose places were given to others: what is held of them goes back when a place does.
    var displaced: Set<String> = []

    /// One run of one site.
    struct Injection: Sendable, Equatable {
        /// Its number, from 1.
        let number: Int
        /// The site's id.
        let site: String
        /// When it was marked.
        var marked: Duration?
        /// The same, as shown.
        var wall: WallTime?
        /// The dose that was prescribed then, in words.
        var dose: String?
        /// How much later second zero was than the mark, in seconds.
        var shift = 0.0
        /// True when the site had been injected before.
        let isRepeated: Bool
        /// True when it is not to be given.
        var isDropped = false
        /// True when the plan had not asked for it: its mark alone did.
        var isUnplanned = false
        /// Its marks that were taken back.
        var withdrawals: [Withdrawal] = []

        /// Second zero, on the monotonic clock.
        var zero: Duration? { shift == 0 ? marked : marked.map { $0 + .seconds(shift) } }
        /// Second zero, as shown.
        var shownZero: WallTime? { wall.map { $0.later(by: shift) } }
    }

    /// A procedure of `plan` that nothing was done in yet.
    init(id: String, plan: Plan, atlas: Atlas, opened: WallTime) {
        self.id = id
        sharedPlan = Shared(plan)
        panels = plan.criteria.map { Panel(rule: Shared($0)) }
        self.atlas = atlas
        self.opened = opened
        rack = Rack(plan: sharedPlan)
    }

    /// Lays another anatomy over the plan, for the next map; what was said of the patient stays.
    mutating func change(to anatomy: Anatomy) {
        lay(Atlas(anatomy, plan: plan, departures: atlas.departures))
    }

    /// Somebody says how the patient's tree departs from the anatomy file.
    mutating func depart(
        by departure: Anatomy.Departure, out: inout Outbox
    ) throws(Refusal) {
        var departures = atlas.departures
        departures.add(try atlas.standard.settled(departure, in: plan))
        guard departures != atlas.departures else { return }
        lay(Atlas(atlas.standard, plan: plan, departures: departures))
        drawMap(out: &out)
        updateHints(of: 1, after: .findings, out: &out)
    }

    private mutating func lay(_ atlas: Atlas) {
        self.atlas = atlas
        for lane in witnesses.indices {
            let finding = witnesses[lane].finding
            witnesses[lane] = atlas.witness(of: places[lane])
            witnesses[lane].finding = finding
        }
    }

    /// Gives the verdicts of a changed plan their places; `veins` are those of the plan before.
    mutating func relay(from veins: [String]) {
        let old = (places: places, witnesses: witnesses, panels: panels)
        (places, witnesses, lanes) = ([], [], [])
        board.clear()
        for panel in panels.indices { panels[panel].verdicts = [] }
        atlas = Atlas(atlas.standard, plan: plan, departures: atlas.departures)
        for run in injections {
            addLanes(injection: run.number, site: run.site)
            for (vein, id) in veins.enumerated() {
                let before = (run.number - 1) * veins.count + vein
                guard let now = places.lastIndex(where: { $0.vein == id }) else { continue }
                witnesses[now].finding = old.witnesses[before].finding
                for panel in panels.indices {
                    panels[panel].verdicts[now] = old.panels[panel].verdicts[before]
                }
            }
        }
    }

    /// What the map takes from one injection and vein: of a vein that is not sampled any more only
    /// what was decided.
    func finding(of lane: Int) -> Witness.Finding? {
        guard let told = panels[0].verdicts[lane] else { return nil }
        let isDecided = [.stepUp, .noStepUp].contains(told.news.value.state)
        let isLost = plan.dropped.veins.contains(places[lane].vein)
        return isLost && !isDecided ? nil : Witness.Finding(told.news.value)
    }

    /// The IDs that a changed plan gives to tubes that this one has not.
    func newIDs(of next: Plan) -> [String] {
        (1...injections.count + 1).flatMap { injection in
            next.draws.flatMap { second in
                next.veins.compactMap { vein in
                    next.label(
                        for: Mark.Place(injection: injection, vein: vein.id, second: second))
                }
            }
        }.filter { rack.index(of: $0) == nil }
    }

    /// Gives each vein of the next injection a place for its verdict.
    mutating func addLanes(injection: Int, site: String) {
        board.add(draws: plan.draws.sorted(), veins: plan.veins.count)
        for vein in plan.veins.indices {
            let place = MapNews.Place(
                injection: injection, site: site, vein: plan.veins[vein].id)
            places.append(place)
            witnesses.append(atlas.witness(of: place))
            lanes.append(rack.lane(injection: injection, vein: vein, since: nil))
            for panel in panels.indices { panels[panel].verdicts.append(nil) }
        }
    }

    /// True when it need not be remembered any more.
    func isGone(at time: Duration) -> Bool {
        closed.map { time >= $0 + Self.patienceAfterClose } ?? false
    }

    /// The IDs that the sheet and the labels give to the planned tubes.
    var plannedIDs: [String] {
        let labels = plan.sites.indices.flatMap { site in
            plan.draws.flatMap { second in
                plan.veins.compactMap { vein in
                    rack.plannedID(
                        at: Mark.Place(injection: site + 1, vein: vein.id, second: second))
                }
            }
        }
        return labels + plan.tagging.sheet.map(\.key)
    }

    /// Second zero of an injection.
    func zero(of injection: Int) -> Duration? { injections[injection - 1].zero }
}

extension WallTime {
    /// The time that is shown `seconds` later.
    func later(by seconds: Double) -> WallTime {
        WallTime(nanoseconds: nanoseconds + Int64((seconds * 1000).rounded()) * 1_000_000)
    }
}

extension Duration? {
    /// The earlier of a deadline, if there is one, and another.
    static func earlier(_ deadline: Duration?, _ other: Duration?) -> Duration? {
        guard let deadline, let other else { return deadline ?? other }
        return deadline < other ? deadline : other
    }
}
