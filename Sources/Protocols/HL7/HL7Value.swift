/// What OBX-2 says of the value in OBX-5 (table 0125).
enum HL7ValueType: Sendable {
    /// NM, ST, TX, FT and whatever is not listed below: a number, or words.
    case printed
    /// SN: comparator, number, and perhaps a separator and a second number.
    case structured
    /// CE, CWE and other codes: never a number, whatever digits they have.
    case coded
    /// A date or a time: never a number.
    case moment
    /// ED and RP: a picture, or a pointer to one.
    case attachment

    /// The type that is written at `range`.
    init(_ range: Range<Int>, of text: Span<UInt8>) {
        guard (2...3).contains(range.count) else {
            self = .printed
            return
        }
        let name = range.reduce(UInt32(0)) { $0 << 8 | UInt32(text[$1]) }
        self = Self.known.first { $0.name == name }?.type ?? .printed
    }

    private static let known: [(name: UInt32, type: Self)] = [
        ("SN", .structured), ("CE", .coded), ("CWE", .coded), ("CNE", .coded), ("CF", .coded),
        ("IS", .coded), ("ID", .coded), ("EI", .coded), ("CX", .coded), ("DT", .moment),
        ("TM", .moment), ("TS", .moment), ("DTM", .moment), ("DR", .moment), ("ED", .attachment),
        ("RP", .attachment),
    ].map { name, type in (name.utf8.reduce(0) { $0 << 8 | UInt32($1) }, type) }

    /// The role of every value of this type; nil when the value decides.
    var role: AssayResult.Role? {
        switch self {
        case .printed, .structured: nil
        case .coded: .interpretation
        case .moment: .signal
        case .attachment: .attachment
        }
    }
}

extension PrintedValue {
    /// Reads a structured number: `<^10`, `^12.5`, `>=^300`; a ratio or a range is words.
    ///
    /// - Parameters:
    ///   - components: where the field's components stand.
    ///   - bytes: the message's text.
    ///   - notation: how the dialect spells numbers.
    init(
        structured components: [Range<Int>], of bytes: Span<UInt8>,
        as notation: ExactDecimal.Notation
    ) {
        guard components.count > 1 else {
            let range = components.first ?? 0..<0
            self.init(bytes.extracting(range), as: notation)
            return
        }
        let mark = String(decoding: components[0].map { bytes[$0] }, as: UTF8.self)
        let bound = AssayResult.Bound(rawValue: mark)
        let isMark = bound != nil || mark.isEmpty || mark == "="
        let isSingle = components.dropFirst(2).allSatisfy(\.isEmpty)
        if components.allSatisfy(\.isEmpty) {
            self = .blank
        } else if isMark, isSingle,
            let number = ExactDecimal(parsing: bytes.extracting(components[1]), as: notation)
        {
            self = .number(number, bound)
        } else {
            self = .words
        }
    }
}
