extension Plan {
    /// What was planned and is not to be done any more; what was done of it stays.
    ///
    /// Nothing leaves the plan's own lists, so that every tube, label and result keeps its place.
    public struct Dropped: Sendable, Equatable, Codable {
        /// Sites by id.
        public var sites: [String]
        /// Veins by id.
        public var veins: [String]
        /// Planned seconds.
        public var draws: [Int]

        /// Nothing dropped, unless it is said.
        public init(sites: [String] = [], veins: [String] = [], draws: [Int] = []) {
            (self.sites, self.veins, self.draws) = (sites, veins, draws)
        }

        /// True when all of the plan is still to be done.
        var isEmpty: Bool { sites.isEmpty && veins.isEmpty && draws.isEmpty }
    }

    /// A change of the plan while the procedure runs; each has its opposite.
    public enum Change: Sendable, Equatable {
        /// Another site, or one that was dropped; without a name, the anatomy's.
        case addSite(String, name: String?)
        /// The site is not injected any more.
        case dropSite(String)
        /// Another vein, or one that was lost; without a name, the anatomy's.
        case addVein(String, name: String?)
        /// The vein is not sampled any more.
        case dropVein(String)
        /// Another draw, or one that was dropped, at this second.
        case addDraw(Int)
        /// Nothing is drawn at this second any more.
        case dropDraw(Int)
        /// What was to be drawn at one second is drawn at another.
        case moveDraw(Int, to: Int)
        /// The site is injected once more, or the injection that was dropped is given after all.
        case addInjection(site: String)
        /// The planned injection is not given.
        case dropInjection(Int)
        /// The seconds to wait between two injections.
        case setWait(Int)
        /// The dose of the injections that are still to come.
        case setDose(String)
        /// Another rule, judged beside the plan's own from now on, over what was measured already
        /// too; nothing that was said by others changes.
        case addCriterion(Criterion)
    }

    /// What remains to be done: this plan without what was dropped.
    var remaining: Plan {
        var plan = self
        plan.sites.removeAll { dropped.sites.contains($0.id) }
        plan.veins.removeAll { dropped.veins.contains($0.id) }
        plan.draws.removeAll { dropped.draws.contains($0) }
        plan.dropped = Dropped()
        return plan
    }

    /// This plan after a change, of which those of injections alter nothing here.
    ///
    /// Names that the change does not give come from `anatomy`. Throws what is wrong with the
    /// change, or with the plan that it would make.
    func changed(by change: Change, names anatomy: Anatomy) throws(Refusal) -> Plan {
        var plan = self
        switch change {
        case .addSite(let id, let name):
            try plan.add(Site(id: id, name: name ?? anatomy.artery(named: id)?.name ?? id))
        case .dropSite(let id):
            guard sites.contains(where: { $0.id == id }) else {
                throw .unknownSite(id, known: sites.map(\.id))
            }
            plan.dropped.sites.addOnce(id)
        case .addVein(let id, let name):
            try plan.add(Vein(id: id, name: name ?? anatomy.vein(named: id)?.name ?? id))
        case .dropVein(let id):
            guard veins.contains(where: { $0.id == id }) else {
                throw .unknownVein(id, known: veins.map(\.id))
            }
            plan.dropped.veins.addOnce(id)
        case .addDraw(let second): try plan.add(second)
        case .dropDraw(let second): try plan.drop(second)
        case .moveDraw(let second, let other):
            try plan.drop(second)
            try plan.add(other)
        case .addInjection, .dropInjection: break
        case .setWait(let wait): plan.wait = wait
        case .setDose(let dose): try plan.set(dose: dose)
        case .addCriterion(let criterion): try plan.add(criterion)
        }
        let known = problems() + remaining.drawProblems()
        var new = plan.problems().filter { !known.contains($0) }
        for problem in plan.remaining.drawProblems() where !(known + new).contains(problem) {
            new.append(problem)
        }
        guard new.isEmpty else { throw .impossiblePlan(new) }
        return plan
    }

    private mutating func add(_ site: Site) throws(Refusal) {
        guard let known = sites.first(where: { $0.id.nameKey == site.id.nameKey }) else {
            return sites.append(site)
        }
        guard dropped.sites.contains(known.id) else { throw .alreadyPlanned(known.id) }
        dropped.sites.removeAll { $0 == known.id }
    }

    private mutating func add(_ vein: Vein) throws(Refusal) {
        guard let known = veins.first(where: { $0.id.nameKey == vein.id.nameKey }) else {
            return veins.append(vein)
        }
        guard dropped.veins.contains(known.id) else { throw .alreadyPlanned(known.id) }
        dropped.veins.removeAll { $0 == known.id }
    }

    private mutating func set(dose: String) throws(Refusal) {
        guard !dose.isBlank else { throw .impossiblePlan(["The plan names no dose."]) }
        stimulant.dose = dose
    }

    private mutating func add(_ criterion: Criterion) throws(Refusal) {
        guard !criteria.contains(where: { $0.id == criterion.id }) else {
            throw .alreadyPlanned(criterion.id)
        }
        alongside.append(criterion)
    }

    private mutating func add(_ second: Int) throws(Refusal) {
        guard draws.contains(second) else { return draws.append(second) }
        guard dropped.draws.contains(second) else { throw .alreadyPlanned("\(second) s") }
        dropped.draws.removeAll { $0 == second }
    }

    private mutating func drop(_ second: Int) throws(Refusal) {
        guard draws.contains(second) else { throw .unknownDraw(second, known: draws) }
        dropped.draws.addOnce(second)
    }
}

extension Array where Element: Equatable {
    /// Adds what is not there yet.
    fileprivate mutating func addOnce(_ element: Element) {
        if !contains(element) { append(element) }
    }
}
