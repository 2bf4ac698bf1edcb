/// Each analyzer's line: open or lost, when it was heard last, and what was counted.
struct BoardAnalyzers {
    let lines: [String: StreamNews]
    let now: Double

    /// A paragraph a line.
    func lines(width: Int) -> [BoardLine] {
        guard !lines.isEmpty else { return [BoardLine(), BoardLine("No line is set up.", .soft)] }
        return lines.sorted { $0.key < $1.key }.flatMap { name, line in
            [BoardLine(), heading(name, line)] + counters(line, width: width)
        }
    }

    private func heading(_ name: String, _ line: StreamNews) -> BoardLine {
        var heading = BoardLine("\(name)  ", .strong)
        let isOpen = line.state == "open"
        heading.add(isOpen ? "● open" : "✕ lost", isOpen ? .strong : .high)
        let heard = StreamTime.seconds(line.heard).map { "heard \(StreamTime.age(now - $0)) ago" }
        heading.add("  \(heard ?? "nothing heard yet")")
        heading.add("  \(line.dialect ?? "")", .soft)
        return heading
    }

    private func counters(_ line: StreamNews, width: Int) -> [BoardLine] {
        let refused = (line.defects ?? [:]).sorted { $0.key < $1.key }
            .map { "\($0.value) × \($0.key)" }.joined(separator: ", ")
        let text =
            "\(line.messages ?? 0) messages, \(line.results ?? 0) results; refused or ignored: "
            + (refused.isEmpty ? "nothing" : refused)
        return [line.detail ?? "", text].filter { !$0.isEmpty }.flatMap { text in
            text.wrapped(columns: width - 2).map { BoardLine("  " + $0, .soft) }
        }
    }
}
