/// What the board knows: the fold of the announcements that it was told, as the page folds them.
struct BoardState: Sendable {
    private(set) var last: Int64 = 0
    private(set) var isSimulated = false
    private(set) var site = ""
    private(set) var lines: [String: StreamNews] = [:]
    private(set) var procedure: BoardProcedure?
    private(set) var held: [StreamNews] = []
    private(set) var notices: [StreamNews] = []
    /// Results of specimens that no procedure knows yet.
    private var loose: [StreamNews] = []

    /// Notices that are kept: more than anybody reads.
    private static let noticeLimit = 200
    /// Results of unknown specimens that are kept: a week of a busy laboratory's single analyzer.
    private static let looseLimit = 1000

    /// Takes one announcement; what was told before is not taken twice.
    mutating func take(_ news: StreamNews) {
        if let id = news.id {
            guard id > last else { return }
            last = id
            isSimulated = news.simulated ?? false
        }
        switch news.type {
        case "hello": site = news.site ?? ""
        case "line": lines[news.line ?? ""] = news
        case "procedure": open(news)
        case "specimen": take(specimen: news)
        case "result": take(result: news)
        case "notice": notices = [news] + notices.prefix(Self.noticeLimit - 1)
        default:
            guard procedure?.id == news.procedure else { return }
            procedure?.take(news)
        }
    }

    /// Results of tests that no dialect knows, each test once.
    var unknownTests: Int {
        let all = loose + (procedure?.results ?? [])
        let unknown = all.filter {
            $0.role == "result" && $0.analyte == nil && $0.current == true && $0.test != nil
        }
        return Set(unknown.map { "\($0.line ?? "")\n\($0.test ?? "")" }).count
    }

    private mutating func open(_ news: StreamNews) {
        guard let id = news.procedure else { return }
        if procedure?.id == id {
            procedure?.news = news
        } else if news.state == "open" {
            procedure = BoardProcedure(id: id, news: news)
        }
    }

    private mutating func take(specimen news: StreamNews) {
        held.removeAll { $0.specimen == news.specimen }
        guard news.state != "held" else { return held.append(news) }
        guard news.place != nil, procedure?.id == news.procedure else { return }
        // Results that came while the specimen was held belong to its tube from now on.
        let isIts = { (result: StreamNews) in
            result.specimen?.isEmpty == false && result.specimen == news.specimen
        }
        let its = loose.filter(isIts)
        loose.removeAll(where: isIts)
        procedure?.take(tube: news, with: its)
    }

    private mutating func take(result news: StreamNews) {
        if news.place != nil, procedure?.id == news.procedure {
            procedure?.take(result: news)
        } else if news.place == nil {
            for index in loose.indices where loose[index].id == news.replaces {
                loose[index].current = false
            }
            loose = loose.suffix(Self.looseLimit - 1) + [news]
        }
    }
}
