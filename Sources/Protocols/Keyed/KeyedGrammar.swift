/// Results whose fields have names: one meaning of a value for every way of writing names down.
struct KeyedGrammar: MessageGrammar {
    /// Takes a message's text apart into named fields, given the names of those that name a test.
    typealias Parser = @Sendable (Message, [String]) -> KeyedMessage

    private let reads: Dialect.Reading
    private let analytes: [String: Dialect.Assay]
    private let rules: RoleRules
    /// The names of each kind of field, in the order of the kinds.
    private let keys: [[String]]
    private let clock: [String]
    private let parse: Parser

    /// The fields that `dialect` names, as `parse` finds them.
    init(_ dialect: Dialect, parse: @escaping Parser) {
        reads = dialect.reads
        analytes = dialect.analytes
        rules = RoleRules(reads.roles)
        keys = ReadingPlan.Field.allCases.map { dialect.reads.places(of: $0).compactMap(\.key) }
        clock = dialect.reads.labels.clock.compactMap(\.key)
        self.parse = parse
    }

    func read(_ message: Message) -> MessageReader.Contents {
        let parsed = parse(message, names(of: .test))
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
        // The value field may hold the unit too.
        var value = entry.text(of: names(of: .value))
        var suffix: [UInt8] = []
        if reads.labels.unitInValue { (value, suffix) = Self.divided(value) }
        let fields = contextFields(of: entry, unitInValue: suffix)
        var result = AssayResult(
            context: AssayResult.Context(fields), seldom: nil,
            specimen: string(.specimen, of: entry),
            reading: reading(of: value, in: entry, fields), time: time(of: entry),
            bytes: message.lineRange(of: entry.range))
        result.comments = texts(.comment, of: entry).filter { !reads.noComment.contains($0) }
        result.position = string(.position, of: entry)
        result.isComplete = message.isComplete
        return result
    }

    private func contextFields(
        of entry: KeyedEntry, unitInValue suffix: [UInt8]
    ) -> AssayResult.Context.Fields {
        var fields = AssayResult.Context.Fields()
        fields.test = code(string(.test, of: entry))
        let name = code(string(.testName, of: entry))
        fields.analyte = (analytes[fields.test] ?? analytes[name])?.analyte
        fields.dilution = string(.dilution, of: entry)
        fields.replicate = string(.replicate, of: entry)
        fields.instrument = string(.instrument, of: entry)
        fields.status = string(.status, of: entry)
        fields.isResent = reads.resentStatus.contains(fields.status)
        fields.isCancelled = reads.cancelledStatus.contains(fields.status)
        fields.flags = texts(.flags, of: entry)
        let unit = entry.text(of: names(of: .unit))
        fields.unit = string(unit.isEmpty ? suffix : unit)
        return fields
    }

    private func reading(
        of value: [UInt8], in entry: KeyedEntry, _ fields: AssayResult.Context.Fields
    ) -> AssayResult.Reading {
        let text = string(value)
        var value = value
        if reads.labels.eitherMark {
            value = value.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
        }
        return AssayResult.Reading(
            PrintedValue(value.span, as: reads.numbers), text: text,
            ruled: rules.role { entry.text(of: [$0]) },
            flagBound: fields.flags.lazy.compactMap { reads.boundFlags[$0] }.first,
            isQualitative: false,
            isNoValue: reads.noValue.contains { $0.lowercased() == text.lowercased() },
            saysNoValue: reads.noValueStatus.contains(fields.status))
    }

    /// A number with its bound, and the unit behind it; words as a whole.
    private static func divided(_ value: [UInt8]) -> (number: [UInt8], unit: [UInt8]) {
        let bounds = value.prefix { $0 == 0x20 || (0x3C...0x3E).contains($0) }
        let number = value.dropFirst(bounds.count).prefix {
            (0x2B...0x39).contains($0) && $0 != 0x2F
        }
        guard number.contains(where: { (0x30...0x39).contains($0) }) else { return (value, []) }
        let end = number.endIndex + exponent(in: value[number.endIndex...])
        return (Array(value[..<end]), Array(value[end...].drop { $0 == 0x20 }))
    }

    /// How many bytes at the beginning of `rest` are an exponent: `e3`, `E-02`.
    private static func exponent(in rest: ArraySlice<UInt8>) -> Int {
        guard let first = rest.first, first & 0xDF == UInt8(ascii: "E") else { return 0 }
        let sign = rest.dropFirst().prefix(1).filter { $0 == 0x2B || $0 == 0x2D }.count
        let digits = rest.dropFirst(1 + sign).prefix { (0x30...0x39).contains($0) }.count
        return digits == 0 ? 0 : 1 + sign + digits
    }

    private func time(of entry: KeyedEntry) -> UInt64 {
        let clock = entry.text(of: clock)
        for key in names(of: .measured) {
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

    private func names(of field: ReadingPlan.Field) -> [String] { keys[field.rawValue] }

    private func string(_ field: ReadingPlan.Field, of entry: KeyedEntry) -> String {
        string(entry.text(of: names(of: field)))
    }

    /// What each of the field's names holds that holds something.
    private func texts(_ field: ReadingPlan.Field, of entry: KeyedEntry) -> [String] {
        names(of: field).map { string(entry.text(of: [$0])) }.filter { !$0.isEmpty }
    }

    private func string(_ bytes: [UInt8]) -> String {
        FieldText.string(bytes.span, encoding: reads.encoding)
    }
}
