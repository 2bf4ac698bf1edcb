/// Writes what an analyzer answers to an order, as its dialect's `order-answer` has it.
///
///     MSH|…|ORL^O34^ORL_O42|17-2-1|…
///     MSA|AA|17-2
///     ORC|OK
public struct OrderAcceptance: Sendable {
    private let layouts: [RecordLayout]
    private let delimiters: Delimiters
    private let encoding: Dialect.Encoding
    private let orders: SegmentOrders

    /// A writer for an analyzer that speaks `dialect`; nil when it answers no orders.
    public init?(_ dialect: Dialect) throws(RecordLayout.Mistake) {
        guard let lines = dialect.writes?.orderAnswer else { return nil }
        layouts = try RecordLayout.all(in: lines)
        delimiters = Delimiters(segment: Array(lines.utf8).span) ?? .standard
        encoding = dialect.reads.encoding
        orders = SegmentOrders(encoding: encoding)
    }

    /// The segments that accept the order in `message`, without their CR; nil when it is none.
    public func records(accepting message: Message) -> [[UInt8]]? {
        let text = message.text.span
        guard let first = Segment.all(of: text).first,
            let header = HL7Header(first.range, of: text),
            !HL7Judgement.isAnswer(header, in: text), orders.read(message) != nil
        else { return nil }
        let charset = header.encoding(in: text)
        let origin = MessageOrigin(of: header, in: text, encoding: charset ?? encoding)
        return layouts.map { layout in
            layout.bytes { placeholder in
                placeholder == .accepted
                    ? Array("AA".utf8)
                    : origin.filling(placeholder, answer: 1, dividedBy: delimiters) ?? []
            }
        }
    }
}
