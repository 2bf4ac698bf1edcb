public import StepUp

/// How often the verdicts are right, on simulated truth.
///
/// Each procedure is played whole, bytes and protocol included; what its rules say of the blood
/// itself is their true answer (``Truth``).
public struct Evaluation: Sendable {
    /// The rules, the plan's own first.
    public var rules: [Criterion] { [plan.criterion] + plan.alongside }
    /// What was counted, by rule and condition.
    public private(set) var tallies: [Tally.Key: Tally] = [:]
    /// How far the probabilities are right, by rule.
    public private(set) var reliability: [String: Reliability] = [:]
    /// The same by each laboratory's own imprecision, where no tube bears another's label.
    public private(set) var ownReliability: [String: Reliability] = [:]
    /// In how many procedures each hint stands in the end, by kind.
    public private(set) var alarms: [Hint.Kind: Alarm] = [:]
    /// How many results were read.
    public private(set) var results = 0
    /// How many procedures did not come to an end.
    public private(set) var unfinished = 0

    private let base: Scenario
    /// The plan of ``base``, which every procedure follows.
    private let plan: Plan
    private let repertoire: Repertoire
    private let faults: Faults?
    private let seed: UInt64
    private let alongside: [String]

    /// An evaluation that varies `base`, by chance from `seed`, and judges by `criteria` (the
    /// scenario's own rule when there are none); `faults` happen on every cable.
    ///
    /// - Throws: what the scenario or a criterion names and `repertoire` does not have.
    public init(
        varying base: Scenario, of repertoire: Repertoire, criteria: [String] = [],
        faults: Faults? = nil, seed: UInt64
    ) throws(ScenarioProblem) {
        var base = base
        base.criterion = criteria.first ?? base.criterion
        (self.base, self.repertoire, self.faults, self.seed) = (base, repertoire, faults, seed)
        alongside = Array(criteria.dropFirst())
        plan = try Script(base, named: "base", alongside: alongside, of: repertoire).plan
    }

    /// Plays the procedures with these numbers and counts what came out.
    public mutating func play(_ numbers: some Sequence<Int>) throws(ScenarioProblem) {
        for number in numbers { try play(number) }
    }

    private mutating func play(_ number: Int) throws(ScenarioProblem) {
        let imagined = ImaginedProcedure(
            number, seed: seed, varying: base, plan: plan, anatomy: repertoire.anatomy)
        let script = try Script(
            imagined.scenario, named: "\(number)", alongside: alongside, of: repertoire)
        let own = seed &+ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9
        let course = try script.course(seed: own, procedure: "E-\(number)")
        let trial = Trial(
            try Simulation(course: course, dialect: script.dialect, faults: faults, seed: own),
            dialect: script.dialect, of: repertoire)
        results += trial.results
        unfinished += trial.isOver ? 0 : 1
        for rule in rules { count(trial, by: rule, of: course, imagined) }
        let truth = Truth(course)
        count(trial, against: truth, imagined)
        countHints(of: trial, against: truth, imagined)
    }

    /// Counts hints: false alarms where nothing is odd, and whether what is odd was found.
    private mutating func countHints(
        of trial: Trial, against truth: Truth, _ imagined: ImaginedProcedure
    ) {
        if imagined.isClean {
            for kind in Hint.Kind.allCases {
                alarms[kind, default: Alarm()].clean.count(trial.hints.values.contains(kind))
            }
        }
        for oddity in imagined.oddities {
            alarms[oddity.hint, default: Alarm()].found.count(oddity.isFound(by: trial.hints))
            guard oddity.misleads(trial, against: truth, by: plan.criterion.id) else { continue }
            alarms[oddity.hint, default: Alarm()].warned
                .count(trial.hints.keys.contains { oddity.isNamed(by: $0) })
        }
    }

