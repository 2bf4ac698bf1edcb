/// Reads what a host answered to a query in HL7, as the analyzer does.
///
///     MSH|…|RSP^K11^RSP_K11|…        QAK-2: NF, nothing is ordered; AE or AR, it was not read
///     MSH|…|OML^O33^OML_O33|…        an order; or, with DC in ORC-1, that there is none
///     MSH|…|DSR^Q03|…                an order in lines for display
///
/// The places are those of IHE LAW: the specimen in SAC-3 or SPM-2, the test in OBR-4. In lines for
/// display they are those of Mindray's analyzers: DSP-1 says which line it is, 21 the specimen,
/// from 29 on the tests, and DSP-3 what it holds.
struct SegmentOrders: Sendable {
    private let encoding: Dialect.Encoding
    private let rows: SegmentRows
    private let specimen: [FieldLocator]
    private let control, test, status, line, shown: FieldLocator

    /// The lines for display that hold the specimen, and the first of the tests.
    private static let (specimenLine, firstTestLine) = (21, 29)

    /// A reader for an analyzer whose messages are in `encoding`, unless they name another.
    init(encoding: Dialect.Encoding) {
        self.encoding = encoding
        let paths = ["SPM-2.1.1", "SAC-3.1", "ORC-1", "OBR-4.1", "QAK-2", "DSP-1", "DSP-3.1"]
            .compactMap { FieldPath($0) }
        let rows = SegmentRows(paths)
        self.rows = rows
        let locators = paths.map(rows.locator)
        (specimen, control) = ([locators[1], locators[0]], locators[2])
        (test, status) = (locators[3], locators[4])
        (line, shown) = (locators[5], locators[6])
    }

    /// What `message` orders; nil when it is no answer to a query, or one that is still to come.
    func read(_ message: Message) -> Order.Answer? {
        guard let first = Segment.all(of: message.text.span).first,
            let header = HL7Header(first.range, of: message.text.span)
        else { return nil }
        var charset = header.encoding(in: message.text.span) ?? encoding
        let message = message.inUTF8(from: charset)
        if charset.isWide { charset = .utf8 }
        let text = message.text.span
        let segments = Segment.all(of: text)
        var table = SegmentTable(rows: rows.names.count)
        table.begin(header.delimiters)
        var orders: [Order] = []
        var (isNone, status) = (false, "")
        for segment in segments {
            if segment.name == Segment.spm { table.forget(below: 0) }
            guard let row = rows.row(of: segment.name) else { continue }
            table.take(segment.range.lowerBound, into: row, depth: 1, of: text)
            switch segment.name {
            case Segment.orc where string([control], in: table, of: text, charset) == "DC":
                isNone = true
            case Segment.obr:
                let test = string([test], in: table, of: text, charset)
                let id = string(specimen, in: table, of: text, charset)
                if orders.last?.specimen != id { orders.append(Order(specimen: id, tests: [])) }
                if !test.isEmpty { orders[orders.count - 1].tests.append(test) }
            case Segment.dsp:
                let line = Int(string([line], in: table, of: text, charset)) ?? 0
                take(string([shown], in: table, of: text, charset), of: line, into: &orders)
            default: status = string([self.status], in: table, of: text, charset)
            }
        }
        return orders.isEmpty ? nothing(isNone, status) : .orders(orders)
    }

    /// Takes what a line for display holds.
    private func take(_ text: String, of line: Int, into orders: inout [Order]) {
        if line == Self.specimenLine { orders.append(Order(specimen: text, tests: [])) }
        guard line >= Self.firstTestLine, !orders.isEmpty, !text.isEmpty else { return }
        orders[orders.count - 1].tests.append(text)
    }

    /// The text at the first of `places` that is not empty.
    private func string(
        _ places: [FieldLocator], in table: borrowing SegmentTable, of text: Span<UInt8>,
        _ charset: Dialect.Encoding
    ) -> String {
        for locator in places {
            let place = table.place(locator, in: text)
            guard !place.range.isEmpty else { continue }
            return FieldText.string(
                place, of: text, dividedBy: table.delimiters, encoding: charset)
        }
        return ""
    }

    /// What a message without orders says of them.
    private func nothing(_ isNone: Bool, _ status: String) -> Order.Answer? {
        switch status {
        case "NF": .noInformation
        case "AE", "AR": .unreadable
        default: isNone ? .noInformation : nil
        }
    }
}
