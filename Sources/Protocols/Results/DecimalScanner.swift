/// Reads a decimal number byte by byte, so that no text is made to read it.
struct DecimalScanner {
    private enum Due { case sign, whole, fraction, exponentSign, exponent }

    private let mark: UInt8
    private let separator: UInt8?
    private var due = Due.sign
    private var isNegative = false
    private var digits: Int64 = 0
    private var significant = 0
    private var scale = 0
    private var anyDigit = false
    private var group: Int?
    private var groupedDigits = 0
    private var exponent = 0
    private var exponentIsNegative = false
    private var anyExponent = false

    /// The largest exponent: no assay's result is near it, and the scale stays small.
    private static let exponentLimit = 30

    /// The first number with more digits than are taken (``ExactDecimal/digitLimit``).
    private static let limit: UInt64 = 1_000_000_000_000_000

    init(notation: ExactDecimal.Notation) {
        mark = notation.decimalMark.byte
        separator = notation.thousands?.byte
    }

    /// Takes the next byte; false when it cannot belong to a number.
    mutating func take(_ byte: UInt8) -> Bool {
        switch (due, byte) {
        case (.sign, 0x2B), (.sign, 0x2D):
            isNegative = byte == 0x2D
            due = .whole
        case (.sign, mark), (.whole, mark):
            due = .fraction
            return group == nil || group == 3
        case (.sign, 0x30...0x39), (.whole, 0x30...0x39), (.fraction, 0x30...0x39):
            return takeDigit(byte)
        case (.whole, separator):
            return openGroup()
        case (.whole, 0x45), (.whole, 0x65), (.fraction, 0x45), (.fraction, 0x65):
            due = .exponentSign
            return anyDigit && (group == nil || group == 3)
        case (.exponentSign, 0x2B), (.exponentSign, 0x2D):
            exponentIsNegative = byte == 0x2D
            due = .exponent
        case (.exponentSign, 0x30...0x39), (.exponent, 0x30...0x39):
            due = .exponent
            anyExponent = true
            exponent = exponent * 10 + Int(byte - 0x30)
            return exponent <= Self.exponentLimit
        default:
            return false
        }
        return true
    }

    /// The number that was read; nil when it is not finished or too long.
    var number: ExactDecimal? {
        guard anyDigit, group == nil || group == 3 || due != .whole else { return nil }
        if due == .exponentSign || due == .exponent {
            guard anyExponent else { return nil }
        }
        let signed = isNegative ? -digits : digits
        let places = scale + (exponentIsNegative ? exponent : -exponent)
        guard places <= ExactDecimal.digitLimit * 2 else { return nil }
        guard places < 0 else { return ExactDecimal(digits: signed, scale: places) }
        return raised(signed, by: -places)
    }

    private mutating func takeDigit(_ byte: UInt8) -> Bool {
        if due == .sign { due = .whole }
        anyDigit = true
        if due == .fraction { scale += 1 }
        if due == .whole, let count = group { group = count + 1 }
        if due == .whole, group == nil { groupedDigits += 1 }
        if digits != 0 || byte != 0x30 { significant += 1 }
        guard significant <= ExactDecimal.digitLimit, scale <= ExactDecimal.digitLimit * 2 else {
            return false
        }
        digits = digits * 10 + Int64(byte - 0x30)
        return (group ?? 0) <= 3
    }

    private mutating func openGroup() -> Bool {
        guard anyDigit, group == 3 || (group == nil && groupedDigits <= 3) else { return false }
        group = 0
        return true
    }

    private func raised(_ signed: Int64, by power: Int) -> ExactDecimal? {
        var result = signed
        for _ in 0..<power {
            let (product, isOver) = result.multipliedReportingOverflow(by: 10)
            guard !isOver, product.magnitude < Self.limit else { return nil }
            result = product
        }
        return ExactDecimal(digits: result, scale: 0)
    }
}