    /// Counts what one rule says of one procedure.
    private mutating func count(
        _ trial: Trial, by rule: Criterion, of course: Course, _ imagined: ImaginedProcedure
    ) {
        let sheet = Spreadsheet(course)
        var tally = Tally()
        tally.procedures = 1
        for injection in 1...course.plan.sites.count {
            let isTumour = course.reachingTumour.contains(injection)
            tally.count(
                trial.finding(of: injection, by: rule.id, veins: course.plan.veins),
                isTumour: isTumour)
            if let isPositive = sheet.isPositive(injection, by: rule) {
                tally.countSheet(isPositive, isTumour: isTumour)
            }
        }
        if let map = map(of: trial, by: rule, plan: course.plan) {
            tally.count(map, tumours: imagined.answering(in: repertoire.anatomy))
        }
        for condition in imagined.conditions {
            let key = Tally.Key(rule: rule.id, condition: condition.rawValue)
            tallies[key, default: Tally()] += tally
        }
    }

    /// The map by a rule: the station's own by the plan's, by another what its verdicts come to.
    private func map(of trial: Trial, by rule: Criterion, plan: Plan) -> MapNews? {
        guard rule.id != plan.criterion.id else { return trial.map }
        let verdicts = trial.verdicts.values.filter { $0.criterion == rule.id }
        return repertoire.anatomy.map(of: verdicts, plan: plan)
    }

    /// Holds probabilities against the true answers.
    private mutating func count(
        _ trial: Trial, against truth: Truth, _ imagined: ImaginedProcedure
    ) {
        let own = imagined.assay
        for (lane, verdict) in trial.verdicts {
            guard let odds = verdict.certainty.odds, odds.low == odds.high,
                let answer = truth.verdicts[lane]
            else { continue }
            reliability[lane.criterion, default: Reliability()]
                .count(odds.low, answer.state == .stepUp)
            guard !imagined.isMislabelled,
                let odds = verdict.certainty.odds(by: own)
            else { continue }
            ownReliability[lane.criterion, default: Reliability()]
                .count(odds.low, answer.state == .stepUp)
        }
    }

    /// Adds what another part of the same evaluation counted.
    public static func += (left: inout Evaluation, right: Evaluation) {
        for (key, tally) in right.tallies { left.tallies[key, default: Tally()] += tally }
        for (rule, one) in right.reliability {
            left.reliability[rule, default: Reliability()] += one
        }
        for (rule, one) in right.ownReliability {
            left.ownReliability[rule, default: Reliability()] += one
        }
        for (kind, one) in right.alarms { left.alarms[kind, default: Alarm()] += one }
        left.results += right.results
        left.unfinished += right.unfinished
    }
}

extension Trial {
    /// What the veins together say of an injection: true for a step-up in any, false when none has
    /// one, nil when it is left open.
    fileprivate func finding(
        of injection: Int, by criterion: String, veins: [Plan.Vein]
    ) -> Bool? {
        let states = veins.compactMap {
            verdicts[Lane(criterion: criterion, injection: injection, vein: $0.id)]?.state
        }
        if states.contains(.stepUp) { return true }
        return !states.isEmpty && states.allSatisfy { $0 == .noStepUp } ? false : nil
    }
}

extension Tally {
    /// What a tally is of.
    public struct Key: Sendable, Hashable {
        /// The rule's id.
        public let rule: String
        /// The condition in words.
        public let condition: String
    }

    fileprivate mutating func count(_ finding: Bool?, isTumour: Bool) {
        open.count(finding == nil)
        guard let finding else { return }
        if isTumour { sensitivity.count(finding) } else { specificity.count(!finding) }
    }

    fileprivate mutating func countSheet(_ isPositive: Bool, isTumour: Bool) {
        if isTumour {
            sheetSensitivity.count(isPositive)
        } else {
            sheetSpecificity.count(!isPositive)
        }
    }

    /// Counts a map: "diffuse" is right for a liver with tumours.
    fileprivate mutating func count(_ map: MapNews, tumours: [Anatomy.Region]) {
        let named = Set(map.regions.filter { $0.state == .producing }.map(\.region))
        let ill = Set(tumours.map(\.id))
        for region in ill { found.count(named.contains(region)) }
        for region in named { placed.count(ill.contains(region)) }
        let right: Set<Anatomy.Organ>?
        switch map.reading.kind {
        case .hepatic, .diffuse: right = [.liver]
        case .pancreatic: right = [.pancreas]
        case .both: right = [.liver, .pancreas]
        case .noStepUp: right = []
        case .unclear, .incomplete: right = nil
        }
        unclear.count(right == nil)
        if let right { localisation.count(right == Set(tumours.map(\.organ))) }
    }
}
