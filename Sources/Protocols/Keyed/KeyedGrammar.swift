/// Results whose fields have names: one meaning of a value for every way of writing names down.
struct KeyedGrammar: MessageGrammar {
    /// Takes a message's text apart into named fields, given the names of those that name a test.
    typealias Parser = @Sendable (Message, [String]) -> KeyedMessage

    private let reads: Dialect.Reading
    private let analytes: [String: Dialect.Assay]
    private let rules: RoleRules
    private let keys: [ReadingPlan.Field: [String]]
    private let clock: [String]
    private let parse: Parser

    /// The fields that `dialect` names, as `parse` finds them.
    init(_ dialect: Dialect, parse: @escaping Parser) {
        reads = dialect.reads
        analytes = dialect.analytes
        rules = RoleRules(reads.roles)
        keys = Dictionary(
            uniqueKeysWithValues: ReadingPlan.Field.allCases.map {
                ($0, dialect.reads.places(of: $0).compactMap(\.key))
            })
        clock = dialect.reads.labels.clock.compactMap(\.key)
        self.parse = parse
    }

    func read(_ message: Message) -> MessageReader.Contents {
        let parsed = parse(message, keys[.test] ?? [])
        var contents = MessageReader.Contents()
        contents.results = parsed.entries.map { result(of: $0, in: message) }
        contents.defects = parsed.defects
        contents.badRows = parsed.badRows
        contents.reply = parsed.reply
        contents.isTraining = parsed.entries.contains {
            reads.training.contains(string(.processing, of: $0))
        }
        return contents
    }

    private func result(of entry: KeyedEntry, in message: Message) -> AssayResult {
        var result = AssayResult()
        result.specimen = string(.specimen, of: entry)
        result.position = string(.position, of: entry)
        result.test = code(string(.test, of: entry))
        let name = code(string(.testName, of: entry))
        result.analyte = (analytes[result.test] ?? analytes[name])?.analyte
        result.dilution = string(.dilution, of: entry)
        result.replicate = string(.replicate, of: entry)
        result.instrument = string(.instrument, of: entry)
        result.status = string(.status, of: entry)
        result.isResent = reads.resentStatus.contains(result.status)
        result.isCancelled = reads.cancelledStatus.contains(result.status)
        result.flags = texts(.flags, of: entry)
        result.comments = texts(.comment, of: entry).filter { !reads.noComment.contains($0) }
        result.time = time(of: entry)
        result.isComplete = message.isComplete
        result.bytes = message.lineRange(of: entry.range)
        fillValue(of: &result, from: entry)
        return result
    }

    private func fillValue(of result: inout AssayResult, from entry: KeyedEntry) {
        var value = entry.text(of: keys[.value] ?? [])
        let unit = entry.text(of: keys[.unit] ?? [])
        var suffix: [UInt8] = []
        if reads.labels.unitInValue { (value, suffix) = Self.divided(value) }
        let text = string(value)
        result.unit = string(unit.isEmpty ? suffix : unit)
        if reads.labels.eitherMark {
            value = value.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
        }
        let reading = AssayResult.Reading(
            PrintedValue(value.span, as: reads.numbers), text: text,
            ruled: rules.role { entry.text(of: [$0]) },
            flagBound: result.flags.lazy.compactMap { reads.boundFlags[$0] }.first,
            isQualitative: false,
            isNoValue: reads.noValue.contains { $0.lowercased() == text.lowercased() },
            saysNoValue: reads.noValueStatus.contains(result.status))
        (result.text, result.value) = (reading.text, reading.value)
        (result.bound, result.role) = (reading.bound, reading.role)
    }

    /// A number with its bound, and the unit behind it; words as a whole.
    private static func divided(_ value: [UInt8]) -> (number: [UInt8], unit: [UInt8]) {
        let bounds = value.prefix { $0 == 0x20 || (0x3C...0x3E).contains($0) }
        let number = value.dropFirst(bounds.count).prefix {
            (0x2B...0x39).contains($0) && $0 != 0x2F
        }
        guard number.contains(where: { (0x30...0x39).contains($0) }) else { return (value, []) }
        let end = number.endIndex
        return (Array(value[..<end]), Array(value[end...].drop { $0 == 0x20 }))
    }

    private func time(of entry: KeyedEntry) -> UInt64 {
        let clock = entry.text(of: clock)
        for key in keys[.measured] ?? [] {
            let date = entry.text(of: [key])
            let text = clock.isEmpty || date.isEmpty ? date : date + [0x20] + clock
            let digits = LocalTime.packed(text.span)
            let time = digits != 0 ? digits : PrintedTime(text, in: reads.labels.dates).packed
            if time != 0 { return time }
        }
        return 0
    }

    /// The test's code without the mark before it.
    private func code(_ text: String) -> String {
        guard !reads.labels.testMark.isEmpty, text.hasPrefix(reads.labels.testMark) else {
            return text
        }
        return String(text.dropFirst(reads.labels.testMark.count))
    }

    private func string(_ field: ReadingPlan.Field, of entry: KeyedEntry) -> String {
        string(entry.text(of: keys[field] ?? []))
    }

    /// What each of the field's names holds that holds something.
    private func texts(_ field: ReadingPlan.Field, of entry: KeyedEntry) -> [String] {
        (keys[field] ?? []).map { string(entry.text(of: [$0])) }.filter { !$0.isEmpty }
    }

    private func string(_ bytes: [UInt8]) -> String {
        FieldText.string(bytes.span, encoding: reads.encoding)
    }
}
