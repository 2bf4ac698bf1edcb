/// What a message says of another one that it answers (HL7 2.5.1 chapter 2, 2.9).
struct MessageAnswer: Equatable {
    /// True for AA and CA, unless an order in the message is one that is not accepted.
    let isAccepted: Bool
    /// True when it only says that the message has arrived safely (CA).
    let isOfLinkAlone: Bool

    /// The answer in `text` to the message `controlID`; nil when it answers none, or another.
    ///
    ///     MSA|AA|17-2               accepted
    ///     ORC|UA||||CA              but not this order: "unable to accept" (table 0119)
    init?(in text: Span<UInt8>, to controlID: [UInt8]) {
        let segments = Segment.all(of: text)
        guard let first = segments.first, let header = HL7Header(first.range, of: text) else {
            return nil
        }
        func fields(_ segment: Segment) -> [ArraySlice<UInt8>] {
            segment.range.map { text[$0] }.split(
                separator: header.delimiters.field, omittingEmptySubsequences: false)
        }
        guard let answer = segments.first(where: { $0.name == Segment.msa }).map(fields),
            answer.count > 2, answer[2].elementsEqual(controlID)
        else { return nil }
        let code = String(decoding: answer[1], as: UTF8.self)
        let isRefused = segments.contains { segment in
            guard segment.name == Segment.orc else { return false }
            let fields = fields(segment)
            return fields.count > 1 && fields[1].elementsEqual("UA".utf8)
        }
        isAccepted = (code == "AA" || code == "CA") && !isRefused
        isOfLinkAlone = code == "CA"
    }
}
