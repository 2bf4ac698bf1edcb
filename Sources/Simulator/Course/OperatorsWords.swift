import StepUp

/// What the operator of a simulated procedure says, and when: the marks in the order of time.
struct OperatorsWords: Sendable {
    private var said: [(time: Double, action: Mark.Action)]

    /// Seconds that a person takes to act upon what a result shows.
    private static let reaction = 120.0

    /// Opens, marks what is drawn and injected, tells of mishaps, and closes when all is reported.
    init(
        plan: Plan, timetable: Timetable, tubes: [SimulatedTube],
        reports: [(time: Double, report: Course.Report)], scenario: Scenario
    ) {
        said = [(0, .open(plan))]
        said += timetable.runs.map { ($0.zero, .injection(site: $0.site, number: $0.number)) }
        for (index, tube) in tubes.enumerated() {
            let last = reports.last { $0.report.tube == index }
            let mishap = scenario.mishap(at: tube.place)
            if mishap != .unmarked {
                said.append((tube.drawn, .draw(specimen: tube.specimen, place: tube.place)))
            }
            switch mishap {
            case .broken:
                let time = tube.drawn + Self.reaction
                said.append((time, .void(specimen: tube.specimen, reason: "tube broken")))
            case .haemolysed:
                let time = (last?.time ?? tube.drawn) + Self.reaction
                said.append((time, .void(specimen: tube.specimen, reason: "haemolysed")))
            case .mistyped:
                guard let last else { continue }
                said.append(
                    (
                        last.time + Self.reaction,
                        .assign(
                            specimen: last.report.specimen, place: tube.place,
                            reason: "ID mistyped at the analyzer")
                    ))
            case .unmarked, .swapped, .exchanged, .misplaced, .late, .hurried, nil: break
            }
        }
        let end = max(said.map(\.time).max() ?? 0, reports.last?.time ?? 0)
        said.append((end + 60, .close))
    }

    /// The marks of the procedure known as `procedure`, each with its second.
    func marks(procedure: String) -> [(time: Double, mark: Mark)] {
        let ordered = said.enumerated().sorted {
            ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }
        return ordered.enumerated().map { index, entry in
            let mark = Mark(
                key: "\(procedure)-\(index + 1)", procedure: procedure, by: "simulated operator",
                action: entry.element.action)
            return (entry.element.time, mark)
        }
    }
}
