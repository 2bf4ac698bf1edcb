/// Whether a message is taken, by what its header says of it.
enum HL7Judgement: Equatable {
    /// ORU, OUL, and messages that say no type and hold results.
    case results
    /// QBP and QRY: somebody asks what to measure.
    case query
    /// An acknowledgement or an answer, which is itself never acknowledged.
    case answer
    /// A type that neither results nor queries come in.
    case unsupportedType
    /// A version of another standard than HL7 2.
    case unsupportedVersion

    /// What to make of the message that `segments` are, by its `header`.
    init(of header: HL7Header, _ segments: ArraySlice<Segment>, in text: Span<UInt8>) {
        let divider = header.delimiters.component
        func word(_ place: HL7Header.Place) -> String {
            String(decoding: place.prefix { text[$0] != divider }.map { text[$0] }, as: UTF8.self)
        }
        let (type, version) = (word(header.type), word(header.version))
        if segments.contains(where: { $0.name == Segment.msa }) {
            self = .answer
        } else if !version.isEmpty, version != "2", !version.hasPrefix("2.") {
            self = .unsupportedVersion
        } else {
            switch type {
            case "ORU", "OUL": self = .results
            case "QBP", "QRY": self = .query
            case "ACK", "RSP", "ORL", "ORR", "RTB": self = .answer
            case "" where segments.contains(where: { $0.name == Segment.obx }): self = .results
            default: self = .unsupportedType
            }
        }
    }

    /// True when the message is rejected.
    var isRefused: Bool { error != nil }

    /// The error of table 0357, and the header's field that has it; nil when there is none.
    var error: HL7Error? {
        switch self {
        case .results, .query, .answer: nil
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
