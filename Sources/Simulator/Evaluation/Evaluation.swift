public import StepUp

/// How often the verdicts are right, on simulated truth.
///
/// Each procedure is played whole, bytes and protocol included; then the same blood once more in
/// perfect hands, which gives each rule's true answer.
public struct Evaluation: Sendable {
    /// The rules, the plan's own first.
    public var rules: [Criterion] { [plan.criterion] + plan.alongside }
    /// What was counted, by rule and condition.
    public private(set) var tallies: [Tally.Key: Tally] = [:]
    /// How far the probabilities of the first rule are right.
    public private(set) var reliability = Reliability()
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
        let real = Trial(
            try Simulation(course: course, dialect: script.dialect, faults: faults, seed: own),
            dialect: script.dialect, of: repertoire)
        let ideal = Trial(
            try Simulation(course: course.perfect(imagined.scenario), dialect: script.dialect),
            dialect: script.dialect, of: repertoire)
        results += real.results
        unfinished += real.isOver ? 0 : 1
        count(real, ideal, of: course, imagined)
    }

    private mutating func count(
        _ real: Trial, _ ideal: Trial, of course: Course, _ imagined: ImaginedProcedure
    ) {
        let sheet = Spreadsheet(course)
        for rule in rules {
            var tally = Tally()
            tally.procedures = 1
            for injection in 1...course.plan.sites.count {
                let isTumour = course.reachingTumour.contains(injection)
                tally.count(
                    real.finding(of: injection, by: rule.id, veins: course.plan.veins),
                    isTumour: isTumour)
                if let isPositive = sheet.isPositive(injection, by: rule) {
                    tally.countSheet(isPositive, isTumour: isTumour)
                }
            }
            if rule.id == rules[0].id, let kind = real.map?.reading.kind {
                tally.count(
                    kind,
                    organs: ImaginedProcedure.organs(
                        of: imagined.scenario, anatomy: repertoire.anatomy))
            }
            for condition in imagined.conditions {
                tallies[
                    Tally.Key(rule: rule.id, condition: condition.rawValue), default: Tally()] +=
                    tally
            }
        }
        for (lane, verdict) in real.verdicts where lane.criterion == rules[0].id {
            guard let odds = verdict.certainty.odds, odds.low == odds.high,
                let truth = ideal.verdicts[lane]
            else { continue }
            reliability.count(odds.low, truth.state == .stepUp)
        }
    }

    /// Adds what another part of the same evaluation counted.
    public static func += (left: inout Evaluation, right: Evaluation) {
        for (key, tally) in right.tallies { left.tallies[key, default: Tally()] += tally }
        left.reliability += right.reliability
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

    /// Counts a reading; "diffuse" is right for a liver with tumours.
    fileprivate mutating func count(_ kind: MapNews.Reading.Kind, organs: Set<Anatomy.Organ>) {
        let right: Set<Anatomy.Organ>?
        switch kind {
        case .hepatic, .diffuse: right = [.liver]
        case .pancreatic: right = [.pancreas]
        case .both: right = [.liver, .pancreas]
        case .noStepUp: right = []
        case .unclear, .incomplete: right = nil
        }
        unclear.count(right == nil)
        if let right { localisation.count(right == organs) }
    }
}
