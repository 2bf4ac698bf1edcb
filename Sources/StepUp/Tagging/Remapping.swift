internal import Protocols

/// What a test code of one line measures now, and what it did before.
struct Remapping {
    /// The configured line.
    let line: String
    /// The analyzer's code.
    let test: String
    /// What it was mapped to; nil when to nothing.
    let from: String?
    /// What it measures from now on; nil when that is not known.
    let to: String?

    /// A result that is told again, and what a repeat of it has to know.
    typealias Retold = (line: String, result: AssayResult, entry: Repeats.Entry)

    /// True for a result that was read from such a code, of whichever caller.
    func concerns(_ news: ResultNews) -> Bool {
        guard news.result.value.test == test, news.result.value.analyte == from else {
            return false
        }
        return news.line == line || news.line.hasPrefix(line + "#")
    }

    /// What results speak of that it can change.
    fileprivate func touches(_ result: AssayResult) -> Bool {
        switch result.topic {
        case .test(let code): code == test
        case .analyte(let name): name == from || name == to
        }
    }
}

extension History {
    /// Gives the results of a test code another meaning, and settles anew which of them count.
    ///
    /// - Parameters:
    ///   - change: the code, and what it measures now.
    ///   - tell: announces a result that is told again; gives the announcement's number.
    /// - Returns: what was told again, for who remembers it; empty when nothing is concerned.
    mutating func remap(
        _ change: Remapping, tell: (ResultNews) -> Int64
    ) -> [Remapping.Retold] {
        guard told.contains(where: { change.concerns($0.news) }) else { return [] }
        var rebuilt = History()
        for one in told { rebuilt.add(one, after: change) }
        var retold: [Remapping.Retold] = []
        var final: [Told<ResultNews>] = []
        for (before, after) in zip(told, rebuilt.told) {
            var news = after.news
            // What it replaced once is no difference; if there is one, it stands for itself.
            news.replaces = before.news.replaces
            guard news != before.news else {
                final.append(before)
                continue
            }
            news.replaces = before.id
            let id = tell(news)
            final.append(Told(id: id, news: news))
            let entry = Repeats.Entry(id: id, run: news.run)
            retold.append((news.line, news.result.value, entry))
        }
        self = History(told: final)
        return retold
    }

    /// Adds a result under its new meaning, as if it came now.
    private mutating func add(_ old: Told<ResultNews>, after change: Remapping) {
        var news = old.news
        if change.concerns(news) {
            var result = news.result.value
            result.analyte = change.to
            news.result = Shared(result)
        } else if !change.touches(news.result.value) {
            record(old, Standing(run: old.news.run, isCurrent: old.news.isCurrent))
            return
        }
        let standing = standing(for: news.result)
        (news.run, news.isCurrent) = (standing.run, standing.isCurrent)
        news.replaces = standing.replaces
        record(Told(id: old.id, news: news), standing)
    }
}
