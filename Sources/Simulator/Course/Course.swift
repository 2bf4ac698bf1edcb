public import Protocols
public import StepUp

/// What happens in one simulated procedure, from the first mark to the last result, decided by a
/// scenario and a seed.
///
/// Nothing in it reacts to the outside, so all of it is known from the start: ``Simulation`` plays
/// it, tests and evaluations look at its truth.
public struct Course: Sendable {
    /// The team's plan.
    public let plan: Plan
    /// Every tube, in the order of the draws.
    public let tubes: [SimulatedTube]
    /// What the analyzer reports, with seconds from the beginning, in order.
    public let reports: [(time: Double, report: Report)]
    /// When each tube that is measured was loaded, in seconds from the beginning, in order: an
    /// analyzer that asks does so then.
    public let loadings: [(time: Double, specimen: String)]
    /// What the operator says, with seconds from the beginning, in order.
    public let marks: [(time: Double, mark: Mark)]
    /// The numbers of the injections whose bolus reaches tumour tissue that answers.
    public let reachingTumour: Set<Int>

    /// One measured result, before any dialect puts it into words.
    public struct Report: Sendable, Equatable {
        /// The index of its tube in ``Course/tubes``.
        public var tube: Int
        /// The specimen ID as the analyzer knows it.
        public var specimen: String
        /// The concentration, or the limit when ``bound`` is set.
        public var value: Double
        /// On which side of the limit the truth lies; nil for a plain number.
        public var bound: AssayResult.Bound?
        /// 1, or how many times the specimen was diluted for a rerun.
        public var dilution: Int
    }

    /// Plays `scenario` by `plan` with the chance of `seed`; the procedure is known as `procedure`.
    ///
    /// - Throws: what does not fit between scenario, plan and anatomy.
    public init(
        scenario: Scenario, hormone: Hormone, anatomy: Anatomy, plan: Plan, seed: UInt64,
        procedure: String
    ) throws(ScenarioProblem) {
        guard plan.analyte == scenario.hormone, hormone.units.contains(plan.unit) else {
            throw ScenarioProblem(
                "the plan judges \(plan.analyte) in \(plan.unit), the scenario makes "
                    + "\(scenario.hormone) in \(hormone.units.joined(separator: " or "))")
        }
        guard plan.tagging.labels != nil else {
            throw ScenarioProblem("the plan prints no labels, by which simulated tubes are known")
        }
        try scenario.check()
        let patient = try Patient(
            scenario: scenario, hormone: hormone, anatomy: anatomy, plan: plan)
        let timetable = Timetable(
            plan: plan, team: scenario.team, mishaps: scenario.mishaps, seed: seed)
        let tubes = Self.tubes(
            of: timetable, patient: patient, scenario: scenario, hormone: hormone, plan: plan,
            seed: seed)
        (self.plan, self.tubes) = (plan, tubes)
        reachingTumour = Set(
            timetable.runs.filter { patient.reachesTumour(from: $0.site) }.map(\.number))
        reports = Self.reports(of: tubes, scenario: scenario, plan: plan, seed: seed)
        let turnaround = scenario.laboratory.turnaround
        loadings = reports.filter { $0.report.dilution == 1 }
            .map { (max(0, $0.time - turnaround), $0.report.specimen) }
        let words = OperatorsWords(
            plan: plan, timetable: timetable, tubes: tubes, reports: reports, scenario: scenario)
        marks = words.marks(procedure: procedure)
    }

    /// Lets the blood flow past every draw in turn.
    private static func tubes(
        of timetable: Timetable, patient: Patient, scenario: Scenario, hormone: Hormone,
        plan: Plan, seed: UInt64
    ) -> [SimulatedTube] {
        var blood = Circulation(
            hormone: hormone, flow: scenario.body.flow, veinFlows: patient.veinFlows,
            sources: patient.sources)
        var tubes: [SimulatedTube] = []
        for run in timetable.runs {
            var chance = Chance(seed: seed, purpose: "response \(run.number)")
            let vigour = max(0.1, 1 + scenario.body.variability * chance.normal())
            let doses = patient.shares(of: run.site).map { $0 * scenario.dose * vigour }
            blood.inject(
                at: run.zero, doses: doses,
                returning: scenario.dose * (scenario.body.recirculation ?? hormone.recirculation))
            for draw in run.draws {
                blood.advance(to: draw.time)
                guard let vein = plan.veins.firstIndex(where: { $0.id == draw.place.vein }) else {
                    continue
                }
                tubes.append(
                    SimulatedTube(
                        place: draw.place, specimen: plan.label(for: draw.place) ?? "",
                        drawn: draw.time, actual: draw.time - run.zero, truth: blood.veins[vein]))
            }
        }
        return tubes
    }

    /// Carries each injection's tubes to the analyzer together, and has them measured.
    private static func reports(
        of tubes: [SimulatedTube], scenario: Scenario, plan: Plan, seed: UInt64
    ) -> [(time: Double, report: Report)] {
        let exchanges = scenario.exchanges(by: plan)
        var lastDraw: [Int: Double] = [:]
        for tube in tubes { lastDraw[tube.place.injection] = tube.drawn }
        let arriving = tubes.indices.filter { scenario.mishap(at: tubes[$0].place) != .broken }
        let arrivals = arriving.map { index in
            let drawn = lastDraw[tubes[index].place.injection] ?? tubes[index].drawn
            let isHaemolysed = scenario.mishap(at: tubes[index].place) == .haemolysed
            return Worklist.Arrival(
                tube: index, time: drawn + scenario.laboratory.transport,
                truth: tubes[index].truth * (isHaemolysed ? 0.3 : 1))
        }
        let measurements = Worklist.measurements(
            of: arrivals, laboratory: scenario.laboratory, assay: scenario.assay, seed: seed)
        return measurements.map { measurement in
            let tube = tubes[measurement.tube]
            let report = Report(
                tube: measurement.tube,
                specimen: label(of: tube, scenario, plan, exchanges: exchanges),
                value: measurement.reading.value, bound: measurement.reading.bound,
                dilution: measurement.dilution)
            return (measurement.ready, report)
        }
    }

    /// The ID under which the analyzer measures `tube`, by whatever happened to it.
    private static func label(
        of tube: SimulatedTube, _ scenario: Scenario, _ plan: Plan,
        exchanges: [Mark.Place: Mark.Place]
    ) -> String {
        if scenario.mishap(at: tube.place) == .mistyped { return mistyped(tube.specimen) }
        return exchanges[tube.place].flatMap { plan.label(for: $0) } ?? tube.specimen
    }

    /// The ID with its last two characters that differ swapped: the commonest slip of a hand.
    private static func mistyped(_ specimen: String) -> String {
        var letters = Array(specimen)
        for index in letters.indices.dropFirst().reversed()
        where letters[index] != letters[index - 1] {
            letters.swapAt(index, index - 1)
            break
        }
        return String(letters)
    }
}
