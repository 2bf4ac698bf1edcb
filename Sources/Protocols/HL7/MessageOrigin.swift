/// What an answer gives back of the HL7 message that it answers: who sent it, and how.
///
/// As in an ``Acknowledgement``, everything comes from the message, so that a replay writes the
/// same bytes. The answer's layouts name what they want of it (``RecordLayout/Placeholder``).
public struct MessageOrigin: Sendable, Equatable {
    /// Bytes of a query segment that are given back: far more than any query has.
    static let segmentLimit = 1000

    /// The character set of the message, which is the answer's too.
    let encoding: Dialect.Encoding

    private let delimiters: Delimiters
    private let parties, query: [[UInt8]]
    private let time, controlID, processing, charset: [UInt8]
    /// How many answers to the same message come before those to this part of it.
    private let earlier: Int

    /// The origin of a message with this `header`, whose segments that ask are at `query`.
    init(
        of header: HL7Header, query: [Range<Int>] = [], earlier: Int = 0, in text: Span<UInt8>,
        encoding: Dialect.Encoding
    ) {
        // A control character in a field would end the answer's segment or its block.
        func bytes(_ place: Range<Int>, _ limit: Int = SegmentText.fieldLimit) -> [UInt8] {
            place.prefix(limit).map { text[$0] }.filter { $0 >= 0x20 }
        }
        self.encoding = encoding
        self.earlier = earlier
        delimiters = header.delimiters
        parties = header.parties.map { bytes($0) }
        self.query = query.map { bytes($0, Self.segmentLimit) }
        (time, controlID) = (bytes(header.time), bytes(header.controlID))
        (processing, charset) = (bytes(header.processing), bytes(header.charset))
    }

    /// What stands for `placeholder` in answer `number`, which is divided by `own` delimiters; nil
    /// when it says nothing of the message that is answered.
    func filling(
        _ placeholder: RecordLayout.Placeholder, answer number: Int, dividedBy own: Delimiters
    ) -> [UInt8]? {
        switch placeholder {
        case .asked: spelled(controlID, own)
        case .id: id(of: number, own)
        case .parties:
            Array([2, 3, 0, 1].map { spelled(parties[$0], own) }.joined(separator: [own.field]))
        case .sent: spelled(time, own)
        case .processing: processing.isEmpty ? Array("P".utf8) : spelled(processing, own)
        case .charset: spelled(charset, own)
        case .query: Array(query.map { spelled($0, own) }.joined(separator: [.cr]))
        case .queryName: spelled(field(1), own)
        case .queryTag: spelled(field(2), own)
        default: nil
        }
    }

    /// The control ID of answer `number`: twenty characters are what MSH-10 holds in all versions.
    private func id(of number: Int, _ own: Delimiters) -> [UInt8] {
        let end = Array("-\(earlier + number)".utf8)
        return spelled(controlID.suffix(20 - end.count), own) + end
    }

    /// A field of the first segment that asks.
    private func field(_ number: Int) -> [UInt8] {
        let fields = query.first?.split(
            separator: delimiters.field, omittingEmptySubsequences: false)
        guard let fields, number < fields.count else { return [] }
        return Array(fields[number])
    }

    /// Bytes of the message as they are spelled with other delimiters.
    private func spelled(_ bytes: some Collection<UInt8>, _ own: Delimiters) -> [UInt8] {
        guard own != delimiters else { return Array(bytes) }
        let blank = UInt8(ascii: " ")
        return bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case delimiters.field: [own.field]
            case delimiters.component: [own.component ?? blank]
            case delimiters.repeat: [own.repeat ?? blank]
            case delimiters.escape: [own.escape ?? blank]
            case delimiters.subcomponent: [own.subcomponent ?? blank]
            default: Escapes.encoded([byte], own)
            }
        }
    }
}
