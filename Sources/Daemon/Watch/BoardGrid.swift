/// Injections by veins: a mark a tube, and the verdict.
struct BoardGrid {
    let procedure: BoardState.Procedure

    /// The heading, a line an injection, and a blank one.
    func lines(width: Int) -> [BoardLine] {
        guard let plan = procedure.news.plan, !plan.veins.isEmpty else { return [] }
        let first = 14
        let column = max(12, (width - first) / plan.veins.count)
        var heading = BoardLine("Site", .soft)
        for (index, vein) in plan.veins.enumerated() {
            heading.tab(to: first + index * column)
            heading.add(vein.id, .soft)
        }
        let rows = (procedure.news.injections ?? []).map { injection in
            row(injection, plan: plan, first: first, column: column)
        }
        return [heading] + rows + [BoardLine()]
    }

    private func row(
        _ injection: StreamNews.Injection, plan: StreamNews.Plan, first: Int, column: Int
    ) -> BoardLine {
        let isGiven = injection.zero != nil
        let name = "\(injection.number) \(injection.site)"
        if injection.dropped == true { return BoardLine("\(name) dropped", .soft) }
        var line = BoardLine(name, isGiven ? .strong : .soft)
        for (index, vein) in plan.veins.enumerated() {
            line.tab(to: first + index * column)
            let tubes = plan.draws.sorted().map { second in
                mark(of: .init(injection: injection.number, vein: vein.id, second: second))
            }
            line.add(tubes.joined(), .soft)
            let lane = BoardState.Lane(injection: injection.number, vein: vein.id)
            guard isGiven, let verdict = procedure.verdicts[lane] else { continue }
            let room = column - tubes.count - 2
            line.add(
                " " + Self.words(for: verdict).prefix(columns: room),
                verdict.state == "step-up" ? .rise : .plain)
        }
        return line
    }

    private func mark(of place: StreamNews.Place) -> String {
        switch procedure.tubes[place]?.state {
        case "drawn": "◐"
        case "received": "◑"
        case "result": "●"
        case "void": "✕"
        case "missing": "□"
        default: "○"
        }
    }

    /// Mark, number and word: `▲ ×2.4 step-up`.
    private static func words(for verdict: StreamNews) -> String {
        let (mark, word) =
            switch verdict.state {
            case "step-up": ("▲", "step-up")
            case "no-step-up": ("–", "no step-up")
            case "undecided": ("?", "undecided")
            case "unusable": ("✕", "unusable")
            case "pending": ("…", "pending")
            default: ("○", "no baseline yet")
            }
        let number = verdict.ratio.map { " \(ratio($0))" } ?? ""
        let near = verdict.near == true ? ", near" : ""
        return "\(mark)\(number) \(word)\(near)\(verdict.final == true ? "" : " …")"
    }

    /// `×2.4`, `≥×5.1`, `×1.8–2.3`; three decimals near twice, where they decide.
    static func ratio(_ ratio: StreamNews.Ratio) -> String {
        guard let high = ratio.high else { return "≥×\(number(ratio.low))" }
        let (low, top) = (number(ratio.low), number(high))
        return low == top ? "×\(low)" : "×\(low)–\(top)"
    }

    private static func number(_ ratio: Double) -> String {
        let places = (ratio - 2).magnitude < 0.1 ? 1000.0 : ratio >= 10 ? 1 : 10
        let rounded = (min(ratio, 1e9) * places).rounded() / places
        return places == 1 ? "\(Int(rounded))" : "\(rounded)"
    }
}
