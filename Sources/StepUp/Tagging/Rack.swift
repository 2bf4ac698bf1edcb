/// All tubes of one procedure, and which ID leads to which.
///
/// The tubes of an injection stand side by side, by second and then by vein, so that a place is
/// found by counting and a result's tube by one look-up.
struct Rack: Sendable {
    private var plan: Plan { _read { yield sharedPlan.value } }
    private var sharedPlan: Shared<Plan>
    private var draws: [Int]
    private let sheet: [Mark.Place: String]
    private let positions: [String: Mark.Place]

    /// What is known of the assays that measure the plan's analyte.
    var assays = AssayShelf.empty

    /// Every tube there ever was, void ones that were drawn anew included.
    private(set) var specimens: [Specimen] = []
    /// The tube that counts at each place.
    private var slots: [Int] = []
    /// The tube that each ID is bound to.
    private(set) var bound: [String: Int] = [:]

    /// The rack of `plan`, without injections yet.
    init(plan shared: Shared<Plan>) {
        let plan = shared.value
        sharedPlan = shared
        draws = plan.draws.sorted()
        sheet = Dictionary(
            plan.tagging.sheet.map { ($0.place, $0.key) }, uniquingKeysWith: { first, _ in first })
        positions = Dictionary(
            plan.tagging.positions.map { ($0.key, $0.place) },
            uniquingKeysWith: { first, _ in first })
    }

    /// How many injections have tubes.
    var injections: Int { width == 0 ? 0 : slots.count / width }

    /// The tubes of one injection.
    private var width: Int { draws.count * plan.veins.count }

    /// The last planned second.
    var lastSecond: Int { draws.last { !plan.dropped.draws.contains($0) } ?? 0 }

    /// The tube number `index`; an ID is changed by ``bind(_:to:)`` and ``unbind(_:)`` alone.
    subscript(index: Int) -> Specimen {
        _read { yield specimens[index] }
        _modify { yield &specimens[index] }
    }

    /// Adds the expected tubes of the next injection, with the IDs that the plan gives them.
    ///
    /// - Returns: the IDs that another tube has already: they are left unbound.
    mutating func add(site: String) -> [String] {
        let injection = injections + 1
        var refused: [String] = []
        for second in draws {
            for vein in plan.veins {
                let place = Mark.Place(injection: injection, vein: vein.id, second: second)
                refused += add(place, site: site)
            }
        }
        return refused
    }

    /// Adds one expected tube with its ID, which is given back when another tube has it.
    private mutating func add(_ place: Mark.Place, site: String) -> [String] {
        slots.append(specimens.count)
        specimens.append(Specimen(place: place, site: site))
        guard let id = plannedID(at: place) else { return [] }
        guard bound[id] == nil else { return [id] }
        bind(id, to: specimens.count - 1)
        return []
    }

    /// The ID that the sheet or the printed labels give to `place`.
    func plannedID(at place: Mark.Place) -> String? { sheet[place] ?? plan.label(for: place) }

    /// The tube that counts at `place`; nil when there is no such place.
    func index(at place: Mark.Place) -> Int? {
        guard (1...max(1, injections)).contains(place.injection), injections > 0,
            let second = draws.firstIndex(of: place.second),
            let vein = plan.veins.firstIndex(where: { $0.id == place.vein })
        else { return nil }
        return slots[(place.injection - 1) * width + second * plan.veins.count + vein]
    }

    /// The tube that `id` is bound to.
    func index(of id: String) -> Int? { bound[id] }

    /// The tube that an analyzer without a bar-code reader finds at `position` of the run.
    func index(atPosition position: String) -> Int? {
        positions.isEmpty ? nil : positions[position].flatMap { index(at: $0) }
    }

    /// The bound IDs that are one slip away from `id`, and whose result did not come yet.
    func openIDs(like id: String) -> [String] {
        var ids: [String] = []
        for index in specimens.indices where specimens[index].state != .result {
            if let own = specimens[index].id, Likeness.isOneSlip(id, own) { ids.append(own) }
        }
        return ids
    }

    /// The tubes that count of one injection, by second and vein.
    func tubes(of injection: Int) -> ArraySlice<Int> {
        slots[(injection - 1) * width..<injection * width]
    }

    /// The place of a planned second among the draws of an injection and vein.
    func draw(at second: Int) -> Int? { draws.firstIndex(of: second) }

