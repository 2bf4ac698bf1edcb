/// One walk over a message's records: the records in hand and what was found so far.
struct ReadingPass: ~Copyable {
    let plan: ReadingPlan
    var records = RecordTable()
    private var isInMessage = false
    /// True when comments belong to the last result.
    private var commentsResult = false

    private(set) var results: [AssayResult] = []
    private(set) var queries: [Query] = []
    private(set) var defects: [Defect] = []

    init(_ plan: ReadingPlan) { self.plan = plan }

    /// Reads the whole `text` of `message`.
    mutating func read(_ text: Span<UInt8>, of message: borrowing Message) {
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
            var result = AssayResult()
            result.isComplete = message.isComplete
            result.bytes = message.lineRange(of: records.range)
            fill(&result, from: text)
            results.append(result)
            commentsResult = true
        case UInt8(ascii: "C"): takeComment(of: text)
        case UInt8(ascii: "Q"):
            commentsResult = false
            let bytes = message.lineRange(of: records.range)
            queries.append(
                Query(
                    specimen: string(plan.querySpecimen, of: text),
                    tests: string(plan.queryTests, of: text),
                    status: string(plan.queryStatus, of: text), bytes: bytes))
        case UInt8(ascii: "M"): break  // The maker's own: belongs to the record before it.
        case UInt8(ascii: "H"), UInt8(ascii: "P"), UInt8(ascii: "O"), UInt8(ascii: "L"),
            UInt8(ascii: "S"):
            commentsResult = false
        default: defects.append(.unknownRecord)
        }
    }

    private mutating func takeComment(of text: Span<UInt8>) {
        guard commentsResult else { return }
        let comment = string(plan.comment, of: text)
        guard !comment.isEmpty, !plan.noComment.contains(comment) else { return }
        results[results.count - 1].comments.append(comment)
    }
}

extension ReadingPass {
    /// What the first of `locators` holds that is not empty.
    func first(of locators: [FieldLocator], in text: Span<UInt8>) -> FieldPlace {
        for locator in locators {
            let place = records.place(locator, in: text)
            if !place.range.isEmpty { return place }
        }
        return FieldPlace()
    }

    /// The text of the first of `locators` that is not empty.
    func string(_ locators: [FieldLocator], of text: Span<UInt8>) -> String {
        string(first(of: locators, in: text), of: text)
    }

    /// The text of a place, its escapes decoded.
    func string(_ place: FieldPlace, of text: Span<UInt8>) -> String {
        FieldText.string(
            place, of: text, dividedBy: records.delimiters, encoding: plan.encoding)
    }
}
