/// One walk over a message's records: the family in hand and what was found so far.
struct ReadingPass {
    private let reads: Dialect.Reading
    private let analytes: [String: String]
    private let rules: RoleRules
    private var family = Family()
    private var format: FieldText
    private var hasHeader = false
    /// The record that comments belong to is the last result.
    private var commentsResult = false

    private(set) var results: [AssayResult] = []
    private(set) var queries: [Query] = []
    private(set) var defects: [Defect] = []

    init(reads: Dialect.Reading, analytes: [String: String], rules: RoleRules) {
        self.reads = reads
        self.analytes = analytes
        self.rules = rules
        format = FieldText(delimiters: .standard, encoding: reads.encoding)
    }

    /// Takes the next record.
    mutating func take(
        _ record: Record, dividedBy delimiters: Delimiters, of text: Span<UInt8>,
        in message: borrowing Message
    ) {
        if !hasHeader, record.letter != UInt8(ascii: "H") { defects.append(.noHeader) }
        hasHeader = true
        if record.letter == UInt8(ascii: "H") {
            family.delimiters = delimiters
            format = FieldText(delimiters: delimiters, encoding: reads.encoding)
        }
        family.take(record)
        switch record.letter {
        case UInt8(ascii: "R"):
            let result = result(of: text, complete: message.isComplete)
            results.append(result)
            results[results.count - 1].bytes = message.lineRange(of: record.range)
            commentsResult = true
        case UInt8(ascii: "C"): takeComment(of: text)
        case UInt8(ascii: "Q"): takeQuery(of: text, at: message.lineRange(of: record.range))
        case UInt8(ascii: "M"): break  // The maker's own: belongs to the record before it.
        case UInt8(ascii: "H"), UInt8(ascii: "P"), UInt8(ascii: "O"), UInt8(ascii: "L"),
            UInt8(ascii: "S"):
            commentsResult = false
        default: defects.append(.unknownRecord)
        }
    }

    private mutating func takeComment(of text: Span<UInt8>) {
        guard commentsResult else { return }
        let comment = string(reads.comment, of: text)
        guard !comment.isEmpty, !reads.noComment.contains(comment) else { return }
        results[results.count - 1].comments.append(comment)
    }

    private mutating func takeQuery(of text: Span<UInt8>, at bytes: Range<Int>) {
        commentsResult = false
        queries.append(
            Query(
                specimen: string(reads.querySpecimen, of: text),
                tests: string(reads.queryTests, of: text),
                status: string(reads.queryStatus, of: text), bytes: bytes))
    }

    private func string(_ paths: [FieldPath], of text: Span<UInt8>) -> String {
        guard !paths.isEmpty else { return "" }
        let place = family.first(of: paths, in: text)
        return format.string(place.range, of: text, isPlain: place.isPlain)
    }
}

extension ReadingPass {
    private func result(of text: Span<UInt8>, complete: Bool) -> AssayResult {
        var result = AssayResult()
        result.isComplete = complete
        result.specimen = string(reads.specimen, of: text)
        result.position = string(reads.position, of: text)
        result.test = string(reads.test, of: text)
        result.analyte =
            analytes[result.test]
            ?? (reads.testName.isEmpty ? nil : analytes[string(reads.testName, of: text)])
        result.unit = string(reads.unit, of: text)
        result.flags = flags(of: text)
        result.status = string(reads.status, of: text)
        result.measured = measured(of: text)
        result.dilution = string(reads.dilution, of: text)
        result.replicate = string(reads.replicate, of: text)
        result.instrument = string(reads.instrument, of: text)
        result.isResent = statuses(of: text, contain: reads.resentStatus)
        readValue(of: text, into: &result)
        return result
    }

    private func flags(of text: Span<UInt8>) -> [String] {
        let place = family.first(of: reads.flags, in: text)
        guard !place.range.isEmpty else { return [] }
        let divider = reads.flagComponents ? family.delimiters.component : nil
        var flags: [String] = []
        func add(_ range: Range<Int>) {
            let trimmed = FieldText.trimmed(range, of: text)
            guard !trimmed.isEmpty else { return }
            flags.append(format.string(trimmed, of: text, isPlain: place.isPlain))
        }
        var start = place.range.lowerBound
        for index in place.range
        where text[index] == family.delimiters.repeat || text[index] == divider {
            add(start..<index)
            start = index + 1
        }
        add(start..<place.range.upperBound)
        return flags
    }

    private func measured(of text: Span<UInt8>) -> String? {
        for path in reads.measured {
            let range = family.place(of: path, in: text).range
            if let time = LocalTime.iso8601(text.extracting(range)) { return time }
        }
        return nil
    }

    private func statuses(of text: Span<UInt8>, contain wanted: [String]) -> Bool {
        guard let path = reads.status.first else { return false }
        return family.any(of: path, in: text) { range in
            wanted.contains { word in
                word.utf8.count == range.count
                    && zip(word.utf8, range).allSatisfy { $0 == text[$1] }
            }
        }
    }

    /// Reads the value field and decides what the record means.
    private func readValue(of text: Span<UInt8>, into result: inout AssayResult) {
        guard let path = reads.value.first else { return }
        let field = family.field(path, in: text)
        result.text = format.string(field.range, of: text, isPlain: field.isPlain)
        var range = family.first(of: reads.value, in: text).range
        if reads.qualitativeFirst, let code = component(1, of: range, in: text) {
            result.qualitative = format.string(code, of: text, isPlain: field.isPlain)
            range = component(2, of: range, in: text) ?? range.upperBound..<range.upperBound
        }
        let printed = PrintedValue(text.extracting(range), as: reads.numbers)
        var role = rules.role(in: family, of: text) ?? .result
        switch printed {
        case .number(let number, let bound):
            result.value = number
            result.bound = bound ?? self.bound(among: result.flags)
        case .words where isNoValue(range, of: text): role = RoleRules.stronger(role, .none)
        case .words: role = RoleRules.stronger(role, .interpretation)
        case .blank where result.qualitative?.isEmpty == false:
            role = RoleRules.stronger(role, .interpretation)
        case .blank: role = RoleRules.stronger(role, .none)
        }
        if statuses(of: text, contain: reads.noValueStatus) {
            role = RoleRules.stronger(role, .none)
            (result.value, result.bound) = (nil, nil)
        }
        if role == .interpretation || role == .attachment {
            (result.value, result.bound) = (nil, nil)
        }
        result.role = role
    }

    private func component(
        _ number: Int, of range: Range<Int>, in text: Span<UInt8>
    ) -> Range<Int>? {
        guard range.contains(where: { text[$0] == family.delimiters.component }) else {
            return nil
        }
        return family.pieces(
            number...number, of: range, dividedBy: family.delimiters.component, in: text)
    }

    private func bound(among flags: [String]) -> AssayResult.Bound? {
        for flag in flags {
            if let bound = reads.boundFlags[flag] { return bound }
        }
        return nil
    }

    private func isNoValue(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
        reads.noValue.contains { word in
            word.utf8.count == range.count
                && zip(word.utf8, range).allSatisfy { Self.folded($0) == Self.folded(text[$1]) }
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    }
}
