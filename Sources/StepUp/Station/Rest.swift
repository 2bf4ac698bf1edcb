internal import Protocols

extension Station {
    /// What a station at rest must remember: the start of every fold that does not begin at the
    /// journal's first moment.
    public struct Rest: Sendable, Equatable, Codable {
        /// The set-up in force.
        public var setup: Setup?
        /// The number of the last announcement.
        var announced: Int64 = 0
        /// Each configured line.
        var lines: [String: LineRest] = [:]
        /// The specimens that are held, oldest first.
        var held: [HeldRest] = []
        /// The marks that were taken.
        var keys = MarkKeys()
        /// The last notices, and which of them somebody has seen.
        var notices = NoticeBoard()
        /// The procedures there were, oldest first.
        var past: [String] = []
        /// The lines without a set-up that were complained of in this run.
        var strangers: Set<String> = []

        /// A station that never heard anything.
        public init() {}
    }

    /// A line between two messages.
    struct LineRest: Sendable, Equatable, Codable {
        var record: LineRecord
        var connections: [ConnectionRest]
    }

    /// A connection between two messages.
    struct ConnectionRest: Sendable, Equatable, Codable {
        var name: String
        var received: Int
        var isOpen: Bool
        var counted: Int
        var contact: FirstContact?
    }

    /// A held specimen.
    struct HeldRest: Sendable, Equatable, Codable {
        var specimen: String
        var reason: String
        var suggestion: String?
        var drawn: Duration?
        var results: [HeldResult]
    }

    /// A result of a held specimen, with its number digit for digit: JSON would make 2 of 2.000.
    struct HeldResult: Sendable, Equatable, Codable {
        var id: Int64
        var result: AssayResult
        var digits: Int64?
        var scale: Int?
        var isRepeat: Bool
        var run: Int
        var isCurrent: Bool
        var replaces: Int64?
        var line: String
        var moment: Int64
    }
}

extension Station.HeldResult {
    /// What is remembered of a result that was told.
    init(_ told: Told<ResultNews>) {
        let news = told.news
        var inexact = news.result.value
        inexact.value = nil
        self.init(
            id: told.id, result: inexact, digits: news.result.value.value?.digits,
            scale: news.result.value.value?.scale, isRepeat: news.isRepeat, run: news.run,
            isCurrent: news.isCurrent, replaces: news.replaces, line: news.line,
            moment: news.moment)
    }

    /// The result as it was told.
    var told: Told<ResultNews> {
        var exact = result
        if let digits, let scale { exact.value = ExactDecimal(digits: digits, scale: scale) }
        return Told(
            id: id,
            news: ResultNews(
                result: Shared(exact), isRepeat: isRepeat, run: run, isCurrent: isCurrent,
                replaces: replaces, line: line, moment: moment))
    }
}

extension Line {
    /// What must be remembered of it.
    var rest: Station.LineRest {
        Station.LineRest(
            record: record,
            connections: connections.map {
                Station.ConnectionRest(
                    name: $0.name, received: $0.session.received, isOpen: $0.isOpen,
                    counted: $0.counted, contact: $0.contact)
            })
    }

    /// The line that goes on from `rest`.
    init(name: String, dialect: Dialect, rest: Station.LineRest) {
        self.init(name: name, dialect: dialect)
        record = rest.record
        connections = rest.connections.map {
            Connection(
                name: $0.name, session: Session(dialect: dialect, received: $0.received),
                isOpen: $0.isOpen, counted: $0.counted, contact: $0.contact)
        }
    }
}

extension Held {
    /// What must be remembered, oldest first.
    var rest: [Station.HeldRest] {
        order.compactMap { id in
            self[id].map { entry in
                Station.HeldRest(
                    specimen: id, reason: entry.reason, suggestion: entry.suggestion,
                    drawn: entry.drawn, results: entry.history.told.map(Station.HeldResult.init))
            }
        }
    }

    /// The memory that goes on from `rest`.
    init(rest: [Station.HeldRest]) {
        for one in rest {
            let history = History(told: one.results.map(\.told))
            _ = hold(
                one.specimen,
                Entry(
                    history: history, drawn: one.drawn, reason: one.reason,
                    suggestion: one.suggestion))
        }
    }
}
