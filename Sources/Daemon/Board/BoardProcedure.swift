/// The procedure that is shown: the last one that was opened.
struct BoardProcedure: Sendable {
    typealias Place = StreamNews.Place

    /// One vein of one injection.
    struct Lane: Hashable, Sendable {
        var injection: Int
        var vein: String
    }

    let id: String
    var news: StreamNews
    private(set) var prompt: StreamNews?
    private(set) var tubes: [Place: StreamNews] = [:]
    private(set) var results: [StreamNews] = []
    private(set) var verdicts: [Lane: StreamNews] = [:]
    private(set) var map: StreamNews?
    private(set) var hints: [StreamNews] = []

    /// A procedure of which nothing is known but that it was opened.
    init(id: String, news: StreamNews) { (self.id, self.news) = (id, news) }

    /// Takes a prompt, a verdict, the map or a hint; rules alongside never stand in the grid.
    mutating func take(_ news: StreamNews) {
        switch news.type {
        case "prompt": prompt = news
        case "verdict":
            guard self.news.plan?.criterion.id == news.criterion else { return }
            verdicts[Lane(injection: news.injection ?? 0, vein: news.vein ?? "")] = news
        case "map": map = news
        case "hint":
            hints.removeAll { $0.hint == news.hint }
            if news.standing == true { hints.insert(news, at: 0) }
        default: break
        }
    }

    /// Takes what is told of a tube, and the results that came before it was known.
    mutating func take(tube news: StreamNews, with known: [StreamNews]) {
        guard let place = news.place else { return }
        results += known
        let moved = tubes.filter { $0.key != place && $0.value.specimen == news.specimen }
        if news.specimen != nil { for key in moved.keys { tubes[key] = nil } }
        tubes[place] = news
    }

    /// Takes a result, and sets aside the one that it replaces.
    mutating func take(result news: StreamNews) {
        for index in results.indices where results[index].id == news.replaces {
            results[index].current = false
        }
        results.append(news)
    }
}

extension BoardProcedure {
    /// The injections, planned and given, in order.
    var injections: [StreamNews.Injection] { news.injections ?? [] }

    /// The planned seconds, by time.
    var draws: [Int] { (news.plan?.draws ?? []).sorted() }

    /// The injection that was given last, and its second zero; nil before the first.
    var running: (injection: StreamNews.Injection, zero: Double)? {
        injections.compactMap { one in StreamTime.seconds(one.zero).map { (one, $0) } }
            .max { $0.1 < $1.1 }
    }

    /// The injection that runs, or the one that comes next.
    var attended: StreamNews.Injection? {
        injections.first { $0.number == prompt?.injection } ?? running?.injection
            ?? injections.first { $0.dropped != true }
    }

    /// True once an injection was given: it was marked, or a tube drawn after it has a fate.
    func hasBegun(_ injection: StreamNews.Injection) -> Bool {
        injection.zero != nil
            || tubes.contains { place, tube in
                place.injection == injection.number && place.second > 0
                    && !["expected", "missing", "void"].contains(tube.state)
            }
    }

    /// When the next injection may follow by the plan, in seconds since 1970.
    var waitEnds: Double? {
        guard let running, let wait = news.plan?.wait else { return nil }
        return running.zero + wait
    }

    /// A site's name in full.
    func siteName(_ id: String) -> String {
        news.plan?.sites?.first { $0.id == id }?.name ?? ""
    }

    /// The tubes to fill now: those of the first second that is open, until a later one is due
    /// within five seconds, so that a tube that was passed over does not stand in the way.
    func due(at now: Double) -> [StreamNews.Draw] {
        let all = prompt?.draws ?? []
        let near = all.last { (StreamTime.seconds($0.due) ?? .infinity) - now <= 5 }
        let second = (near ?? all.first)?.second
        return all.filter { $0.second == second }
    }

    /// How many draws went by without a mark: fifteen seconds late, as on the page.
    func unmarked(at now: Double) -> Int {
        (prompt?.draws ?? []).count { now - (StreamTime.seconds($0.due) ?? .infinity) > 15 }
    }

    /// How many tubes are in one of the states.
    func count(_ states: String...) -> Int {
        tubes.values.count { states.contains($0.state ?? "") }
    }

    /// The result of a tube that counts, or else the last that came: by specimen where there is
    /// one, for it may have been assigned since; else by the place they came with.
    func standing(at place: Place) -> StreamNews? {
        let specimen = tubes[place]?.specimen ?? ""
        let all = results.filter { result in
            let isHere =
                !specimen.isEmpty && result.specimen?.isEmpty == false
                ? result.specimen == specimen : result.place == place
            return isHere && result.analyte == news.plan?.analyte
                && ["result", "none"].contains(result.role ?? "none")
        }
        return all.last { $0.current == true } ?? all.last
    }

    /// A result over the baseline that its lane's verdict rests on; nil where that means nothing.
    func ratio(of result: StreamNews, in lane: Lane) -> StreamNews.Ratio? {
        let id = verdicts[lane]?.baseline?.result
        guard let id, let value = result.value,
            let baseline = results.first(where: { $0.id == id }), baseline.unit == result.unit,
            let base = baseline.value, base > 0, baseline.bound == nil
        else { return nil }
        switch result.bound {
        case "<": return StreamNews.Ratio(low: 0, high: value / base)
        case ">": return StreamNews.Ratio(low: value / base, high: nil)
        default: return StreamNews.Ratio(low: value / base, high: value / base)
        }
    }

    /// The kinds of hints that name a lane, or one of its draws.
    func hints(in lane: Lane, at second: Int? = nil) -> [String] {
        hints.filter { hint in
            (hint.places ?? []).contains {
                $0.injection == lane.injection && $0.vein == lane.vein
                    && (second == nil || $0.second == nil || $0.second == second)
            }
        }.compactMap(\.kind)
    }
}
