/// A walk over one message's records after the other: what is in hand and what was found so far.
struct ReadingPass: Sendable {
    private let plan: ReadingPlan
    /// The room of the last message's table, for the next one.
    private var cells: [Int32] = []
    private var isInMessage = false
    /// What was found in earlier results, of other messages too.
    private var known = KnownContexts()
    /// Those of the last result, for the other results of the tube.
    private var specimen = ""
    private var seldom: AssayResult.Seldom?
    /// True when the next result may be of another tube.
    private var specimenIsStale = true
    /// The last comment alone: an analyzer says the same of many results, which then share it.
    private var remark: [String] = []
    /// True when comments belong to the last result.
    private var commentsResult = false
    /// True when a record of the maker's own behind the order says that it is control material.
    private var isControl = false
    /// Where the message's last result was found on the line.
    private var piece = 0
    private var found = MessageReader.Contents()

    init(_ plan: ReadingPlan) { self.plan = plan }

    /// What `message` holds.
    mutating func read(_ message: Message) -> MessageReader.Contents {
        let text = message.text.span
        var records = RecordTable(in: exchange(&cells, with: []))
        (isInMessage, piece) = (false, 0)
        endOrder()
        // A result record with its comments is longer than this, so the list seldom grows.
        found.results.reserveCapacity(text.count / 96 + 1)
        while let letter = records.next(in: text) {
            if !isInMessage, letter != UInt8(ascii: "H") { found.defects.append(.noHeader) }
            isInMessage = true
            take(letter, in: records, of: text, in: message)
        }
        cells = records.end()
        return exchange(&found, with: MessageReader.Contents())
    }

    private mutating func take(
        _ letter: UInt8, in records: borrowing RecordTable, of text: Span<UInt8>,
        in message: borrowing Message
    ) {
        switch letter {
        case UInt8(ascii: "R"):
            takeResult(in: records, of: text, in: message)
            commentsResult = true
        case UInt8(ascii: "C"): takeComment(in: records, of: text)
        case UInt8(ascii: "Q"):
            commentsResult = false
            let bytes = message.lineRange(of: records.range, from: &piece)
            found.queries.append(plan.query(in: records, of: text, at: bytes))
        case UInt8(ascii: "M"): takeMakers(in: records, of: text)
        case UInt8(ascii: "H"):
            endOrder()
            let processing = plan.string(.processing, in: records, of: text)
            if plan.training.contains(processing) { found.isTraining = true }
        case UInt8(ascii: "P"), UInt8(ascii: "O"), UInt8(ascii: "L"), UInt8(ascii: "S"):
            endOrder()
        default: found.defects.append(.unknownRecord)
        }
    }

    private mutating func takeResult(
        in records: borrowing RecordTable, of text: Span<UInt8>, in message: borrowing Message
    ) {
        if specimenIsStale { takeSpecimen(in: records, of: text, isComplete: message.isComplete) }
        if !known.find(plan, in: records, of: text) {
            known.add(plan.context(in: records, of: text))
        }
        found.results.append(
            AssayResult(
                context: known.last.context, seldom: seldom, specimen: specimen,
                reading: plan.reading(
                    in: records, of: text, bound: known.last.bound,
                    saysNoValue: known.last.saysNoValue),
                time: plan.time(in: records, of: text),
                bytes: message.lineRange(of: records.range, from: &piece)))
        let last = found.results.count - 1
        if let code = plan.qualitative(in: records, of: text) {
            found.results[last].qualitative = code
        }
        if isControl { found.results[last].role = .control }
    }

    /// Takes what a record of the maker's own says of control material, and no more.
    ///
    /// It belongs to the record before it: a result, or the order of the results behind it.
    private mutating func takeMakers(in records: borrowing RecordTable, of text: Span<UInt8>) {
        guard plan.rules.readMakers, plan.rules.role(in: records, of: text) == .control else {
            return
        }
        if commentsResult {
            found.results[found.results.count - 1].role = .control
        } else {
            isControl = true
        }
    }

    /// What follows belongs to another order, or to none.
    private mutating func endOrder() {
        (commentsResult, specimenIsStale, isControl) = (false, true, false)
    }

    private mutating func takeSpecimen(
        in records: borrowing RecordTable, of text: Span<UInt8>, isComplete: Bool
    ) {
        known.keep(for: records)
        specimen = plan.string(.specimen, in: records, of: text)
        let fields = AssayResult.Seldom.Fields(
            position: plan.string(.position, in: records, of: text), isComplete: isComplete)
        seldom = fields == AssayResult.Seldom.Fields() ? nil : AssayResult.Seldom(fields)
        specimenIsStale = plan.specimenIsInResult
    }

    private mutating func takeComment(
        in records: borrowing RecordTable, of text: Span<UInt8>
    ) {
        guard commentsResult else { return }
        let comment = plan.string(.comment, in: records, of: text)
        guard !comment.isEmpty, !plan.noComment.contains(comment) else { return }
        let last = found.results.count - 1
        if found.results[last].comments.isEmpty {
            if remark.first != comment { remark = [comment] }
            found.results[last].comments = remark
        } else {
            found.results[last].comments.append(comment)
        }
    }
}
