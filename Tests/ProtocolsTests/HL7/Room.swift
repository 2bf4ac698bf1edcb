import Protocols
import Testing

/// A session of a host, and what it sent and found.
struct Room {
    var session: Session
    var sent = ""
    var queries: [Query] = []
    var fates: [String] = []
    var query: Query { queries.last ?? Query(specimen: "", tests: "", status: "", bytes: 0..<0) }

    init(_ dialect: Dialect) { session = Session(dialect: dialect) }

    /// Hears what the analyzer says, which ends with a query where it `asks`.
    mutating func hear(_ drawing: String, asks: Bool = true) throws {
        let before = queries.count
        take(session.receive(line(drawing), at: .zero))
        try #require(!asks || queries.count > before)
    }

    mutating func answer(_ answer: Order.Answer, to query: Query? = nil) {
        let query = query ?? self.query
        take(session.answer(answer, to: query, about: "T\(query.specimen)", at: .zero))
    }

    private mutating func take(_ actions: [Session.Action]) {
        for action in actions {
            switch action {
            case .send(let bytes): sent += LineNotation.text(of: bytes)
            case .query(let query): queries.append(query)
            case .dispatch(let dispatch) where !dispatch.subject.isEmpty:
                fates.append(dispatch.fate.words)
            default: break
            }
        }
    }
}
