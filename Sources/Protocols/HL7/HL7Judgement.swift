/// Whether a message is taken, by what its header says of it.
enum HL7Judgement: Equatable {
    /// ORU, OUL, and messages that say no type and hold results.
    case results
    /// QBP and QRY: somebody asks what to measure.
    case query
    /// An acknowledgement or an answer, which is itself never acknowledged.
    case answer
    /// QBP or QRY without the segment that asks.
    case brokenQuery
    /// A type that neither results nor queries come in.
    case unsupportedType
    /// A version of another standard than HL7 2.
    case unsupportedVersion

    /// What to make of the message that `segments` are, by its `header`.
    init(of header: HL7Header, _ segments: ArraySlice<Segment>, in text: Span<UInt8>) {
        let type = Self.type(of: header, in: text)
        let version = Self.word(header.version, of: header, in: text).first(where: \.isNumber)
        if segments.contains(where: { $0.name == Segment.msa }) {
            self = .answer
        } else if let version, version != "2" {
            self = .unsupportedVersion
        } else {
            switch type {
            case "ORU", "OUL": self = .results
            case "QBP", "QRY":
                let asks = segments.contains { [Segment.qpd, Segment.qrd].contains($0.name) }
                self = asks ? .query : .brokenQuery
            case _ where Self.answers.contains(type): self = .answer
            case "" where segments.contains(where: { $0.name == Segment.obx }): self = .results
            default: self = .unsupportedType
            }
        }
    }

    /// The types that answer another message, and are never answered themselves.
    private static let answers: Set = ["ACK", "RSP", "ORL", "ORR", "RTB", "QCK"]

    /// True when the header's type is one that answers another message.
    static func isAnswer(_ header: HL7Header, in text: Span<UInt8>) -> Bool {
        answers.contains(type(of: header, in: text))
    }

    /// The type of a message, `ORU` in `ORU^R01`, `ORU_R01` and `oru^r01`.
    static func type(of header: HL7Header, in text: Span<UInt8>) -> String {
        let word = word(header.type, of: header, in: text)
        return word.prefix { $0 != "_" }.uppercased()
    }

    /// The first component at `place` of a header.
    static func word(
        _ place: HL7Header.Place, of header: HL7Header, in text: Span<UInt8>
    ) -> String {
        let word = place.prefix { text[$0] != header.delimiters.component }
        return String(decoding: word.map { text[$0] }, as: UTF8.self)
    }

    /// True when the message is rejected.
    var isRefused: Bool { error != nil }

    /// The error of table 0357, and the header's field that has it; nil when there is none.
    var error: HL7Error? {
        switch self {
        case .results, .query, .answer: nil
        case .brokenQuery: HL7Error(code: 100, words: "Segment sequence error", field: nil)
        case .unsupportedType: HL7Error(code: 200, words: "Unsupported message type", field: 9)
        case .unsupportedVersion: HL7Error(code: 203, words: "Unsupported version id", field: 12)
        }
    }
}

/// Why a message is not taken, as an acknowledgement says it.
struct HL7Error: Equatable {
    /// The code of table 0357.
    let code: Int
    /// The code's words.
    let words: String
    /// The field of MSH in which it is; nil when the header as a whole cannot be read.
    let field: Int?
}
