/// One walk over a message's records: the records in hand and what was found so far.
struct ReadingPass: ~Copyable {
    let plan: ReadingPlan
    var records = RecordTable()
    private var isInMessage = false
    /// What the next result must be read anew for, whatever its bytes, as
    /// ``FieldLocator/dependence``.
    private var stale = UInt64.max
    /// What was found in the last result, and what its flags and status say of a value.
    private var context = AssayResult.Context.none
    var flagBound: AssayResult.Bound?
    var saysNoValue = false
    /// True when comments belong to the last result.
    private var commentsResult = false

    private(set) var results: [AssayResult] = []
    private(set) var queries: [Query] = []
    private(set) var defects: [Defect] = []

    /// The plan's places, held here for the whole pass.
    private let locators: [FieldLocator]
    private let starts: [Int]

    init(_ plan: ReadingPlan) {
        self.plan = plan
        (locators, starts) = (plan.locators, plan.starts)
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
            stale = .max
        case UInt8(ascii: "P"), UInt8(ascii: "O"), UInt8(ascii: "L"), UInt8(ascii: "S"):
            commentsResult = false
            stale |= 1
        default: defects.append(.unknownRecord)
        }
    }

    /// Results in a row differ in few fields: what is the same as in the last one is kept from it.
    private mutating func takeResult(of text: Span<UInt8>, in message: borrowing Message) {
        if stale != .max { stale |= records.changes(among: plan.contextDependence, in: text) }
        if stale & plan.contextDependence != 0 {
            var fields = context.fields
            update(&fields, from: text)
            context = AssayResult.Context(fields)
        }
        stale = 0
        var result = AssayResult(
            context: context, time: time(of: text), isComplete: message.isComplete,
            bytes: message.lineRange(of: records.range))
        fillValue(of: &result, from: text)
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
    /// True when `field` is not as it was in the last result.
    @inline(__always)
    func isStale(_ field: ReadingPlan.Field) -> Bool {
        plan.dependences[field.rawValue] & stale != 0
    }

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
