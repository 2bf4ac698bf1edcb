/// The stream as a terminal shows it: a value that turns announcements into lines of text.
///
/// It knows neither terminal nor clock: size and time are arguments, so that the same board serves
/// `watch`, `demo` and the tests.
struct Board: Sendable {
    private(set) var state = BoardState()
    private(set) var look = BoardLook()

    /// For how many seconds the daemon has said nothing, where that is too long.
    var silence: Int?

    /// Takes an announcement as the stream wrote it; false when it was none.
    @discardableResult
    mutating func take(json: String) -> Bool {
        guard let news = StreamNews(json: json) else { return false }
        state.take(news)
        return true
    }

    /// Takes what is no announcement of the stream's, such as what was held before it began.
    mutating func take(_ news: [StreamNews]) { for one in news { state.take(one) } }

    /// Forgets everything but how it is looked at: the stream began anew.
    mutating func forget() { state = BoardState() }

    /// Takes a key that was pressed while `size` was shown.
    ///
    /// - Returns: false when it asks for the end.
    mutating func press(_ key: BoardLook.Key, size: BoardSize, now: Double) -> Bool {
        if key == .acknowledge, let notice = calling.first(where: { !$0.isAcknowledged }) {
            look.acknowledge(notice.key)
        }
        let frame = frame(size, now: now)
        return look.press(key, first: frame.first, height: frame.height)
    }

    /// The board at `now` (seconds since 1970): exactly `height` lines of at most `width` columns.
    ///
    /// The top is never left out: SIMULATED, silence, title, views and the worst notice come first.
    func lines(_ size: BoardSize, now: Double) -> [BoardLine] {
        let frame = frame(size, now: now)
        var lines = frame.head
        lines += frame.body[frame.first..<min(frame.first + frame.height, frame.body.count)]
        while lines.count < size.height - 1 { lines.append(BoardLine()) }
        if size.height > 1 {
            lines = lines.prefix(size.height - 1) + [foot(frame, width: size.width)]
        }
        return lines.prefix(size.height).map {
            let line = $0.cut(to: size.width)
            return size.isUnicode ? line : line.ascii
        }
    }

    /// Everything there is to see of the views, one after the other, for paper and pipes.
    func everything(_ size: BoardSize, now: Double) -> [BoardLine] {
        var lines = head(size, now: now).filter { !$0.pieces.contains { $0.tone == .chosen } }
        for view in BoardLook.View.allCases {
            var rule = BoardLine("── \(view.title) ", .soft)
            rule.add(String(repeating: "─", count: max(0, size.width - rule.width)), .soft)
            lines += [BoardLine(), rule] + body(view, size, now: now)
        }
        let end = BoardWords.disclaimer.wrapped(columns: size.width).map { BoardLine($0, .soft) }
        return (lines + [BoardLine()] + end).map {
            let line = $0.cut(to: size.width)
            return size.isUnicode ? line : line.ascii
        }
    }
}

/// The terminal that a board is made for.
struct BoardSize: Equatable, Sendable {
    let width: Int
    let height: Int
    /// False where only ASCII is understood.
    let isUnicode: Bool

    /// A size; what no terminal has is taken for the least that makes sense.
    init(width: Int, height: Int, isUnicode: Bool = true) {
        (self.width, self.height) = (max(20, width), max(1, height))
        self.isUnicode = isUnicode
    }

    /// The same terminal with another room in it.
    func with(width: Int? = nil, height: Int? = nil) -> BoardSize {
        BoardSize(
            width: width ?? self.width, height: height ?? self.height, isUnicode: isUnicode)
    }
}

extension Board {
    /// The parts of the picture, and how far the view is scrolled.
    private struct Frame {
        var head: [BoardLine]
        var body: [BoardLine]
        var first: Int
        var height: Int
    }

    private func frame(_ size: BoardSize, now: Double) -> Frame {
        let head = Array(head(size, now: now).prefix(max(1, size.height - 2)))
        let height = max(0, size.height - head.count - 1)
        let room = size.with(height: height)
        let body =
            look.isHelping ? BoardHelp.lines(width: size.width) : body(look.view, room, now: now)
        let present = look.view == .draws && !look.isHelping ? draws(room).present : 0
        let wanted = look.offset ?? (body.count > height ? present : 0)
        let first = min(max(0, wanted), max(0, body.count - height))
        return Frame(head: head, body: body, first: first, height: height)
    }

