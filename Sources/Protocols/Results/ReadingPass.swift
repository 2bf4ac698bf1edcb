/// One walk over a message's records: the records in hand and what was found so far.
struct ReadingPass: ~Copyable {
    let plan: ReadingPlan
    var records = RecordTable()
    private var isInMessage = false
    /// What was found in earlier results, of other messages too.
    private(set) var known: KnownContexts
    /// Those of the last result, for the other results of the tube.
    private var specimen = ""
    private var seldom: AssayResult.Seldom?
    /// True when the next result may be of another tube.
    private var specimenIsStale = true
    /// True when comments belong to the last result.
    private var commentsResult = false

    private(set) var results: [AssayResult] = []
    private(set) var queries: [Query] = []
    private(set) var defects: [Defect] = []
    private(set) var isTraining = false

    /// The plan's places, held here for the whole pass.
    private let locators: [FieldLocator]
    private let starts: [Int]

    private let contextFields: [FieldLocator]

    init(_ plan: ReadingPlan, knowing known: consuming KnownContexts) {
        self.plan = plan
        self.known = known
        (locators, starts) = (plan.locators, plan.starts)
        contextFields = plan.contextFields
    }

    /// Reads the whole `text` of `message`.
    mutating func read(_ text: Span<UInt8>, of message: borrowing Message) {
        // A result record with its comments is longer than this, so the list seldom grows.
        results.reserveCapacity(text.count / 96 + 1)
        while let letter = records.next(in: text) {
            if !isInMessage, letter != UInt8(ascii: "H") { defects.append(.noHeader) }
            isInMessage = true
            take(letter, of: text, in: message)
        }
    }

    private mutating func take(
        _ letter: UInt8, of text: Span<UInt8>, in message: borrowing Message
    ) {
        switch letter {
        case UInt8(ascii: "R"):
            takeResult(of: text, in: message)
            commentsResult = true
        case UInt8(ascii: "C"): takeComment(of: text)
        case UInt8(ascii: "Q"):
            commentsResult = false
            queries.append(query(of: text, at: message.lineRange(of: records.range)))
        case UInt8(ascii: "M"): break  // The maker's own: belongs to the record before it.
        case UInt8(ascii: "H"):
            commentsResult = false
            specimenIsStale = true
            if plan.training.contains(string(.processing, of: text)) { isTraining = true }
        case UInt8(ascii: "P"), UInt8(ascii: "O"), UInt8(ascii: "L"), UInt8(ascii: "S"):
            commentsResult = false
            specimenIsStale = true
        default: defects.append(.unknownRecord)
        }
    }

    private mutating func takeResult(of text: Span<UInt8>, in message: borrowing Message) {
        if specimenIsStale {
            known.keep(for: records)
            specimen = string(.specimen, of: text)
            let fields = AssayResult.Seldom.Fields(
                position: string(.position, of: text), isComplete: message.isComplete)
            seldom = fields == AssayResult.Seldom.Fields() ? nil : AssayResult.Seldom(fields)
            specimenIsStale = plan.specimenIsInResult
        }
        if !known.find(contextFields, in: records, of: text) {
            known.add(context(of: text), contextFields, in: records, of: text)
        }
        let reading = reading(
            of: text, bound: known.last.bound, saysNoValue: known.last.saysNoValue)
        var result = AssayResult(
            context: known.last.context, seldom: seldom, specimen: specimen, reading: reading,
            time: time(of: text), bytes: message.lineRange(of: records.range))
        if let code = qualitative(of: text) { result.qualitative = code }
        results.append(consume result)
    }

    private mutating func takeComment(of text: Span<UInt8>) {
        guard commentsResult else { return }
        let comment = string(.comment, of: text)
        guard !comment.isEmpty, !plan.noComment.contains(comment) else { return }
        results[results.count - 1].comments.append(comment)
    }
}

extension ReadingPass {
    /// Where the places of `field` are in the plan's list.
    @inline(__always)
    func places(of field: ReadingPlan.Field) -> Range<Int> {
        starts[field.rawValue]..<starts[field.rawValue &+ 1]
    }

    /// The place in the plan's list with this number.
    @inline(__always)
    func locator(_ index: Int) -> FieldLocator { locators[index] }

    /// What the first place of `field` holds that is not empty.
    @inline(__always)
    func first(of field: ReadingPlan.Field, in text: Span<UInt8>) -> FieldPlace {
        for index in places(of: field) {
            let place = records.place(locators[index], in: text)
            if !place.range.isEmpty { return place }
        }
        return FieldPlace()
    }

    /// The text of the first place of `field` that is not empty.
    func string(_ field: ReadingPlan.Field, of text: Span<UInt8>) -> String {
        string(first(of: field, in: text), of: text)
    }

    /// The text of a place, its escapes decoded.
    func string(_ place: FieldPlace, of text: Span<UInt8>) -> String {
        FieldText.string(
            place, of: text, dividedBy: records.delimiters, encoding: plan.encoding)
    }
}
