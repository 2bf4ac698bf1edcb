/// The results that an analyzer has sent, so that it can send them again without being counted
/// twice.
///
/// After a break of the line, or on demand, analyzers repeat whole messages, with new times in the
/// header: only what belongs to the measurement itself tells a repeat from a rerun.
struct Repeats: Sendable, Equatable, Codable {
    /// The results that are remembered for each line.
    ///
    /// Ours: more than a busy analyzer measures in a day, and an analyzer that repeats what it kept
    /// repeats a day.
    static let limit = 4096

    /// What was said when the result came first.
    struct Entry: Sendable, Equatable, Codable {
        /// The announcement's number.
        var id: Int64
        /// Which measurement of its specimen and analyte it was.
        var run: Int
    }

    private var order: [Fingerprint] = []
    private var next = 0
    private var known: [Fingerprint: Entry] = [:]

    /// Nothing remembered yet.
    init() {}

    /// The announcement of the same result, when it came before and is still remembered.
    subscript(fingerprint: Fingerprint) -> Entry? { known[fingerprint] }

    /// Remembers a result; the oldest is forgotten when there are too many.
    mutating func remember(_ fingerprint: Fingerprint, as entry: Entry) {
        guard known.updateValue(entry, forKey: fingerprint) == nil else { return }
        if order.count < Self.limit {
            order.append(fingerprint)
        } else {
            known[order[next]] = nil
            order[next] = fingerprint
            next = (next + 1) % Self.limit
        }
    }

    private enum Key: String, CodingKey { case results }

    /// Oldest first, the fingerprint's two halves before the number and the run: a row of four.
    init(from decoder: any Decoder) throws {
        var rows = try decoder.container(keyedBy: Key.self).nestedUnkeyedContainer(forKey: .results)
        while !rows.isAtEnd {
            var row = try rows.nestedUnkeyedContainer()
            let fingerprint = Fingerprint(
                first: try row.decode(UInt64.self), second: try row.decode(UInt64.self))
            remember(
                fingerprint,
                as: Entry(id: try row.decode(Int64.self), run: try row.decode(Int.self)))
        }
    }

    /// Writes a row of four for each result.
    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        var rows = object.nestedUnkeyedContainer(forKey: .results)
        for fingerprint in order[next...] + order[..<next] {
            guard let entry = known[fingerprint] else { continue }
            var row = rows.nestedUnkeyedContainer()
            try row.encode(fingerprint.first)
            try row.encode(fingerprint.second)
            try row.encode(entry.id)
            try row.encode(entry.run)
        }
    }

    /// Two memories are equal when they hold the same results in the same order.
    static func == (left: Repeats, right: Repeats) -> Bool {
        left.known == right.known
            && left.order[left.next...] + left.order[..<left.next]
                == right.order[right.next...] + right.order[..<right.next]
    }
}
