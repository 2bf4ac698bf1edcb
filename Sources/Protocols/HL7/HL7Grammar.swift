/// Messages of HL7 version 2: results of ORU and OUL, queries of QBP and QRY, and the
/// acknowledgement of each message.
///
/// A block usually holds one message; each MSH in it begins another. What is read is the standard
/// of version 2.5.1, of which the others are parts or which they only add to.
struct HL7Grammar: MessageGrammar {
    private let plan: ReadingPlan
    private let rows: SegmentRows
    /// The types of messages whose queries are answered by orders, and so not acknowledged.
    private let answered: [String]

    /// The messages that `dialect` describes.
    init(_ dialect: Dialect) {
        let rows = SegmentRows(dialect.reads.allPaths)
        self.rows = rows
        plan = ReadingPlan(dialect, locate: rows.locator)
        let writer = try? OrderWriter(dialect)
        answered = writer == nil ? [] : dialect.orders?.queries ?? []
    }

    func read(_ message: Message) -> MessageReader.Contents {
        let text = message.text.span
        let segments = Segment.all(of: text)
        var contents = MessageReader.Contents()
        let starts = segments.indices.filter { segments[$0].name == Segment.msh }
        let isBatch = { (segment: Segment) in Segment.batch.contains(segment.name) }
        if !segments.prefix(starts.first ?? segments.count).allSatisfy(isBatch) || starts.isEmpty {
            contents.defects.append(.noHeader)
        }
        if starts.isEmpty { contents.reply = Acknowledgement.unreadable }
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : segments.count
            read(segments[start..<end], of: message, into: &contents)
        }
        return contents
    }

    /// Reads one message from its header on.
    private func read(
        _ segments: ArraySlice<Segment>, of message: Message,
        into contents: inout MessageReader.Contents
    ) {
        let text = message.text.span
        guard let first = segments.first, let header = HL7Header(first.range, of: text) else {
            contents.defects.append(.noHeader)
            contents.reply += Acknowledgement.unreadable
            return
        }
        let judgement = HL7Judgement(of: header, segments, in: text)
        let isAnswered =
            judgement == .query
            && answered.contains(HL7Judgement.type(of: header, in: text))
        if !isAnswered {
            var acknowledgement = Acknowledgement(of: header, in: message.text)
            contents.reply += acknowledgement.blocks(for: judgement)
        }
        if judgement.isRefused { contents.defects.append(.unsupportedMessage) }
        guard judgement == .results || judgement == .query else { return }
        // MSH-11, wherever a shifted header has it (table 0103).
        let processing = HL7Judgement.word(header.processing, of: header, in: text)
        if plan.training.contains(processing) { contents.isTraining = true }
        let encoding = header.encoding(in: text) ?? plan.encoding
        let pass = Self.pass(over: segments, of: message, header, plan, rows, encoding)
        contents.results += pass.results
        for (index, var query) in pass.queries.enumerated() {
            if isAnswered {
                query.origin = MessageOrigin(
                    of: header, query: segments.filter(\.asks).map(\.range),
                    earlier: index * OrderWriter.messageLimit, in: text, encoding: encoding)
            }
            contents.queries.append(query)
        }
        contents.defects += pass.defects
    }

    /// What `segments` hold; those in a wide character set are looked at in UTF-8.
    private static func pass(
        over segments: ArraySlice<Segment>, of message: Message, _ header: HL7Header,
        _ plan: ReadingPlan, _ rows: SegmentRows, _ encoding: Dialect.Encoding
    ) -> SegmentPass {
        var (message, segments, encoding) = (message, segments, encoding)
        if encoding.isWide, let first = segments.first?.range, let last = segments.last?.range {
            message = message.part(first.lowerBound..<last.upperBound).inUTF8(from: encoding)
            segments = Segment.all(of: message.text.span)[...]
            encoding = .utf8
        }
        var pass = SegmentPass(
            segments, plan, rows, delimiters: header.delimiters, encoding: encoding)
        pass.read(message.text.span, of: message)
        return pass
    }
}
