/// The room: which artery, its seconds, what to draw next, what steps up, what is missing; and,
/// where the terminal is large, the draws and the map beside it.
struct BoardRoom {
    let board: Board
    let procedure: BoardProcedure
    let now: Double

    /// The view for a terminal of `size`.
    func lines(_ size: BoardSize) -> [BoardLine] {
        size.width >= 110 && size.height >= 24 ? wide(size) : stacked(size)
    }

    /// One below the other, as much as has room; the rest is scrolled to.
    private func stacked(_ size: BoardSize) -> [BoardLine] {
        let scale = size.width >= 64 && size.height >= 17 ? 1 : 0
        let timer = BoardTimer(procedure: procedure, now: now, scale: scale)
        var lines: [BoardLine]
        if size.width >= 64 {
            let half = size.width / 2
            lines = timer.injection(width: half - 2).beside(
                timer.next(width: size.width - half), at: half)
        } else {
            lines = timer.injection(width: size.width) + timer.next(width: size.width)
        }
        lines += BoardVerdicts(procedure: procedure).lines(width: size.width)
        lines += missing(width: size.width)
        lines += BoardMap(procedure: procedure).summary(width: size.width)
        return lines + BoardTubes.held(board.state.held, width: size.width)
    }

    /// The present on the left, what came of it on the right.
    private func wide(_ size: BoardSize) -> [BoardLine] {
        let left = size.width * 44 / 100
        let right = size.width - left - 2
        return present(size.with(width: left - 2)).beside(
            [BoardLine()] + whole(size.with(width: right)), at: left + 2)
    }

    private func present(_ size: BoardSize) -> [BoardLine] {
        let scale = size.height >= 44 && size.width >= 60 ? 2 : 1
        let timer = BoardTimer(procedure: procedure, now: now, scale: scale)
        var lines = [BoardLine()] + timer.injection(width: size.width) + [BoardLine()]
        lines += timer.next(width: size.width) + [BoardLine()]
        let draws = BoardDraws(procedure: procedure)
        let whole = draws.lines(width: size.width).lines
        if lines.count + whole.count + 2 <= size.height {
            lines += whole
        } else if let injection = procedure.attended {
            lines += draws.block(injection, width: size.width)
            let states = ["expected", "drawn", "received"].map(BoardWords.tube)
            lines += BoardHelp.legend("", states, size.width)
        }
        lines += [BoardLine()] + missing(width: size.width)
        let held = BoardTubes.held(board.state.held, width: size.width)
        let notices = board.calling.prefix(4).flatMap { Board.notice($0.news, width: size.width) }
        let hints = procedure.hints.prefix(3).flatMap { Board.notice($0, width: size.width) }
        for part in [held, notices, hints] where !part.isEmpty {
            guard lines.count + part.count + 1 <= size.height else { continue }
            lines += (part.first == BoardLine() ? [] : [BoardLine()]) + part
        }
        return lines
    }

    private func whole(_ size: BoardSize) -> [BoardLine] {
        let verdicts = BoardVerdicts(procedure: procedure).lines(width: size.width)
        let map = BoardMap(procedure: procedure)
        let reading = map.reading(width: size.width)
        let room = size.height - verdicts.count - reading.count - 3
        let picture =
            room >= 12
            ? map.picture(size.with(height: room)) : map.summary(width: size.width)
        return verdicts + [BoardLine()] + picture + (room >= 12 ? reading : [])
    }

    /// What is not there yet, each as a number.
    private func missing(width: Int) -> [BoardLine] {
        let counts: [(Int, String, BoardTone)] = [
            (board.state.held.count, "held", .medium),
            (board.state.unknownTests, "unknown tests", .medium),
            (procedure.unmarked(at: now), "not marked", .medium),
            (procedure.count("missing"), "missing", .low),
            (procedure.count("drawn", "received"), "results awaited", .plain),
        ].filter { $0.0 > 0 }
        var line = BoardLine("Still missing: ", .strong)
        if counts.isEmpty { line.add("nothing", .soft) }
        for (index, (count, word, tone)) in counts.enumerated() {
            line.add("\(index > 0 ? ", " : "")\(count) \(word)", tone)
        }
        return [line]
    }
}
