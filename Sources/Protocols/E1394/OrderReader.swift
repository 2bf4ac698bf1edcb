/// Reads what a host answered to a query, as the analyzer does: the other direction of
/// ``OrderWriter``.
public struct OrderReader: Sendable {
    private let segments: SegmentOrders?
    private let places: OrderPlaces
    private let terminator: FieldLocator
    private let encoding: Dialect.Encoding

    /// A reader for an analyzer that speaks `dialect`.
    public init(_ dialect: Dialect) {
        segments =
            dialect.link.kind == .mllp ? SegmentOrders(encoding: dialect.reads.encoding) : nil
        places = OrderPlaces(dialect.orders ?? Dialect.Ordering())
        terminator = FieldLocator(
            FieldPath(
                record: "L", field: 3, components: .some(1...1), subcomponent: nil, part: nil))
        encoding = dialect.reads.encoding
    }

    /// What `message` orders; nil when it is no answer: it ends before its terminator record, or
    /// holds neither an order nor the word that there is none.
    ///
    /// An order without any test is such a word too.
    public func read(_ message: Message) -> Order.Answer? {
        guard message.isComplete else { return nil }
        if let segments { return segments.read(message) }
        let message = message.inUTF8(from: encoding)
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
        let id = string(records.place(places.specimen, in: text), in: records, of: text)
        let tests = codes(in: records, of: text)
        if let last = orders.last, last.specimen == id {
            orders[orders.count - 1].tests += tests
        } else {
            let place = places.position.map { records.place($0, in: text) } ?? FieldPlace()
            orders.append(
                Order(
                    specimen: id, position: string(place, in: records, of: text), tests: tests))
        }
    }

    /// The code in each repeat of the tests (LIS02-A2 5.6.1), where the layout has it.
    private func codes(in records: borrowing RecordTable, of text: Span<UInt8>) -> [String] {
        let field = records.field(places.tests)
        var codes: [String] = []
        var start = field.range.lowerBound
        if text.extracting(field.range).starts(with: places.lead) { start += places.lead.count }
        for end in start...field.range.upperBound
        where end == field.range.upperBound || text[end] == records.delimiters.repeat {
            let number = places.component...places.component
            let range = code(
                in: records.components(number, of: start..<end, in: text), of: text)
            start = end + 1
            let code = string(
                FieldPlace(range: range, isPlain: field.isPlain), in: records, of: text)
            if !code.isEmpty { codes.append(code) }
        }
        return codes
    }

    /// What is left of a component without what the layout has around the code.
    private func code(in component: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
        var range = FieldText.trimmed(component, of: text)
        if text.extracting(range).starts(with: places.prefix) {
            range = range.lowerBound + places.prefix.count..<range.upperBound
        }
        let end = range.upperBound - places.suffix.count
        if end >= range.lowerBound,
            text.extracting(end..<range.upperBound).starts(with: places.suffix)
        {
            range = range.lowerBound..<end
        }
        return range
    }

    private func string(
        _ place: FieldPlace, in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> String {
        FieldText.string(
            place, of: text, dividedBy: records.delimiters,
            encoding: encoding.isWide ? .utf8 : encoding)
    }
}

extension Span<UInt8> {
    /// True when these bytes begin with `other`.
    fileprivate func starts(with other: [UInt8]) -> Bool {
        count >= other.count && other.indices.allSatisfy { self[$0] == other[$0] }
    }
}
