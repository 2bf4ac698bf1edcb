import Foundation
import Protocols
import Settings
import Testing

/// All dialects as they are shipped, read once.
private let shipped = Result { try Catalogue().dialects() }

/// The dialect `name` as it is shipped.
func shippedDialect(_ name: String) throws -> Dialect {
    try #require(try shipped.get()[name], "no dialect \(name)")
}

/// The bytes of the recording of `dialect`, whose lines are line notation or, behind `#`, words
/// about it.
func recordedBytes(of dialect: String) throws -> [UInt8] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Recordings/\(dialect).txt").standardizedFileURL
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.filter { !$0.hasPrefix("#") }
        .flatMap { try LineNotation.bytes(of: String($0)) }
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
