/// Writes what a host answers to a query, in a dialect's layouts; ``OrderReader`` reads it.
///
///     H|\^&|||stepupd|||||||P|1
///     P|1
///     O|1|T-01-RHV-000||^^^INS|R||||||A||||||||||||||Q
///     L|1|F                                                 or L|1|I after H: no information
///
/// In HL7 there are two messages, the response to the query and the order (``Dialect/Ordering``).
public struct OrderWriter: Sendable {
    private let orders: Dialect.Ordering
    private let isHL7: Bool
    private let encoding: Dialect.Encoding
    private let names: [String: String]
    private let delimiters: Delimiters
    private let response, header, patient, order, terminator: [RecordLayout]
    private let noInformation, unreadable, orderTest: [RecordLayout]

    /// The most messages that one answer is.
    static let messageLimit = 2

    /// What can stand in these layouts: an order has no results.
    private static let known: Set<RecordLayout.Placeholder> = [
        .specimen, .position, .tests, .test, .name, .seq,
    ]
    /// What an answer in HL7 gives back besides.
    private static let givenBack: Set<RecordLayout.Placeholder> = [
        .asked, .id, .parties, .sent, .processing, .charset, .query, .queryName, .queryTag,
        .accepted, .understood, .found,
    ]

    /// One message while it is written: what it says, and which answer to what it is.
    private struct Letter {
        let answer: Order.Answer
        let origin: MessageOrigin?
        let number: Int
    }

    /// A writer of the layouts of `dialect`; nil when it is told nothing.
    public init?(_ dialect: Dialect) throws(RecordLayout.Mistake) {
        guard let orders = dialect.orders else { return nil }
        isHL7 = dialect.link.kind == .mllp
        guard [.mllp, .e1381, .simplified].contains(dialect.link.kind) else { throw .noWayBack }
        self.orders = orders
        encoding = dialect.reads.encoding
        names = dialect.analytes.compactMapValues(\.name)
        let first = Array(orders.header.utf8)
        delimiters =
            isHL7
            ? Delimiters(segment: first.span) ?? .standard : Delimiters(declaredBy: first.span)
        let known = isHL7 ? Self.known.union(Self.givenBack) : Self.known
        response = try Self.layouts(orders.response, known)
        header = try Self.layouts(orders.header, known)
        patient = try Self.layouts(orders.patient, known)
        order = try Self.layouts(orders.order, known)
        orderTest = try Self.layouts(orders.orderTest, known)
        terminator = try Self.layouts(orders.terminator, known)
        noInformation = try Self.layouts(orders.noInformation, known)
        unreadable = try Self.layouts(orders.unreadable, known)
    }

    /// The records of `lines`, one a line.
    private static func layouts(
        _ lines: String, _ known: Set<RecordLayout.Placeholder>
    ) throws(RecordLayout.Mistake) -> [RecordLayout] {
        let layouts = try RecordLayout.all(in: lines)
        let strange = layouts.flatMap(\.placeholders).first { !known.contains($0) }
        if let strange { throw .unknownPlaceholder(strange.rawValue) }
        return layouts
    }

    /// True when `query` can be answered: in HL7, when it is one of those that `orders` are for.
    public func canAnswer(_ query: Query) -> Bool { !isHL7 || query.origin != nil }

    /// The messages that answer `query`, in the order in which they leave.
    ///
    /// Each is its records, without what ends them. The last one says `answer`, the one before it
    /// that it comes.
    public func messages(of answer: Order.Answer, to query: Query) -> [[[UInt8]]] {
        let subject = query.subjects.first ?? Query.Subject(specimen: "")
        let asked = Order(specimen: subject.specimen, position: subject.position, tests: [])
        let answers = [
            write(response, of: asked, in: Letter(answer: answer, origin: query.origin, number: 1)),
            records(
                of: answer, about: asked,
                in: Letter(answer: answer, origin: query.origin, number: 2)),
        ]
        return answers.filter { !$0.isEmpty }
    }

    /// The message that says `answer`; nothing when the response has said it.
    private func records(
        of answer: Order.Answer, about asked: Order, in letter: Letter
    ) -> [[UInt8]] {
        let head = write(header, of: asked, in: letter)
        switch answer {
        case .noInformation where noInformation.isEmpty, .unreadable where unreadable.isEmpty:
            return []
        case .noInformation:
            return word(write(noInformation, of: asked, in: letter), behind: head)
        case .unreadable: return word(write(unreadable, of: asked, in: letter), behind: head)
        case .orders(let all):
            return head + all.enumerated().flatMap { records(of: $1, number: $0 + 1, in: letter) }
                + write(terminator, of: asked, in: letter)
        }
    }

    /// A word behind the header of an order, unless it begins with a header of its own.
    private func word(_ records: [[UInt8]], behind head: [[UInt8]]) -> [[UInt8]] {
        records.first?.prefix(3) == head.first?.prefix(3) ? records : head + records
    }

    private func records(of order: Order, number: Int, in letter: Letter) -> [[UInt8]] {
        let single = order.tests.map { [$0] }
        let groups = orders.tests == .repeats ? [order.tests] : single
        return write(patient, of: order, number: number, in: letter)
            + groups.enumerated().flatMap { index, tests in
                write(self.order, of: order, tests: tests, number: index + 1, in: letter)
            }
    }

    private func write(
        _ layouts: [RecordLayout], of order: Order, tests: [String] = [], number: Int = 1,
        in letter: Letter
    ) -> [[UInt8]] {
        layouts.map { layout in
            layout.bytes { filling($0, of: order, tests: tests, number: number, in: letter) }
        }
    }
}

extension OrderWriter {
    private func filling(
        _ placeholder: RecordLayout.Placeholder, of order: Order, tests: [String], number: Int,
        in letter: Letter
    ) -> [UInt8] {
        switch placeholder {
        case .specimen: return spelled(order.specimen, in: letter)
        // It holds delimiters of its own.
        case .position: return (letter.origin?.encoding ?? encoding).bytes(of: order.position)
        case .seq: return Array(String(number).utf8)
        case .tests:
            return Array(
                tests.map { test in
                    orderTest.flatMap { $0.bytes { filling($0, of: test, in: letter) } }
                }.joined(separator: [delimiters.repeat ?? 0x5C]))
        case .accepted: return Array((letter.answer == .unreadable ? "AE" : "AA").utf8)
        case .understood: return Array((letter.answer == .unreadable ? "AE" : "OK").utf8)
        case .found: return Array(letter.answer.status.utf8)
        case .test, .name: return tests.first.map { filling(placeholder, of: $0, in: letter) } ?? []
        default:
            return letter.origin?.filling(
                placeholder, answer: letter.number, dividedBy: delimiters) ?? []
        }
    }

    private func filling(
        _ placeholder: RecordLayout.Placeholder, of test: String, in letter: Letter
    ) -> [UInt8] {
        switch placeholder {
        case .test: spelled(test, in: letter)
        case .name: spelled(names[test] ?? test, in: letter)
        default: []
        }
    }

    private func spelled(_ text: String, in letter: Letter) -> [UInt8] {
        Escapes.encoded((letter.origin?.encoding ?? encoding).bytes(of: text), delimiters)
    }
}

extension Order.Answer {
    /// What became of the query (HL7 table 0208): data found, none found, or an error.
    fileprivate var status: String {
        switch self {
        case .orders: "OK"
        case .noInformation: "NF"
        case .unreadable: "AE"
        }
    }
}
