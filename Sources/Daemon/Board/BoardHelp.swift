/// What the keys do, and what the marks mean.
enum BoardHelp {
    /// The page of help.
    static func lines(width: Int) -> [BoardLine] {
        let keys = [
            ("1 … 6", "a view: Room, Draws, Map, Tubes, Notices, Lines"),
            ("Tab → ←", "the next view, the one before"), ("↑ ↓", "a line up or down (k, j)"),
            ("PgUp PgDn", "a page up or down (b, Space)"), ("Home End", "the top, the end (g, G)"),
            ("a", "acknowledge the worst notice, at this terminal: seen is not over"),
            ("^L", "draw everything anew"), ("?", "this, and back"), ("q ^C", "leave"),
        ]
        var lines = [BoardLine(), BoardLine("Keys", .strong)]
        for (key, words) in keys {
            var line = BoardLine("  \(key)", .rise)
            line.tab(to: 14)
            line.add(words)
            lines.append(line)
        }
        let verdicts = ["awaiting-baseline", "pending", "step-up", "no-step-up", "undecided"]
        let tubes = ["expected", "drawn", "received", "result", "held", "void", "missing"]
        lines += [BoardLine(), BoardLine("Marks", .strong)]
        lines += legend("verdicts", (verdicts + ["unusable"]).map(BoardWords.verdict), width)
        lines += legend("tubes", tubes.map(BoardWords.tube), width)
        let notices = ["high", "medium", "low", "information", "hint"]
        lines += legend("notices", notices.map(BoardWords.priority), width)
        let text =
            "The board only shows: marks are made on the page, by its keys, or by "
            + "POST /api/procedures/{id}/marks."
        return lines + [BoardLine()] + text.wrapped(columns: width).map { BoardLine($0, .soft) }
    }

    /// Marks with their words, in as many lines as they need.
    static func legend(_ title: String, _ signs: [BoardWords.Sign], _ width: Int) -> [BoardLine] {
        let indent = title.isEmpty ? 0 : 12
        var lines: [BoardLine] = []
        var line = BoardLine(title.isEmpty ? "" : "  \(title)", .soft)
        line.tab(to: indent)
        for sign in signs {
            let gap = line.width > indent ? "   " : ""
            let words = "\(sign.mark) \(sign.word)"
            if !gap.isEmpty, line.width + gap.count + words.columns > width {
                lines.append(line)
                line = BoardLine(String(repeating: " ", count: indent))
            }
            line.add(line.width > indent ? gap + words : words, title.isEmpty ? .soft : .plain)
        }
        return lines + [line]
    }
}
