import Protocols
import Settings
import Testing

/// The dialect `name` as it is shipped.
func shippedDialect(_ name: String) throws -> Dialect {
    try #require(try Catalogue().dialects()[name], "no dialect \(name)")
}

/// What a session makes of a whole capture that comes in pieces of `size` bytes, until it rests.
func reading(
    of bytes: [UInt8], as dialect: Dialect, inPiecesOf size: Int = .max
) -> [Session.Action] {
    var session = Session(dialect: dialect)
    var actions: [Session.Action] = []
    var start = 0
    while start < bytes.count {
        let end = size < bytes.count - start ? start + size : bytes.count
        actions += session.receive(Array(bytes[start..<end]), at: .zero)
        start = end
    }
    var now = Duration.zero
    while let deadline = session.deadline, now < .seconds(3600) {
        now = max(deadline, now + .milliseconds(1))
        actions += session.expire(at: now)
    }
    return actions
}

extension [Session.Action] {
    /// All results, in their order.
    var results: [AssayResult] {
        flatMap { action in
            guard case .results(let results) = action else { return [AssayResult]() }
            return results
        }
    }

    /// All queries, in their order.
    var queries: [Query] {
        compactMap { action in
            guard case .query(let query) = action else { return nil }
            return query
        }
    }

    /// All defects, in their order.
    var defects: [Defect] {
        compactMap { action in
            guard case .defect(let defect) = action else { return nil }
            return defect
        }
    }
}
