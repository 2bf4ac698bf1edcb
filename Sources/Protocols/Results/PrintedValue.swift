/// What stands in a value field: a number, perhaps a bound, or words (LIS02-A2 9.4).
enum PrintedValue: Equatable {
    /// A number, and where the true value lies when it is only a limit.
    case number(ExactDecimal, AssayResult.Bound?)
    /// Nothing that says anything: blanks, `-----`, `""`.
    case blank
    /// Words, such as `Positive`.
    case words

    /// Reads `[< | > | <= | >=][blanks]number`; anything else is words or nothing.
    init(_ bytes: Span<UInt8>, as notation: ExactDecimal.Notation) {
        let all = FieldText.trimmed(0..<bytes.count, of: bytes)
        var start = all.lowerBound
        var bound: AssayResult.Bound?
        if start < all.upperBound, bytes[start] == UInt8(ascii: "<") { bound = .below }
        if start < all.upperBound, bytes[start] == UInt8(ascii: ">") { bound = .above }
        if let side = bound {
            start += 1
            if start < all.upperBound, bytes[start] == UInt8(ascii: "=") {
                bound = side == .below ? .atMost : .atLeast
                start += 1
            }
        }
        let rest = FieldText.trimmed(start..<all.upperBound, of: bytes)
        if let number = ExactDecimal(parsing: bytes.extracting(rest), as: notation) {
            self = .number(number, bound)
        } else {
            self = all.contains { Self.saysSomething(bytes[$0]) } ? .words : .blank
        }
    }

    /// True for letters, digits, and whatever is no ASCII.
    private static func saysSomething(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
        default: false
        }
    }
}
