import Protocols

/// How one exact number stands to another.
enum ExactOrder: Equatable {
    case less, same, more
}

/// A product of decimals that are not negative, without rounding: `digits` × 10^−`scale`.
///
/// Two numbers of 19 digits fill 38, and UInt128 holds every number of 38.
struct ExactProduct {
    let digits: UInt128
    let scale: Int

    init(_ number: ExactDecimal) {
        digits = UInt128(number.digits.magnitude)
        scale = number.scale
    }

    init(_ left: ExactDecimal, times right: ExactDecimal) {
        digits = UInt128(left.digits.magnitude) * UInt128(right.digits.magnitude)
        scale = left.scale + right.scale
    }

    /// Compares by bringing the one with fewer places to the other's; when that would not fit any
    /// more, it is the larger one, since the other does fit.
    func compared(with other: ExactProduct) -> ExactOrder {
        if scale == other.scale { return ExactOrder(digits, other.digits) }
        guard scale <= other.scale else { return other.compared(with: self).reversed }
        guard let lifted = digits.shifted(by: other.scale - scale) else { return .more }
        return ExactOrder(lifted, other.digits)
    }
}

extension ExactOrder {
    fileprivate init<Number: Comparable>(_ left: Number, _ right: Number) {
        self = left < right ? .less : left > right ? .more : .same
    }

    /// The same comparison, seen from the other number.
    var reversed: ExactOrder {
        switch self {
        case .less: .more
        case .same: .same
        case .more: .less
        }
    }
}

extension UInt128 {
    /// 1 to 10^19: their product with any number of 64 bits fits.
    private static let powers: [UInt128] = (0..<20).map {
        (0..<$0).reduce(1) { power, _ in power * 10 }
    }
    private static let smallest = UInt128(UInt64.max)

    /// This × 10^`places`; nil when it does not fit.
    func shifted(by places: Int) -> UInt128? {
        guard self != 0, places > 0 else { return self }
        if self <= Self.smallest, places < Self.powers.count { return self * Self.powers[places] }
        var product = self
        for _ in 0..<places {
            let (next, overflow) = product.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            product = next
        }
        return product
    }
}

extension ExactDecimal {
    /// Compares two numbers that are not negative by what they are, not by how they are spelled.
    func compared(with other: ExactDecimal) -> ExactOrder {
        scale == other.scale
            ? ExactOrder(digits.magnitude, other.digits.magnitude)
            : ExactProduct(self).compared(with: ExactProduct(other))
    }
}
