/// Which of the known dialects a line's bytes are likely in, and what speaks for each.
///
/// Every dialect reads the bytes as it would read its own line; what it finds and refuses, and
/// whether the first record bears its ``Dialect/signs``, is the evidence. Nothing is configured
/// by it: a person reads the evidence and decides.
public struct Recognition: Sendable {
    /// One dialect that reads something.
    public struct Candidate: Sendable, Equatable {
        /// The dialect's name.
        public let dialect: String
        /// Maker and model.
        public let title: String
        /// The dialect's signs that stand in the first record.
        public let signs: [String]
        /// Results and queries that it reads.
        public let records: Int
        /// The codes among them whose analyte it knows, each once, in their order.
        public let tests: [String]
        /// What it refuses or ignores.
        public let defects: Int

        /// What speaks for it and against it, in words.
        public var evidence: String {
            var words: [String] = []
            if !signs.isEmpty {
                words.append(
                    "the first record says " + signs.map { "'\($0)'" }.joined(separator: " and "))
            }
            words.append(records == 1 ? "1 record is read" : "\(records) records are read")
            if !tests.isEmpty { words.append("it knows the test \(tests.joined(separator: ", "))") }
            words.append(defects == 0 ? "nothing is refused" : "\(defects) × something is refused")
            return words.joined(separator: "; ")
        }
    }

    /// Bytes that are looked at: some hundred results.
    public static let limit = 65_536

    /// Those that read something, the likeliest first.
    public let candidates: [Candidate]

    /// Looks at `bytes`, at most ``limit`` of them, as each of `dialects` would.
    public init(of bytes: [UInt8], among dialects: [Dialect]) {
        let bytes = Array(bytes.prefix(Self.limit))
        let first = FirstRecord(of: bytes)
        candidates =
            dialects
            .map { Candidate($0, reading: bytes, beginning: first) }
            .filter { $0.records > 0 }
            .sorted { $0.isLikelier(than: $1) }
    }

    /// The dialect that bears a sign which no other bears as well; nil when none or several do.
    public var likeliest: Candidate? {
        guard let first = candidates.first, !first.signs.isEmpty else { return nil }
        let next = candidates.dropFirst().first
        return next.map { first.isLikelier(than: $0) && !first.isLike($0) } ?? true ? first : nil
    }
}

extension Recognition.Candidate {
    fileprivate init(_ dialect: Dialect, reading bytes: [UInt8], beginning first: FirstRecord) {
        var records = 0
        var defects = 0
        var tests: [String] = []
        for action in dialect.actions(reading: bytes) {
            switch action {
            case .results(let results):
                records += results.count
                for result in results where result.analyte != nil && !tests.contains(result.test) {
                    tests.append(result.test)
                }
            case .query: records += 1
            case .defect: defects += 1
            case .send, .badRow, .dispatch, .training: break
            }
        }
        self.init(
            dialect: dialect.name, title: dialect.title,
            signs: dialect.signs.filter { first.holds($0) }, records: records, tests: tests,
            defects: defects)
    }

    /// What counts, the weightiest first; smaller is likelier.
    private var rank: [Int] { [-signs.count, defects, -tests.count, -records] }

    /// True when the evidence weighs the same.
    fileprivate func isLike(_ other: Self) -> Bool { rank == other.rank }

    fileprivate func isLikelier(than other: Self) -> Bool {
        rank == other.rank ? dialect < other.dialect : rank.lexicographicallyPrecedes(other.rank)
    }
}

extension Dialect {
    /// What a session makes of a capture in this dialect, until it rests.
    func actions(reading bytes: [UInt8]) -> [Session.Action] {
        var dialect = self
        dialect.link = link.reading(capture: bytes)
        var session = Session(dialect: dialect)
        var actions = session.receive(bytes, at: .zero)
        while let deadline = session.deadline { actions += session.expire(at: deadline) }
        return actions
    }
}

/// The text of the first record, in which makers name themselves.
struct FirstRecord: Sendable {
    /// Its printable characters.
    let text: String

    /// Longer than any header that is known.
    private static let limit = 512

    /// The first record of `bytes`: up to the first end of a line that holds text.
    init(of bytes: [UInt8]) {
        var text = ""
        for byte in bytes.prefix(Self.limit) {
            if (0x20...0x7E).contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else if byte == .cr || byte == .lf, text.count > 1 {
                break
            }
        }
        self.text = text
    }

    /// True when `sign` stands in it, in the same case.
    func holds(_ sign: String) -> Bool {
        let (text, sign) = (Array(text.utf8), Array(sign.utf8))
        guard !sign.isEmpty, sign.count <= text.count else { return false }
        return (0...text.count - sign.count).contains {
            text[$0..<$0 + sign.count].elementsEqual(sign)
        }
    }
}
