/// Notices and hints in the grammar of IEC 60601-1-8: sign, word, colour; acknowledged is not over.
struct BoardNotice {
    let news: StreamNews
    let isAcknowledged: Bool
    /// Whether what it told is still so; nil where that cannot be seen.
    let stands: Bool?

    /// What names it at this terminal.
    var key: String { Self.key(news) }

    fileprivate static func key(_ news: StreamNews) -> String {
        "\(news.at ?? "") \(news.code ?? "") \(news.specimen ?? news.line ?? "")"
    }

    fileprivate var rank: Int {
        ["low": 1, "medium": 2, "high": 3][news.priority ?? ""] ?? 0
    }

    /// The tone of a priority.
    static func tone(_ priority: String?) -> BoardTone {
        switch priority {
        case "high": .high
        case "medium": .medium
        case "low", "hint": .low
        default: .plain
        }
    }
}

extension Board {
    /// What calls for a person: not acknowledged, or acknowledged and still so; the worst first.
    var calling: [BoardNotice] {
        let all = state.notices.map { news in
            BoardNotice(
                news: news,
                isAcknowledged: look.acknowledged.contains(BoardNotice.key(news)),
                stands: stands(news))
        }
        let calling = all.filter {
            $0.rank > 0 && ($0.isAcknowledged ? $0.stands == true : $0.stands != false)
        }
        // The newest come first; sorting by rank keeps that order among equals.
        return calling.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.isAcknowledged != other.isAcknowledged { return other.isAcknowledged }
            return one.rank != other.rank ? one.rank > other.rank : left.offset < right.offset
        }.map(\.element)
    }

    private func stands(_ notice: StreamNews) -> Bool? {
        switch notice.code {
        case "line-lost": state.lines[notice.line ?? ""]?.state == "lost"
        case "held": state.held.contains { $0.specimen == notice.specimen }
        default: nil
        }
    }

    /// The worst of what calls, in one line.
    func noticeBar(_ width: Int) -> BoardLine? {
        let all = calling
        guard let worst = all.first else { return nil }
        let (sign, word) = BoardWords.priority(worst.news.priority)
        var bar = BoardLine("\(sign) \(word)", BoardNotice.tone(worst.news.priority))
        bar.add("  ")
        let tail = worst.isAcknowledged ? "  acknowledged, still so" : ""
        let more = all.count > 1 ? "  \(all.count - 1) more" : ""
        let room = width - bar.width - tail.columns - more.columns
        bar.add(BoardLine(worst.news.text ?? "", .strong).cut(to: max(0, room)))
        bar.add(tail + more, .soft)
        return bar
    }

    /// Every notice, those that call first, and the hints.
    func noticeLines(width: Int) -> [BoardLine] {
        let calls = calling
        let open = Set(calls.map(\.key))
        let hints = state.procedure?.hints ?? []
        let rest = state.notices.filter { !open.contains(BoardNotice.key($0)) }
        var lines: [BoardLine] = []
        for (title, all) in [
            ("What calls", calls.map(\.news)), ("Hints", hints), ("Before", rest),
        ] where !all.isEmpty {
            lines += [BoardLine(), BoardLine(title, .strong)]
            for news in all { lines += Self.notice(news, width: width) }
        }
        return lines.isEmpty ? [BoardLine(), BoardLine("No notices.", .soft)] : lines
    }

    /// One notice: when, sign and word, and its sentence in as many lines as it needs.
    static func notice(_ news: StreamNews, width: Int) -> [BoardLine] {
        let priority = news.type == "hint" ? "hint" : news.priority
        let (sign, word) = BoardWords.priority(priority)
        let clock = StreamTime.seconds(news.at).map(StreamTime.clock) ?? ""
        let indent = width < 60 ? 2 : 26
        var first = BoardLine("  \(clock) ", .soft)
        first.tab(to: 11)
        first.add("\(sign) \(word)", BoardNotice.tone(priority))
        let text = (news.text ?? "").wrapped(columns: max(10, width - indent))
        guard indent > 2 else { return [first] + text.map { BoardLine("  " + $0) } }
        return text.enumerated().map { index, part in
            var line = index == 0 ? first : BoardLine()
            line.tab(to: indent)
            line.add(part)
            return line
        }
    }
}