    private func head(_ size: BoardSize, now: Double) -> [BoardLine] {
        var lines: [BoardLine] = []
        if state.isSimulated {
            lines.append(.centred(BoardWords.simulated, size.width, .banner))
        }
        if let silence {
            for part in BoardWords.stale(silence).wrapped(columns: size.width) {
                lines.append(.centred(part, size.width, .stale))
            }
        }
        lines.append(title(size.width, now: now))
        lines.append(tabs(size.width, now: now))
        if let bar = noticeBar(size.width) { lines.append(bar) }
        return lines
    }

    private func title(_ width: Int, now: Double) -> BoardLine {
        let news = state.procedure?.news
        var title = BoardLine(news?.plan.map { "Patient \($0.pseudonym)" } ?? "stepupd", .strong)
        if news?.state == "closed" { title.add(" (closed)") }
        title.add(news?.plan.map { "  \($0.title)" } ?? "", .soft)
        title.add(state.site.isEmpty ? "" : "  \(state.site)", .soft)
        title = title.filled(to: width - 14)
        title.add("  \(StreamTime.clock(now)) UTC", .strong)
        return title
    }

    private func tabs(_ width: Int, now: Double) -> BoardLine {
        var tabs = BoardLine()
        for view in BoardLook.View.allCases {
            let count = view == .notices ? calling.count { !$0.isAcknowledged } : 0
            let name = " \(view.rawValue + 1) \(view.title)\(count > 0 ? " \(count)" : "") "
            tabs.add(name, view == look.view && !look.isHelping ? .chosen : .soft)
        }
        if tabs.width > width, !look.isHelping {
            // No room for all: the view that is shown, and how to come to the others.
            tabs = BoardLine(" \(look.view.rawValue + 1) \(look.view.title) ", .chosen)
            tabs.add("  Tab: next of \(BoardLook.View.allCases.count)", .soft)
        }
        let lines = [heard(now: now, isLong: true), heard(now: now, isLong: false)]
        guard let line = lines.first(where: { tabs.width + $0.width + 1 <= width }) else {
            return tabs
        }
        tabs.tab(to: width - line.width)
        tabs.add(line)
        return tabs
    }

    /// The analyzers in a word each.
    private func heard(now: Double, isLong: Bool) -> BoardLine {
        var words = BoardLine()
        for (name, line) in state.lines.sorted(by: { $0.key < $1.key }) {
            words.add("  \(name) ", .soft)
            guard line.state == "open" else {
                words.add("✕ lost", .high)
                continue
            }
            let age = StreamTime.seconds(line.heard).map { "\(StreamTime.age(now - $0)) ago" }
            words.add("●", .strong)
            let open = isLong ? " open, nothing heard yet" : " open"
            words.add(age.map { isLong ? " heard \($0)" : " \($0)" } ?? open, .soft)
        }
        return words
    }

    private func foot(_ frame: Frame, width: Int) -> BoardLine {
        var foot = BoardLine()
        if frame.body.count > frame.height {
            let last = min(frame.first + frame.height, frame.body.count)
            foot.add("↑↓ \(frame.first + 1)–\(last) of \(frame.body.count)  ", .strong)
        }
        foot.add("q quit  ←→ views  ? help  ", .soft)
        foot.add(BoardWords.disclaimer, .soft)
        return foot.cut(to: width)
    }

    private func body(_ view: BoardLook.View, _ size: BoardSize, now: Double) -> [BoardLine] {
        guard let procedure = state.procedure else {
            switch view {
            case .notices, .lines, .tubes: break
            default: return [BoardLine(), BoardLine("No procedure is open.", .strong)]
            }
            return general(view, size, now: now)
        }
        switch view {
        case .room: return BoardRoom(board: self, procedure: procedure, now: now).lines(size)
        case .draws: return draws(size).lines
        case .map: return BoardMap(procedure: procedure).lines(size)
        default: return general(view, size, now: now)
        }
    }

    private func general(_ view: BoardLook.View, _ size: BoardSize, now: Double) -> [BoardLine] {
        switch view {
        case .tubes: BoardTubes(state: state).lines(width: size.width)
        case .notices: noticeLines(width: size.width)
        default: BoardAnalyzers(lines: state.lines, now: now).lines(width: size.width)
        }
    }

    private func draws(_ size: BoardSize) -> (lines: [BoardLine], present: Int) {
        guard let procedure = state.procedure else { return ([], 0) }
        return BoardDraws(procedure: procedure).lines(width: size.width)
    }
}
