/// The running injection, and what to draw next: what is read from afar.
struct BoardTimer {
    let procedure: BoardProcedure
    let now: Double
    /// How large the digits are; 0 where there is no room for large ones.
    let scale: Int

    /// Which artery, and the seconds since its injection.
    func injection(width: Int) -> [BoardLine] {
        guard let injection = procedure.attended else { return [BoardLine("No injection", .soft)] }
        var name = BoardLine(injection.site, .rise)
        name.add("  \(procedure.siteName(injection.site))")
        var number = "injection \(injection.number) of \(procedure.injections.count)"
        number += injection.repeated == true ? ", again" : ""
        guard let zero = StreamTime.seconds(injection.zero) else {
            return [name, BoardLine(number, .soft)] + idle(width: width)
        }
        number += "   0 s = \(StreamTime.clock(zero))"
        let passed = Int(max(0, min(now - zero, 99_999)).rounded(.down))
        return [name, BoardLine(number, .soft)]
            + large("\(passed)", "s since the injection", .strong, width)
    }

    /// Nothing runs: how long the plan asks to wait is what counts.
    private func idle(width: Int) -> [BoardLine] {
        guard let ends = procedure.waitEnds else {
            return large("-", "not injected yet", .soft, width)
        }
        let left = ends - now
        return left > 0
            ? large(StreamTime.minutes(left), "may follow then", .soft, width)
            : large("-", "the planned wait is over", .soft, width)
    }

    /// What to draw next, in which veins, and when.
    func next(width: Int) -> [BoardLine] {
        guard procedure.news.state != "closed" else {
            return [
                BoardLine("The procedure is closed", .strong),
                BoardLine("Results may still arrive and revise verdicts.", .soft),
            ]
        }
        let due = procedure.due(at: now)
        guard let first = due.first, let prompt = procedure.prompt else {
            return [BoardLine("Nothing to draw", .strong)]
        }
        var title = BoardLine("Draw  ", .strong)
        for draw in due {
            title.add(" \(draw.vein) ", .vein(vein(draw.vein)))
        }
        var when = BoardLine("\(BoardWords.second(first.second)) s ", .strong)
        when.add("\(first.second <= 0 ? "before" : "after") \(prompt.site ?? "")", .soft)
        let ids = BoardLine(
            due.map { $0.specimen ?? "scan the tube" }.joined(separator: "  "), .soft)
        if when.width + ids.width + 3 <= width {
            when.add("   ")
            when.add(ids)
        }
        return [title, when] + countdown(first, width: width) + others(first.second, prompt)
    }

    private func countdown(_ draw: StreamNews.Draw, width: Int) -> [BoardLine] {
        guard let due = StreamTime.seconds(draw.due) else {
            return large(
                "-", draw.second > 0 ? "after the injection" : "baseline", .soft, width)
        }
        let left = due - now
        if left > 5 {
            return large("\(Int(min(left, 99_999).rounded(.up)))", "s to go", .plain, width)
        }
        if left > -5 { return large("NOW", "", .rise, width) }
        return large("+\(Int(min(-left, 99_999)))", "s late", .medium, width)
    }

    private func others(_ second: Int, _ prompt: StreamNews) -> [BoardLine] {
        let all = Set((prompt.draws ?? []).map(\.second)).sorted()
        let (passed, later) = (all.filter { $0 < second }, all.filter { $0 > second })
        func list(_ seconds: [Int]) -> String {
            seconds.map(BoardWords.second).joined(separator: ", ")
        }
        var line = BoardLine(later.isEmpty ? "" : "then at \(list(later)) s", .soft)
        if !passed.isEmpty {
            line.add(later.isEmpty ? "" : "   ")
            line.add("not marked: \(list(passed)) s", .medium)
        }
        return [line]
    }

    private func vein(_ id: String) -> Int {
        procedure.news.plan?.veins.firstIndex { $0.id == id } ?? 0
    }

    /// The digits with their words at the foot of them; one line where they have no room.
    private func large(_ text: String, _ words: String, _ tone: BoardTone, _ width: Int)
        -> [BoardLine]
    {
        let fitting = (1...max(1, scale)).last {
            BoardDigits(text: text, scale: $0).width + 2 <= width
        }
        guard scale > 0, let fitting else {
            var line = BoardLine(text, tone)
            line.add(" \(words)")
            return [line]
        }
        var lines = BoardDigits(text: text, scale: fitting).lines(tone)
        var last = lines.removeLast()
        last.tab(to: BoardDigits(text: text, scale: fitting).width)
        last.add("  \(words)")
        return lines + [last]
    }
}
