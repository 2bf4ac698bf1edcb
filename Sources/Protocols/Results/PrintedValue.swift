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

extension AssayResult.Reading {
    /// What the value field and all that stands around it come to, however they were written.
    ///
    /// - Parameters:
    ///   - printed: what the field holds.
    ///   - text: the field as sent.
    ///   - ruled: what the dialect's rules make of the record.
    ///   - flagBound: where the true value lies by the flags, when the number is plain.
    ///   - isQualitative: true when a qualitative code stands before the number.
    ///   - isNoValue: true when the words are those of a missing value.
    ///   - saysNoValue: true when the status says that there is no value.
    @inline(__always)
    init(
        _ printed: PrintedValue, text: String, ruled: AssayResult.Role?,
        flagBound: AssayResult.Bound?, isQualitative: Bool, isNoValue: @autoclosure () -> Bool,
        saysNoValue: Bool
    ) {
        var role = ruled ?? .result
        var value: (number: ExactDecimal, bound: AssayResult.Bound?)?
        switch printed {
        case .number(let number, let bound): value = (number, bound ?? flagBound)
        case .words where isNoValue(): role = RoleRules.stronger(role, .none)
        case .words: role = RoleRules.stronger(role, .interpretation)
        case .blank where isQualitative: role = RoleRules.stronger(role, .interpretation)
        case .blank: role = RoleRules.stronger(role, .none)
        }
        let hasNone =
            role == .interpretation || role == .attachment || role == .none || saysNoValue
        self.init(
            text: text, value: hasNone ? nil : value?.number, bound: hasNone ? nil : value?.bound,
            role: saysNoValue ? RoleRules.stronger(role, .none) : role)
    }
}
