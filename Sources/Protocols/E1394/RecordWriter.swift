/// Writes results as an analyzer of a dialect does: the other direction of ``MessageReader``.
///
/// What is read back from the records is what was written, but for fields that the dialect's
/// layouts leave out.
public struct RecordWriter: Sendable {
    /// One message: its records in order, each ended by CR.
    public typealias Records = [[UInt8]]

    private let writes: Dialect.Writing
    private let reads: Dialect.Reading
    private let names: [String: String]
    private let delimiters: Delimiters
    private let header, patient: RecordLayout
    private let order, query: [RecordLayout]
    private let results: [AssayResult.Role: RecordLayout]
    private let orderTest, comment, manufacturer, terminator: RecordLayout?

    /// A writer of the layouts of `dialect`.
    public init(_ dialect: Dialect) throws(RecordLayout.Mistake) {
        guard let writes = dialect.writes else { throw .noLayouts }
        self.writes = writes
        reads = dialect.reads
        names = dialect.analytes.compactMapValues(\.name)
        let first = Array(writes.header.utf8)
        delimiters =
            dialect.link.kind == .mllp
            ? Delimiters(segment: first.span) ?? .standard : Delimiters(declaredBy: first.span)
        header = try RecordLayout(writes.header)
        patient = try RecordLayout(writes.patient)
        order = try RecordLayout.all(in: writes.order)
        query = try RecordLayout.all(in: writes.query ?? "")
        orderTest = try Self.layout(writes.orderTest)
        comment = try Self.layout(writes.comment)
        manufacturer = try Self.layout(writes.manufacturer)
        terminator = try Self.layout(writes.terminator)
        var results: [AssayResult.Role: RecordLayout] = [:]
        for (role, line) in writes.results { results[role] = try RecordLayout(line) }
        self.results = results
    }

    private static func layout(_ line: String?) throws(RecordLayout.Mistake) -> RecordLayout? {
        guard let line else { return nil }
        return try RecordLayout(line)
    }

    /// The messages that carry `results`, in their order, as many as the dialect makes of them.
    ///
    /// - Parameters:
    ///   - results: what was measured; roles without a layout are left out.
    ///   - sent: when the messages are sent, 14 digits of local time.
    ///   - number: what the first of them is numbered, for headers that name their message.
    /// - Returns: the messages in the order in which they are sent.
    public func messages(
        of results: [AssayResult], sent: String, number: Int = 1
    ) -> [Records] {
        let written = results.filter { self.results[$0.role] != nil }
        let orders = grouped(written, sent: sent)
        let parts: [[[AssayResult]]] =
            switch writes.message {
            case .result: written.map { [[$0]] }
            case .order: orders.map { [$0] }
            case .run: orders.isEmpty ? [] : [orders]
            }
        return parts.enumerated().map { message($1, sent: sent, number: number + $0) }
    }

    /// A message that asks for the tests of `specimen`; nil when the dialect never asks.
    ///
    /// - Parameters:
    ///   - specimen: the specimen ID.
    ///   - sent: when the message is sent, 14 digits of local time.
    ///   - number: what it is numbered, for messages that have a number.
    /// - Returns: its records: in HL7 those of the dialect's `query`, which has its own header.
    public func query(for specimen: String, sent: String, number: Int = 1) -> Records? {
        guard !query.isEmpty else { return nil }
        var subject = AssayResult()
        subject.specimen = specimen
        let fill = filling(subject, sent: sent)
        let isWhole = writes.query?.hasPrefix("MSH") == true
        let layouts = isWhole ? query : [header] + query + [terminator].compactMap(\.self)
        return layouts.map { layout in ended(layout.bytes { fill($0, isWhole ? number : 1) }) }
    }

    /// Neighbours that belong to the same order.
    private func grouped(_ results: [AssayResult], sent: String) -> [[AssayResult]] {
        var orders: [[AssayResult]] = []
        var last: [UInt8]?
        for result in results {
            let fill = filling(result, sent: sent)
            let key = order.flatMap { $0.bytes { $0 == .tests ? [] : fill($0, 1) } }
            if key == last {
                orders[orders.count - 1].append(result)
            } else {
                orders.append([result])
            }
            last = key
        }
        return orders
    }

