/// Writes what a host answers to a query, in a dialect's layouts; ``OrderReader`` reads it.
///
///     H|\^&|||stepupd|||||||P|1
///     P|1
///     O|1|T-01-RHV-000||^^^INS|R||||||A||||||||||||||Q
///     L|1|F                                                 or L|1|I after H: no information
public struct OrderWriter: Sendable {
    private let orders: Dialect.Ordering
    private let encoding: Dialect.Encoding
    private let names: [String: String]
    private let delimiters: Delimiters
    private let header, patient, order, orderTest: RecordLayout
    private let terminator, noInformation, unreadable: RecordLayout

    /// What can stand in these layouts: an order has no results.
    private static let known: Set<RecordLayout.Placeholder> = [
        .specimen, .position, .tests, .test, .name, .seq,
    ]

    /// A writer of the layouts of `dialect`; nil when it is told nothing.
    public init?(_ dialect: Dialect) throws(RecordLayout.Mistake) {
        guard let orders = dialect.orders else { return nil }
        guard dialect.link.kind == .e1381 else { throw .noWayBack }
        self.orders = orders
        encoding = dialect.reads.encoding
        names = dialect.analytes.compactMapValues(\.name)
        delimiters = Delimiters(declaredBy: Array(orders.header.utf8).span)
        header = try Self.layout(orders.header)
        patient = try Self.layout(orders.patient)
        order = try Self.layout(orders.order)
        orderTest = try Self.layout(orders.orderTest)
        terminator = try Self.layout(orders.terminator)
        noInformation = try Self.layout(orders.noInformation)
        unreadable = try Self.layout(orders.unreadable)
    }

    private static func layout(_ line: String) throws(RecordLayout.Mistake) -> RecordLayout {
        let layout = try RecordLayout(line)
        let strange = layout.placeholders.first { !known.contains($0) }
        if let strange { throw .unknownPlaceholder(strange.rawValue) }
        return layout
    }

    /// The message that says `answer`: its records, without what ends them.
    public func records(of answer: Order.Answer) -> [[UInt8]] {
        let ends = { (layout: RecordLayout) in layout.bytes { _ in [] } }
        let head = [ends(header)]
        return switch answer {
        case .noInformation: head + [ends(noInformation)]
        case .unreadable: head + [ends(unreadable)]
        case .orders(let all):
            head + all.enumerated().flatMap { records(of: $1, number: $0 + 1) }
                + [ends(terminator)]
        }
    }

    private func records(of order: Order, number: Int) -> [[UInt8]] {
        let single = order.tests.map { [$0] }
        let groups = orders.tests == .repeats ? [order.tests] : single
        let patient = self.patient.bytes { filling($0, of: order, tests: [], number: number) }
        return [patient]
            + groups.enumerated().map { index, tests in
                self.order.bytes { filling($0, of: order, tests: tests, number: index + 1) }
            }
    }

    private func filling(
        _ placeholder: RecordLayout.Placeholder, of order: Order, tests: [String], number: Int
    ) -> [UInt8] {
        switch placeholder {
        case .specimen: Escapes.encoded(encoding.bytes(of: order.specimen), delimiters)
        case .position: encoding.bytes(of: order.position)  // It holds delimiters of its own.
        case .seq: Array(String(number).utf8)
        case .tests:
            Array(
                tests.map { test in orderTest.bytes { filling($0, of: test) } }
                    .joined(separator: [delimiters.repeat ?? 0x5C]))
        default: tests.first.map { filling(placeholder, of: $0) } ?? []
        }
    }

    private func filling(_ placeholder: RecordLayout.Placeholder, of test: String) -> [UInt8] {
        let text =
            switch placeholder {
            case .test: test
            case .name: names[test] ?? test
            default: ""
            }
        return Escapes.encoded(encoding.bytes(of: text), delimiters)
    }
}

extension Dialect.Encoding {
    /// `text` in this character set; what Latin-1 does not have becomes `?`.
    func bytes(of text: String) -> [UInt8] {
        switch self {
        case .utf8: Array(text.utf8)
        case .latin1:
            text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
        }
    }
}
