/// The stream as plain lines, for a pipe or a file: one for each thing that happened.
///
/// A value: it remembers what was said, so that it says only what is new.
struct BoardTale: Sendable {
    private var state = BoardState()
    private var lines: [String: String] = [:]
    private var reading = ""

    /// What `json` tells, as lines without any escape; none when nothing of it is for people.
    mutating func take(json: String) -> [String] {
        guard let news = StreamNews(json: json) else { return [] }
        if let id = news.id, id <= state.last { return [] }
        let before = state.procedure
        state.take(news)
        let clock = StreamTime.seconds(news.at).map(StreamTime.clock) ?? "--:--:--"
        let mark = news.simulated == true ? "SIMULATED " : ""
        return words(news, before).map { Console.harmless("\(clock) \(mark)\($0)") }
    }

    private mutating func words(_ news: StreamNews, _ before: BoardProcedure?) -> [String] {
        switch news.type {
        case "hello": return ["stepupd \(news.version ?? ""), \(news.site ?? "")"]
        case "line":
            let (name, state) = (news.line ?? "", news.state ?? "")
            guard lines.updateValue(state, forKey: name) != state else { return [] }
            return ["line \(name) \(state == "open" ? "● open" : "✕ lost"): \(news.detail ?? "")"]
        case "procedure": return procedure(news, before)
        case "specimen": return [specimen(news)]
        case "result": return [result(news)]
        case "verdict": return verdict(news)
        case "map":
            let text = news.reading?.text ?? ""
            defer { reading = text }
            return text == reading ? [] : ["map: \(text)"]
        case "hint":
            let kind = BoardWords.hint(news.kind ?? "")
            return ["hint \(kind) \(news.standing == true ? news.text ?? "" : "stands no more")"]
        case "notice":
            let (sign, word) = BoardWords.priority(news.priority)
            return ["notice \(sign) \(word): \(news.text ?? "")"]
        default: return []
        }
    }

    private func procedure(_ news: StreamNews, _ before: BoardProcedure?) -> [String] {
        let name = "procedure \(news.procedure ?? "")"
        guard let before, before.id == news.procedure else {
            let plan = news.plan.map { ", patient \($0.pseudonym): \($0.title)" } ?? ""
            return ["\(name) \(news.state ?? "")\(plan)"]
        }
        var words = before.news.state == news.state ? [] : ["\(name) \(news.state ?? "")"]
        let known = Set(before.injections.filter { $0.zero != nil }.map(\.number))
        for one in news.injections ?? [] where one.zero != nil && !known.contains(one.number) {
            let zero = StreamTime.seconds(one.zero).map(StreamTime.clock) ?? ""
            words.append("injection \(one.number) \(one.site): 0 s = \(zero)")
        }
        return words
    }

    private func specimen(_ news: StreamNews) -> String {
        let (mark, word) = BoardWords.tube(news.state)
        let drawn = news.actual.map { " at \(BoardWords.fixed($0, places: 1)) s" } ?? ""
        let like = news.suggestion.map { ", like \($0)" } ?? ""
        return "tube \(news.specimen ?? "without ID")\(place(news.place)) \(mark) \(word)"
            + (news.state == "drawn" ? drawn : "") + (news.reason.map { ": \($0)" } ?? "") + like
    }

    private func result(_ news: StreamNews) -> String {
        let value = [news.text, news.unit].compactMap(\.self).joined(separator: " ")
        return
            "result \(news.specimen ?? "")\(place(news.place)) \(news.analyte ?? news.test ?? "")"
            + " \(value)\(news.replaces == nil ? "" : ", replaces another")"
    }

    private func verdict(_ news: StreamNews) -> [String] {
        guard state.procedure?.news.plan?.criterion.id == news.criterion else { return [] }
        let (mark, word) = BoardWords.verdict(news.state)
        let ratio = news.ratio.map { " \(BoardWords.ratio($0))" } ?? ""
        let more = news.final == true ? "" : " so far"
        let name = "verdict \(news.injection ?? 0) \(news.site ?? "") \(news.vein ?? "")"
        return [name + " \(mark)\(ratio) \(word)\(more)"]
    }

    private func place(_ place: StreamNews.Place?) -> String {
        place.map { " \($0.injection) \($0.vein) \(BoardWords.second($0.second)) s" } ?? ""
    }
}
