/// The stream as a terminal shows it: a value that turns announcements into lines of text.
///
/// It knows neither terminal nor clock: size and time are arguments, so that the same board serves
/// `watch`, `demo` and the tests.
struct Board: Sendable {
    private(set) var state = BoardState()

    /// Why what is shown may be old, when it may.
    var trouble: String?

    /// Takes an announcement as the stream wrote it; false when it was none.
    @discardableResult
    mutating func take(json: String) -> Bool {
        guard let news = StreamNews(json: json) else { return false }
        state.take(news)
        return true
    }

    /// The board at `now` (seconds since 1970): at most `height` lines of `width` columns.
    ///
    /// The top is never left out: banner, trouble, timer and draws come first, notices last.
    func lines(width: Int, height: Int, now: Double) -> [BoardLine] {
        let (width, height) = (max(20, width), max(1, height))
        let foot = BoardLine("Research and decision support, not a certified device.", .soft)
        var lines = head(width: width, now: now)
        if let procedure = state.procedure {
            lines += BoardTimer(procedure: procedure, now: now).lines
            lines += BoardGrid(procedure: procedure).lines(width: width)
            lines += BoardMap(map: procedure.map).lines(width: width)
        } else {
            lines.append(BoardLine("No procedure is open.", .soft))
        }
        lines += held
        lines += notices(width: width, room: height - 1 - lines.count)
        return (lines.prefix(height - 1) + [foot]).map { $0.cut(to: width) }
    }

    private func head(width: Int, now: Double) -> [BoardLine] {
        var lines: [BoardLine] = []
        if state.isSimulated {
            let text = "SIMULATED: these results come from no patient"
            let left = String(repeating: " ", count: max(0, (width - text.count) / 2))
            let right = String(repeating: " ", count: max(0, width - left.count - text.count))
            lines.append(BoardLine(left + text + right, .banner))
        }
        if let trouble { lines.append(BoardLine("! \(trouble)", .high)) }
        var title = BoardLine(state.procedure?.news.plan?.title ?? "stepupd", .strong)
        let pseudonym = state.procedure?.news.plan.map { "  patient \($0.pseudonym)" }
        title.add((pseudonym ?? "") + (state.site.isEmpty ? "" : "  \(state.site)"), .soft)
        title = title.cut(to: width - 14)
        title.tab(to: width - 12)
        title.add(StreamTime.clock(now) + " UTC", .soft)
        lines.append(title)
        for (name, line) in state.lines.sorted(by: { $0.key < $1.key }) {
            lines.append(Self.line(name, line, now: now))
        }
        return lines + [BoardLine()]
    }

    private static func line(_ name: String, _ line: StreamNews, now: Double) -> BoardLine {
        var text = BoardLine("\(name) ", .soft)
        let isOpen = line.state == "open"
        text.add(isOpen ? "● open" : "✕ lost", isOpen ? .plain : .high)
        let heard = StreamTime.seconds(line.heard).map { "heard \(age(now - $0)) ago" }
        text.add(", \(heard ?? "nothing heard yet")", .soft)
        return text
    }

    /// `47 s`, `12 min`, `3 h`.
    static func age(_ seconds: Double) -> String {
        let whole = Int(max(0, min(seconds, 1e9)))
        if whole < 120 { return "\(whole) s" }
        return whole < 7200 ? "\(whole / 60) min" : "\(whole / 3600) h"
    }

    private var held: [BoardLine] {
        guard !state.held.isEmpty else { return [] }
        return [BoardLine()]
            + state.held.map { news in
                var line = BoardLine("! held  ", .medium)
                line.add("\(news.specimen ?? "")  ", .strong)
                line.add(news.reason ?? "", .soft)
                line.add(news.suggestion.map { "  (like \($0))" } ?? "", .soft)
                return line
            }
    }

    private func notices(width: Int, room: Int) -> [BoardLine] {
        guard !state.notices.isEmpty, room > 1 else { return [] }
        var lines = [BoardLine()]
        for notice in state.notices {
            let tone = BoardLine.Tone(rawValue: notice.priority ?? "") ?? .soft
            let clock = StreamTime.seconds(notice.at).map(StreamTime.clock) ?? ""
            let word = (notice.priority ?? "").uppercased()
            for (index, part) in (notice.text ?? "").wrapped(columns: width - 22).enumerated() {
                var line = BoardLine(index == 0 ? "\(clock) " : "", .soft)
                line.add(index == 0 ? word : "", tone)
                line.tab(to: 21)
                line.add(part)
                lines.append(line)
            }
            if lines.count > room { break }
        }
        return Array(lines.prefix(room))
    }
}
