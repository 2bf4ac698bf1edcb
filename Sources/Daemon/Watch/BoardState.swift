/// What the board knows: the fold of the announcements that it was told.
struct BoardState: Sendable {
    /// The procedure that is shown: the last one that was opened.
    struct Procedure: Sendable {
        var id: String
        var news: StreamNews
        var prompt: StreamNews?
        var tubes: [StreamNews.Place: StreamNews] = [:]
        var verdicts: [Lane: StreamNews] = [:]
        var map: StreamNews?
    }

    /// One vein of one injection.
    struct Lane: Hashable, Sendable {
        var injection: Int
        var vein: String
    }

    private(set) var last: Int64 = 0
    private(set) var isSimulated = false
    private(set) var site = ""
    private(set) var lines: [String: StreamNews] = [:]
    private(set) var procedure: Procedure?
    private(set) var held: [StreamNews] = []
    private(set) var notices: [StreamNews] = []

    /// Notices that are kept: more than any terminal shows.
    private static let noticeLimit = 100

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
        case "hint": take(hint: news)
        case "notice":
            notices.insert(news, at: 0)
            notices = Array(notices.prefix(Self.noticeLimit))
        default: take(ofProcedure: news)
        }
    }

    private mutating func open(_ news: StreamNews) {
        guard let id = news.procedure else { return }
        if procedure?.id == id {
            procedure?.news = news
        } else if news.state == "open" {
            procedure = Procedure(id: id, news: news)
        }
    }

    /// Hints stand among the notices for as long as they stand.
    private mutating func take(hint news: StreamNews) {
        notices.removeAll { $0.hint == news.hint && $0.procedure == news.procedure }
        guard news.standing == true else { return }
        var news = news
        news.priority = "hint"
        notices.insert(news, at: 0)
    }

    private mutating func take(specimen news: StreamNews) {
        held.removeAll { $0.specimen == news.specimen }
        if news.state == "held" { held.append(news) }
        guard let place = news.place, procedure?.id == news.procedure else { return }
        procedure?.tubes[place] = news
    }

    private mutating func take(ofProcedure news: StreamNews) {
        guard procedure?.id == news.procedure else { return }
        switch news.type {
        case "prompt": procedure?.prompt = news
        case "verdict" where procedure?.news.plan?.criterion.id != news.criterion: break
        case "verdict":
            let lane = Lane(injection: news.injection ?? 0, vein: news.vein ?? "")
            procedure?.verdicts[lane] = news
        case "map": procedure?.map = news
        default: break
        }
    }
}
