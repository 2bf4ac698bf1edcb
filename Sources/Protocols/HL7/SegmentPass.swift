/// One walk over the segments of a message: what is in hand and what was found so far.
///
/// Who belongs to whom follows from the order of segments, which differs by message:
///
///     OUL^R22   SPM [SAC] { OBR [ORC] { OBX [TCD] {NTE} } }         the specimen leads
///     ORU^R01   [ORC] OBR { OBX {NTE} } [SPM]                       the specimen may trail
///
/// So the specimen leads where an SPM stands before the first OBR; else it belongs to the OBR
/// before it, for the results in between too. A segment that is not named here belongs to
/// the one before it.
struct SegmentPass: ~Copyable {
    let plan: ReadingPlan
    let rows: SegmentRows
    var table: SegmentTable
    /// The character set of the message.
    let encoding: Dialect.Encoding

    private let segments: ArraySlice<Segment>
    private let specimenLeads: Bool
    private var depth = 0
    /// True when a result has come since the last order.
    private var orderIsUsed = false
    /// The OBX whose result is not read yet, since segments behind it may belong to it.
    private var due: Segment?
    private var comments: [String] = []

    private(set) var results: [AssayResult] = []
    private(set) var queries: [Query] = []
    private(set) var defects: [Defect] = []

    /// A pass over `segments`, the first of which is the header.
    init(
        _ segments: ArraySlice<Segment>, _ plan: ReadingPlan, _ rows: SegmentRows,
        delimiters: Delimiters, encoding: Dialect.Encoding
    ) {
        (self.segments, self.plan, self.rows, self.encoding) = (segments, plan, rows, encoding)
        table = SegmentTable(rows: rows.names.count)
        table.begin(delimiters)
        let first = segments.first { $0.name == Segment.spm || $0.name == Segment.obr }
        specimenLeads = first?.name == Segment.spm
    }

    /// Reads all of it.
    mutating func read(_ text: Span<UInt8>, of message: borrowing Message) {
        for index in segments.indices {
            take(segments[index], at: index, of: text, in: message)
        }
        finish(text, in: message)
    }

    private mutating func take(
        _ segment: Segment, at index: Int, of text: Span<UInt8>, in message: borrowing Message
    ) {
        switch segment.name {
        case 0: defects.append(.unknownRecord)
        case Segment.nte where due != nil: takeComment(segment, of: text)
        case Segment.qpd, Segment.qrd:
            finish(text, in: message)
            store(segment, depth: depth + 1, of: text)
            takeQuery(segment, of: text, in: message)
        default:
            guard let level = depth(of: segment.name) else {
                store(segment, depth: depth + 1, of: text)
                return
            }
            finish(text, in: message)
            enter(segment, at: level, of: text)
            if segment.name == Segment.obr, !specimenLeads { takeSpecimen(behind: index, of: text) }
        }
    }

    /// How deep segments of this name stand; nil for those that belong to what is before them.
    private func depth(of name: UInt32) -> Int? {
        switch name {
        case Segment.msh: 0
        case Segment.pid: 10
        case Segment.spm: specimenLeads ? 20 : 30
        case Segment.sac: specimenLeads ? 30 : 40
        case Segment.orc, Segment.obr: specimenLeads ? 40 : 20
        case Segment.obx: 60
        default: nil
        }
    }

    private mutating func enter(_ segment: Segment, at level: Int, of text: Span<UInt8>) {
        let isOrder = segment.name == Segment.obr || segment.name == Segment.orc
        if isOrder, orderIsUsed {
            // ORC stands before its OBR or behind it: whichever comes first begins the next one.
            table.forget(below: level - 1)
            orderIsUsed = false
        } else {
            table.forget(below: level)
        }
        store(segment, depth: level, of: text)
        depth = level
        if segment.name == Segment.obx { (due, orderIsUsed) = (segment, true) }
    }

    private mutating func store(_ segment: Segment, depth: Int, of text: Span<UInt8>) {
        guard let row = rows.row(of: segment.name) else { return }
        table.take(segment.range.lowerBound, into: row, depth: depth, of: text)
    }

    /// Takes the specimen of an order that comes behind its results.
    private mutating func takeSpecimen(behind order: Int, of text: Span<UInt8>) {
        var hasSpecimen = false
        for segment in segments[(order + 1)...] {
            switch segment.name {
            case Segment.obr, Segment.pid: return
            case Segment.spm where hasSpecimen: return
            case Segment.spm:
                hasSpecimen = true
                store(segment, depth: 30, of: text)
            case Segment.sac: store(segment, depth: 40, of: text)
            default: break
            }
        }
    }

    private mutating func takeComment(_ segment: Segment, of text: Span<UInt8>) {
        store(segment, depth: 70, of: text)
        let comment = string(.comment, of: text)
        guard !comment.isEmpty, !plan.noComment.contains(comment) else { return }
        comments.append(comment)
    }

    private mutating func takeQuery(
        _ segment: Segment, of text: Span<UInt8>, in message: borrowing Message
    ) {
        let subject = Query.Subject(
            specimen: string(.querySpecimen, of: text),
            position: segment.name == Segment.qpd ? carrier(of: text) : "")
        queries.append(
            Query(
                subjects: [subject], tests: string(.queryTests, of: text),
                status: string(.queryStatus, of: text),
                bytes: message.lineRange(of: segment.range)))
    }

    /// Carrier and position of the query in hand (QPD-4 and 5), as the order gives them back in
    /// SAC-10 and 11; empty when there is none.
    private func carrier(of text: Span<UInt8>) -> String {
        guard let row = rows.row(of: Segment.qpd) else { return "" }
        // A row's first cell is the segment's name.
        let parts = [5, 6].map { cell in
            let place = table.place(FieldLocator(cell: cell, row: row), in: text)
            let part = place.range.isEmpty ? "" : string(place, of: text)
            return part.filter { !$0.isNewline && !#"|^~\&"#.contains($0) }
        }
        return parts[0].isEmpty ? "" : parts.joined(separator: "|")
    }

    /// Reads the result that is due, now that everything that belongs to it has come.
    private mutating func finish(_ text: Span<UInt8>, in message: borrowing Message) {
        guard let segment = due else { return }
        due = nil
        var result = result(of: text)
        result.bytes = message.lineRange(of: segment.range)
        result.isComplete = message.isComplete
        result.comments = comments
        comments = []
        results.append(result)
    }
}