    private func message(_ orders: [[AssayResult]], sent: String, number: Int) -> Records {
        var records = [header.bytes { filling(AssayResult(), sent: sent)($0, number) }]
        var patients = 0
        var ordersOfPatient = 0
        var specimen: String?
        for order in orders {
            guard let first = order.first else { continue }
            let fill = filling(first, sent: sent, tests: tests(of: order, sent: sent))
            if first.specimen != specimen {
                patients += 1
                ordersOfPatient = 0
                records.append(patient.bytes { fill($0, patients) })
            }
            specimen = first.specimen
            ordersOfPatient += 1
            records += self.order.map { $0.bytes { fill($0, ordersOfPatient) } }
            records += order.enumerated().flatMap { resultRecords($1, number: $0 + 1, sent: sent) }
        }
        if let terminator {
            records.append(terminator.bytes { filling(AssayResult(), sent: sent)($0, 1) })
        }
        return records.filter { !$0.isEmpty }.map(ended)
    }

    private func resultRecords(_ result: AssayResult, number: Int, sent: String) -> Records {
        guard let layout = results[result.role] else { return [] }
        let fill = filling(result, sent: sent)
        var records = [layout.bytes { fill($0, number) }]
        let comments =
            result.comments.isEmpty ? [writes.emptyComment].compactMap(\.self) : result.comments
        for (index, text) in comments.enumerated() {
            guard let comment else { break }
            let encoded = Escapes.encoded(bytes(text), delimiters)
            records.append(comment.bytes { $0 == .comment ? encoded : fill($0, index + 1) })
        }
        if let manufacturer { records.append(manufacturer.bytes { fill($0, 1) }) }
        return records
    }

    private func tests(of order: [AssayResult], sent: String) -> [UInt8] {
        guard let orderTest else { return [] }
        var known: [[UInt8]] = []
        for result in order {
            let fill = filling(result, sent: sent)
            let test = orderTest.bytes { fill($0, 1) }
            if !known.contains(test) { known.append(test) }
        }
        return Array(known.joined(separator: [delimiters.repeat ?? 0x5C]))
    }

    private func ended(_ record: [UInt8]) -> [UInt8] { record + [0x0D] }
}

extension RecordWriter {
    /// What stands for each placeholder of one result's records, given the record's number.
    private func filling(
        _ result: AssayResult, sent: String, tests: [UInt8] = []
    ) -> (RecordLayout.Placeholder, Int) -> [UInt8] {
        { placeholder, number in
            let text =
                switch placeholder {
                case .tests: tests
                case .seq: Array(String(number).utf8)
                case .sent: Array(sent.utf8)
                case .date:
                    Array(PrintedTime.date(result.measured ?? "", in: reads.labels.dates).utf8)
                case .clock: Array(PrintedTime.clock(result.measured ?? "").utf8)
                case .measured: LocalTime.digits(of: result.measured ?? "")
                case .flags: flags(of: result)
                // These hold delimiters of their own.
                case .position: bytes(result.position)
                case .status: bytes(result.status)
                case .text where reads.qualitativeFirst: bytes(result.text)
                default: Escapes.encoded(bytes(plain(placeholder, of: result)), delimiters)
                }
            guard text.isEmpty, let standing = writes.defaults[placeholder.rawValue] else {
                return text
            }
            return Array(standing.utf8)
        }
    }

    private func plain(_ placeholder: RecordLayout.Placeholder, of result: AssayResult) -> String {
        switch placeholder {
        case .specimen: result.specimen
        case .test: result.test
        case .text: result.text
        case .unit: result.unit
        case .dilution: result.dilution
        case .replicate: result.replicate
        case .instrument: result.instrument
        case .name: names[result.test] ?? result.test
        default: ""
        }
    }

    private func flags(of result: AssayResult) -> [UInt8] {
        let divider = reads.flagComponents ? delimiters.component : delimiters.repeat
        let encoded = result.flags.map { Escapes.encoded(bytes($0), delimiters) }
        return Array(encoded.joined(separator: [divider ?? 0x5C]))
    }

    private func bytes(_ text: String) -> [UInt8] { reads.encoding.bytes(of: text) }
}
