/// Reads what a host answered to a query, as the analyzer does: the other direction of
/// ``OrderWriter``.
public struct OrderReader: Sendable {
    private let segments: SegmentOrders?
    private let specimen, position, tests, terminator: FieldLocator
    /// The part of the code's component, and what divides the parts.
    private let part: FieldPath.Part?
    private let encoding: Dialect.Encoding

    /// A reader for an analyzer that speaks `dialect`.
    public init(_ dialect: Dialect) {
        func locator(_ record: String, _ field: Int, _ component: Int? = nil) -> FieldLocator {
            let components = component.map { FieldPath.Components.some($0...$0) } ?? .all
            return FieldLocator(
                FieldPath(
                    record: record, field: field, components: components,
                    subcomponent: nil, part: nil))
        }
        segments =
            dialect.link.kind == .mllp ? SegmentOrders(encoding: dialect.reads.encoding) : nil
        specimen = locator("O", 3, 1)
        position = locator("O", 4)
        tests = locator("O", 5)
        terminator = locator("L", 3, 1)
        part = dialect.reads.test.first?.part
        encoding = dialect.reads.encoding
    }

    /// What `message` orders; nil when it is no answer: it ends before its terminator record, or
    /// holds neither an order nor the word that there is none.
    ///
    /// An order without any test is such a word too.
    public func read(_ message: Message) -> Order.Answer? {
        guard message.isComplete else { return nil }
        if let segments { return segments.read(message) }
        let text = message.text.span
        var records = RecordTable()
        var orders: [Order] = []
        while let letter = records.next(in: text) {
            switch letter {
            case UInt8(ascii: "O"): take(records, of: text, into: &orders)
            case UInt8(ascii: "L") where orders.isEmpty:
                switch string(records.place(terminator, in: text), in: records, of: text) {
                case "I": return .noInformation
                case "Q": return .unreadable
                default: return nil
                }
            default: break
            }
        }
        if orders.isEmpty { return nil }
        return orders.allSatisfy(\.tests.isEmpty) ? .noInformation : .orders(orders)
    }

    /// Adds an order record; neighbours of the same specimen are one order.
    private func take(
        _ records: borrowing RecordTable, of text: Span<UInt8>, into orders: inout [Order]
    ) {
        let id = string(records.place(specimen, in: text), in: records, of: text)
        let tests = codes(in: records, of: text)
        if let last = orders.last, last.specimen == id {
            orders[orders.count - 1].tests += tests
        } else {
            let place = string(records.place(position, in: text), in: records, of: text)
            orders.append(Order(specimen: id, position: place, tests: tests))
        }
    }

    /// The fourth component of each repeat of the tests (LIS02-A2 5.6.1), or its part.
    private func codes(in records: borrowing RecordTable, of text: Span<UInt8>) -> [String] {
        let field = records.field(tests)
        var codes: [String] = []
        var start = field.range.lowerBound
        for end in field.range.lowerBound...field.range.upperBound
        where end == field.range.upperBound || text[end] == records.delimiters.repeat {
            var range = records.components(4...4, of: start..<end, in: text)
            start = end + 1
            if let part {
                range = records.piece(
                    part.number...part.number, of: range, dividedBy: part.divider, in: text)
            }
            let place = FieldPlace(
                range: FieldText.trimmed(range, of: text), isPlain: field.isPlain)
            let code = string(place, in: records, of: text)
            if !code.isEmpty { codes.append(code) }
        }
        return codes
    }

    private func string(
        _ place: FieldPlace, in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> String {
        FieldText.string(place, of: text, dividedBy: records.delimiters, encoding: encoding)
    }
}
