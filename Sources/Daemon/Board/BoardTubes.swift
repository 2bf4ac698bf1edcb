/// Every tube: what is held first, then the plan's in their order.
struct BoardTubes {
    let state: BoardState

    /// The held ones with their reasons, a heading, and a line a tube.
    func lines(width: Int) -> [BoardLine] {
        let held = Self.held(state.held, width: width)
        guard let procedure = state.procedure else {
            return held.isEmpty ? [BoardLine(), BoardLine("Nothing is held.", .soft)] : held
        }
        let veins = (procedure.news.plan?.veins ?? []).enumerated()
        let order = Dictionary(veins.map { ($1.id, $0) }, uniquingKeysWith: { $1 })
        let tubes = procedure.tubes.values.sorted { left, right in
            guard let one = left.place, let other = right.place else { return false }
            return (one.injection, one.second, order[one.vein] ?? 0)
                < (other.injection, other.second, order[other.vein] ?? 0)
        }
        var heading = BoardLine("Specimen", .soft)
        let longest = tubes.map { ($0.specimen ?? "no ID yet").columns }.max() ?? 8
        let columns = Self.columns(behind: max(8, min(24, longest)) + 2)
        for (column, word) in columns { Self.put(word, at: column, in: &heading, .soft) }
        let legend = BoardHelp.legend(
            "", ["expected", "drawn", "received", "result", "void", "missing"].map(tally), width)
        return held + [BoardLine()] + legend + [BoardLine(), heading]
            + tubes.map { line($0, of: procedure, columns) }
    }

    /// A line a held specimen: sign, ID, why, and what it is like.
    static func held(_ held: [StreamNews], width: Int) -> [BoardLine] {
        guard !held.isEmpty else { return [] }
        return [BoardLine()]
            + held.flatMap { news in
                var line = BoardLine("!! held  ", .medium)
                line.add("\(news.specimen ?? "")  ", .strong)
                line.add(news.reason ?? "")
                let like = news.suggestion.map { "like \($0)" } ?? ""
                guard !like.isEmpty else { return [line] }
                if line.width + like.columns + 2 <= width {
                    line.add("  \(like)", .soft)
                    return [line]
                }
                return [line, BoardLine("         \(like)", .soft)]
            }
    }

    /// Where the columns behind the IDs begin.
    private static func columns(behind width: Int) -> [(Int, String)] {
        [
            (0, "Site"), (7, "Vein"), (12, "Planned"), (21, "Drawn at"), (31, "State"),
            (43, "Result"),
        ]
        .map { ($0.0 + width, $0.1) }
    }

    private func tally(_ state: String) -> BoardWords.Sign {
        let (mark, word) = BoardWords.tube(state)
        return (mark, "\(self.state.procedure?.count(state) ?? 0) \(word)")
    }

    private func line(
        _ tube: StreamNews, of procedure: BoardProcedure, _ columns: [(Int, String)]
    ) -> BoardLine {
        guard let place = tube.place else { return BoardLine() }
        let (mark, word) = BoardWords.tube(tube.state)
        let result = tube.state == "void" ? nil : procedure.standing(at: place)
        let site = procedure.injections.first { $0.number == place.injection }?.site
        var line = BoardLine(tube.specimen ?? "no ID yet", tube.specimen == nil ? .soft : .plain)
        let cells: [(String, BoardTone)] = [
            ("\(place.injection) \(site ?? "")", .plain), (place.vein, .plain),
            ("\(BoardWords.second(place.second)) s", .plain),
            (tube.actual.map { "\(BoardWords.fixed($0, places: 1)) s" } ?? "", .soft),
            ("\(mark) \(word)", tone(of: tube.state)),
            ([result?.text, result?.unit].compactMap(\.self).joined(separator: " "), .strong),
        ]
        for ((column, _), (text, tone)) in zip(columns, cells) {
            Self.put(text, at: column, in: &line, tone)
        }
        line.add(tube.reason.map { "  \($0)" } ?? "", .soft)
        return line
    }

    private func tone(of state: String?) -> BoardTone {
        switch state {
        case "missing": .low
        case "result": .strong
        case "expected": .soft
        default: .plain
        }
    }

    private static func put(
        _ text: String, at column: Int, in line: inout BoardLine, _ tone: BoardTone
    ) {
        line.tab(to: column)
        line.add(text, tone)
    }
}
