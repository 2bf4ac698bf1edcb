/// Reads the results that stand in order records, for dialects that have such
/// (``Dialect/OrderReading``).
struct OrderResults: Sendable {
    private let rules: RoleRules
    private let specimen, position, test, measured, status, comment: [FieldLocator]
    private let encoding: Dialect.Encoding
    private let analytes: [String: Dialect.Assay]

    /// A reader of the orders of `dialect`; nil when they are no results.
    init?(_ dialect: Dialect) {
        guard let orders = dialect.reads.orderResults else { return nil }
        rules = RoleRules(
            orders.when.mapValues { texts in
                Dictionary(texts.map { ($0, orders.role) }) { first, _ in first }
            })
        func locators(_ paths: [FieldPath]) -> [FieldLocator] { paths.map(FieldLocator.init) }
        specimen = locators(dialect.reads.specimen)
        position = locators(dialect.reads.position)
        test = locators(orders.test)
        measured = locators(orders.measured)
        status = locators(orders.status)
        comment = locators(orders.comment)
        encoding = dialect.reads.encoding
        analytes = dialect.analytes
    }

    /// The results in the orders of `message`, in their order.
    func read(_ message: borrowing Message) -> [AssayResult] {
        let text = message.text.span
        var records = RecordTable()
        var found: [AssayResult] = []
        var isOpen = false
        while let letter = records.next(in: text) {
            // What a result record follows is an order and no more.
            if letter == UInt8(ascii: "R"), isOpen { found.removeLast() }
            if letter == UInt8(ascii: "R") { isOpen = false }
            guard letter == UInt8(ascii: "O") else { continue }
            isOpen = false
            guard let role = rules.role(in: records, of: text) else { continue }
            var result = AssayResult()
            fill(&result, from: records, of: text)
            result.role = role
            result.isComplete = message.isComplete
            result.bytes = message.lineRange(of: records.range)
            found.append(result)
            isOpen = true
        }
        return found
    }

    private func fill(
        _ result: inout AssayResult, from records: borrowing RecordTable, of text: Span<UInt8>
    ) {
        result.specimen = string(specimen, in: records, of: text)
        result.position = string(position, in: records, of: text)
        result.test = string(test, in: records, of: text)
        result.analyte = analytes[result.test]?.analyte
        result.status = string(status, in: records, of: text)
        let time = string(measured, in: records, of: text)
        result.measured = LocalTime.iso8601(Array(time.utf8).span)
        let words = string(comment, in: records, of: text)
        if !words.isEmpty { result.comments = [words] }
    }

    /// The text of the first of `places` that is not empty.
    private func string(
        _ places: [FieldLocator], in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> String {
        for locator in places {
            let place = records.place(locator, in: text)
            guard !place.range.isEmpty else { continue }
            return FieldText.string(
                place, of: text, dividedBy: records.delimiters, encoding: encoding)
        }
        return ""
    }
}
