/// The running injection and what to draw next.
struct BoardTimer {
    let procedure: BoardState.Procedure
    let now: Double

    /// Two lines, and a blank one.
    var lines: [BoardLine] {
        guard procedure.news.state != "closed" else {
            return [BoardLine("The procedure is closed.", .soft), BoardLine()]
        }
        return [injection, draws, BoardLine()]
    }

    private var injection: BoardLine {
        let given = (procedure.news.injections ?? []).compactMap { injection in
            StreamTime.seconds(injection.zero).map { (injection, $0) }
        }
        guard let (last, zero) = given.max(by: { $0.1 < $1.1 }) else {
            return BoardLine("No injection yet", .soft)
        }
        var line = BoardLine("\(last.site)  injection \(last.number)   ", .strong)
        line.add("\(Int((now - zero).rounded(.down))) s", .rise)
        return line
    }

    private var draws: BoardLine {
        guard let prompt = procedure.prompt, let all = prompt.draws, let first = all.first else {
            return BoardLine("Nothing to draw", .soft)
        }
        let veins = all.filter { $0.second == first.second }.map(\.vein).joined(separator: " ")
        var line = BoardLine("Draw ", .plain)
        line.add("\(Self.words(first.second)) s: \(veins)", .strong)
        if let due = StreamTime.seconds(first.due) {
            let left = due - now
            line.add(left > 5 ? "  in \(Int(left.rounded(.up))) s" : "")
            line.add(left <= 5 && left > -5 ? "  NOW" : "", .rise)
            line.add(left <= -5 ? "  \(Int(-left)) s late" : "", .medium)
        } else {
            line.add("  before injecting \(prompt.site ?? "")")
        }
        let later = all.map(\.second).reduce(into: [Int]()) { seconds, second in
            if !seconds.contains(second), second != first.second { seconds.append(second) }
        }
        let then = later.map(Self.words).joined(separator: ", ")
        line.add(later.isEmpty ? "" : "   then \(then) s", .soft)
        return line
    }

    /// A second with a true minus sign.
    static func words(_ second: Int) -> String {
        second < 0 ? "\u{2212}\(second.magnitude)" : "\(second)"
    }
}
