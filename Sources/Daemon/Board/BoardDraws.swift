/// Every draw: injections by veins by seconds, each with its value, its ratio or how far it is.
struct BoardDraws {
    let procedure: BoardProcedure

    /// Columns in front of the draws: the vein, and what it comes to.
    private struct Layout {
        let first: Int
        let cell: Int

        init(width: Int, draws: Int) {
            first = width >= 112 ? 29 : width >= 72 ? 14 : 6
            cell = max(5, (width - first) / max(1, draws))
        }

        /// True where a mark's word has room beside it.
        var hasWords: Bool { cell >= 11 }
    }

    /// All injections, and the line in which the one that is attended begins.
    func lines(width: Int) -> (lines: [BoardLine], present: Int) {
        var lines: [BoardLine] = []
        var present = 0
        for injection in procedure.injections where injection.dropped != true {
            if injection.number == procedure.attended?.number { present = lines.count }
            lines += block(injection, width: width) + [BoardLine()]
        }
        let states = ["expected", "drawn", "received", "void", "missing"].map(BoardWords.tube)
        let legend = BoardHelp.legend("", states + [("▲", "peak of a step-up")], width)
        return (lines + legend, present)
    }

    /// One injection: a heading with the seconds, and a row a vein, or two where it is narrow.
    func block(_ injection: StreamNews.Injection, width: Int) -> [BoardLine] {
        guard let plan = procedure.news.plan else { return [] }
        let layout = Layout(width: width, draws: procedure.draws.count)
        let isAttended = injection.number == procedure.attended?.number
        var heading = BoardLine(
            "\(injection.number) \(injection.site)", isAttended ? .rise : .strong)
        if layout.first > 20 {
            let zero = StreamTime.seconds(injection.zero).map { "0 s = \(StreamTime.clock($0))" }
            let word = procedure.hasBegun(injection) ? "not marked" : "planned"
            heading.add("  \(zero ?? word)", .soft)
        }
        heading = heading.cut(to: layout.first - 1)
        for (index, second) in procedure.draws.enumerated() {
            heading.tab(to: layout.first + index * layout.cell)
            heading.add("\(BoardWords.second(second)) s", .soft)
        }
        return [heading]
            + plan.veins.enumerated().flatMap { index, vein in
                rows(
                    BoardProcedure.Lane(injection: injection.number, vein: vein.id), index, layout,
                    hasBegun: procedure.hasBegun(injection))
            }
    }

    private func rows(
        _ lane: BoardProcedure.Lane, _ index: Int, _ layout: Layout, hasBegun: Bool
    ) -> [BoardLine] {
        let cells = procedure.draws.map { cell(lane, $0, layout) }
        // A number is never cut: where its ratio has no room beside it, all ratios stand below.
        let isWide = cells.allSatisfy { $0.width + $1.width + 1 < layout.cell }
        var (values, ratios) = (BoardLine("  \(lane.vein)", .vein(index)), BoardLine())
        if hasBegun, layout.first > 6 {
            values.tab(to: 6)
            values.add(verdict(lane, layout))
        }
        for (place, (value, ratio)) in cells.enumerated() {
            let column = layout.first + place * layout.cell
            values = values.cut(to: column - 1)
            values.tab(to: column)
            values.add(value)
            guard ratio.width > 0 else { continue }
            if isWide {
                values.add(" ")
                values.add(ratio)
            } else {
                ratios.tab(to: column)
                ratios.add(ratio.cut(to: layout.cell - 1))
            }
        }
        return ratios.width > 0 ? [values, ratios] : [values]
    }

    /// What a lane comes to, in as many words as there is room for.
    private func verdict(_ lane: BoardProcedure.Lane, _ layout: Layout) -> BoardLine {
        guard let verdict = procedure.verdicts[lane] else { return BoardLine() }
        let (mark, word) = BoardWords.verdict(verdict.state)
        let ratio = verdict.state == "awaiting-baseline" ? nil : verdict.ratio
        let words = layout.first > 20 ? " \(word)" : ""
        return BoardLine(
            mark + (ratio.map { " \(BoardWords.ratio($0))" } ?? "") + words,
            verdict.state == "step-up" ? .rise : .plain
        ).cut(to: layout.first - 7)
    }

    /// One draw: its value and ratio, or its mark and word.
    private func cell(_ lane: BoardProcedure.Lane, _ second: Int, _ layout: Layout)
        -> (BoardLine, BoardLine)
    {
        let place = StreamNews.Place(
            injection: lane.injection, vein: lane.vein, second: second)
        let tube = procedure.tubes[place]
        let (mark, word) = BoardWords.tube(tube?.state)
        let hint = procedure.hints(in: lane, at: second).isEmpty ? "" : "?"
        guard tube?.state != "void", let result = procedure.standing(at: place) else {
            let isCalm = tube?.state == nil || tube?.state == "expected"
            let words = layout.hasWords ? " \(word)" : ""
            return (BoardLine("\(mark)\(words)\(hint)", isCalm ? .soft : .plain), BoardLine())
        }
        let verdict = procedure.verdicts[lane]
        let isPeak =
            verdict?.state == "step-up" && verdict?.peak?.specimen == result.specimen
            && result.specimen != nil
        let tone: BoardTone = isPeak ? .rise : .plain
        let ratio = procedure.ratio(of: result, in: lane).map(BoardWords.ratio)
        return (
            BoardLine("\(isPeak ? "▲" : "")\(result.text ?? "")\(hint)", tone),
            BoardLine(ratio ?? "", isPeak ? .rise : .soft)
        )
    }
}
