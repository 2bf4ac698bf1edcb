/// Injections by veins: what each says, as mark, ratio and word.
struct BoardVerdicts {
    let procedure: BoardProcedure

    /// Where the first vein begins: behind the longest site.
    private var first: Int { 5 + (procedure.injections.map(\.site.columns).max() ?? 3) }

    /// A title, the heading, and a line an injection.
    func lines(width: Int) -> [BoardLine] {
        guard let plan = procedure.news.plan, !plan.veins.isEmpty else { return [] }
        let column = max(6, (width - first) / plan.veins.count)
        var veins = BoardLine()
        for (index, vein) in plan.veins.enumerated() {
            veins.tab(to: first + index * column)
            veins.add(vein.id, .vein(index))
        }
        return [Self.title(plan), veins]
            + procedure.injections.map { row($0, plan: plan, column: column) }
    }

    private static func title(_ plan: StreamNews.Plan) -> BoardLine {
        var title = BoardLine("What steps up", .strong)
        if let ratio = plan.criterion.ratio {
            let sign = plan.criterion.strict == true ? ">" : "≥"
            title.add("  \(sign) ×\(BoardWords.plain(ratio))", .soft)
        }
        return title
    }

    private func row(
        _ injection: StreamNews.Injection, plan: StreamNews.Plan, column: Int
    ) -> BoardLine {
        let isAttended = procedure.attended?.number == injection.number
        var line = BoardLine(
            "\(isAttended ? "→" : " ")\(injection.number) \(injection.site)",
            isAttended ? .strong : .plain)
        if injection.dropped == true {
            line.add("  dropped", .soft)
            return line
        }
        guard procedure.hasBegun(injection) else {
            line.tab(to: first)
            line.add("planned", .soft)
            return line
        }
        for (index, vein) in plan.veins.enumerated() {
            let lane = BoardProcedure.Lane(injection: injection.number, vein: vein.id)
            line = line.cut(to: first + index * column - 1)
            line.tab(to: first + index * column)
            line.add(words(lane).cut(to: column - 1))
        }
        return line
    }

    /// `▲ ×2.4 step-up so far`.
    private func words(_ lane: BoardProcedure.Lane) -> BoardLine {
        guard let verdict = procedure.verdicts[lane] else { return BoardLine("·", .soft) }
        let (mark, word) = BoardWords.verdict(verdict.state)
        let isRise = verdict.state == "step-up"
        let ratio = verdict.state == "awaiting-baseline" ? nil : verdict.ratio
        var line = BoardLine(
            mark + (ratio.map { " \(BoardWords.ratio($0))" } ?? ""), isRise ? .rise : .strong)
        line.add(" \(word)", isRise ? .rise : .plain)
        let more =
            [
                isRise && verdict.final != true ? "so far" : nil,
                verdict.near == true ? "near threshold" : nil,
                verdict.mixed == true ? "two analyzers" : nil,
                verdict.withdrawn == true ? "withdrawn" : nil,
            ].compactMap(\.self) + procedure.hints(in: lane).map(BoardWords.hint)
        line.add(more.isEmpty ? "" : " \(more.joined(separator: ", "))", .soft)
        return line
    }
}