    /// What the judgement sees of the tube that counts at one draw of an injection and vein; `zero`
    /// is the injection's second zero.
    func tube(draw: Int, injection: Int, vein: Int, since zero: Duration?) -> Tube {
        let index = slots[(injection - 1) * width + draw * plan.veins.count + vein]
        var tube = Tube(
            place: specimens[index].place, specimen: specimens[index].id ?? "",
            actual: specimens[index].filling.actual(since: zero), fate: .awaited)
        settle(&tube, by: index)
        return tube
    }

    /// Says what became of a tube, as far as the plan's analyte goes.
    private func settle(_ tube: inout Tube, by index: Int) {
        let state = specimens[index].state
        if state != .void, let current = specimens[index].history.current(of: plan.analyte) {
            tube.line = current.news.line
            tube.assay = assays.profile(of: current.news.result.value, on: tube.line)
            let rivals = specimens[index].history.rivals(of: plan.analyte)
            if !rivals.isEmpty {
                tube.rivals = rivals.map { rival in
                    Tube.Rival(
                        result: rival.result,
                        assay: assays.profile(of: rival.result.value, on: rival.line))
                }
            }
            tube.fate = .measured(current.news.result, announcement: current.id)
        } else if state == .void || state == .missing {
            tube.fate = .settled
        }
    }

    /// The announcement of a tube; `zero` is its injection's second zero.
    func news(of index: Int, since zero: Duration?) -> SpecimenNews {
        SpecimenNews(
            specimen: specimens[index].id, state: specimens[index].state,
            place: specimens[index].place, site: specimens[index].site,
            actual: specimens[index].filling.actual(since: zero), reason: specimens[index].reason,
            withdrawn: specimens[index].withdrawals.isEmpty ? nil : specimens[index].withdrawals)
    }

    /// The same of all draws, in the order of their seconds.
    func lane(injection: Int, vein: Int, since zero: Duration?) -> [Tube] {
        draws.indices.map { tube(draw: $0, injection: injection, vein: vein, since: zero) }
    }

    /// True when the judgement looks at the tube of this draw.
    func counts(draw: Int, injection: Int, vein: Int) -> Bool {
        specimens[slots[(injection - 1) * width + draw * plan.veins.count + vein]].counts
    }

    /// Gives the tubes of a plan that holds all of the last one their places.
    ///
    /// Every tube stays; those that are added begin as left out.
    ///
    /// - Returns: the IDs of added tubes that another tube has already: they are left unbound.
    mutating func change(to shared: Shared<Plan>) -> [String] {
        let old = (slots: slots, draws: draws, veins: plan.veins.map(\.id), width: width)
        let count = injections
        sharedPlan = shared
        draws = shared.value.draws.sorted()
        slots = []
        var refused: [String] = []
        for injection in 0..<count {
            let site = specimens[old.slots[injection * old.width]].site
            for second in draws {
                for vein in plan.veins {
                    if let draw = old.draws.firstIndex(of: second),
                        let vein = old.veins.firstIndex(of: vein.id)
                    {
                        let slot = injection * old.width + draw * old.veins.count + vein
                        slots.append(old.slots[slot])
                    } else {
                        let place = Mark.Place(
                            injection: injection + 1, vein: vein.id, second: second)
                        refused += addLeftOut(place, site: site)
                    }
                }
            }
        }
        return refused
    }

    private mutating func addLeftOut(_ place: Mark.Place, site: String) -> [String] {
        let refused = add(place, site: site)
        specimens[specimens.count - 1].isDropped = true
        specimens[specimens.count - 1].state = .missing
        specimens[specimens.count - 1].reason = "not planned then"
        return refused
    }

    /// Binds `id` to a tube instead of the ID that it had.
    mutating func bind(_ id: String, to index: Int) {
        unbind(index)
        specimens[index].id = id
        bound[id] = index
    }

    /// Gives a tube the ID that the plan gives it, if no other tube has that; else none.
    mutating func bindAsPlanned(_ index: Int) {
        let planned = plannedID(at: specimens[index].place)
        guard planned != specimens[index].id else { return }
        unbind(index)
        if let planned, bound[planned] == nil { bind(planned, to: index) }
    }

    /// Takes the ID from a tube.
    mutating func unbind(_ index: Int) {
        if let old = specimens[index].id { bound[old] = nil }
        specimens[index].id = nil
    }

    /// Puts a fresh, unbound tube in the place of a void one, which keeps its ID and its results.
    ///
    /// - Returns: the fresh tube.
    mutating func replace(_ index: Int) -> Int {
        guard let slot = slots.firstIndex(of: index) else { return index }
        specimens.append(Specimen(place: specimens[index].place, site: specimens[index].site))
        slots[slot] = specimens.count - 1
        return specimens.count - 1
    }
}
