import Protocols

/// The quotient of two decimals, kept as the two, so that nothing is rounded before it is judged.
struct Fraction: Equatable {
    let numerator: ExactDecimal
    /// Above zero.
    let denominator: ExactDecimal

    init(_ numerator: ExactDecimal, over denominator: ExactDecimal) {
        precondition(denominator.digits > 0)
        self.numerator = numerator
        self.denominator = denominator
    }

    static let zero = Fraction(
        ExactDecimal(digits: 0, scale: 0), over: ExactDecimal(digits: 1, scale: 0))

    var isZero: Bool { numerator.digits == 0 }

    /// How the quotient stands to `threshold`, by cross multiplication.
    func compared(with threshold: ExactDecimal) -> ExactOrder {
        ExactProduct(numerator).compared(with: ExactProduct(threshold, times: denominator))
    }

    /// How the quotient stands to another.
    func compared(with other: Fraction) -> ExactOrder {
        ExactProduct(numerator, times: other.denominator)
            .compared(with: ExactProduct(other.numerator, times: denominator))
    }

    /// The quotient rounded half up to `places`, without trailing zeros; nil when it has more
    /// digits than a decimal holds.
    func rounded(places: Int) -> ExactDecimal? {
        let shift = denominator.scale - numerator.scale + places
        let (top, bottom) = (
            UInt128(numerator.digits.magnitude), UInt128(denominator.digits.magnitude)
        )
        guard let dividend = top.shifted(by: max(0, shift)),
            let divisor = bottom.shifted(by: max(0, -shift))
        else { return nil }
        let (quotient, rest) = dividend.divided(by: divisor)
        guard var digits = Int64(exactly: rest >= divisor - rest ? quotient + 1 : quotient)
        else { return nil }
        var scale = places
        while scale > 0, digits.isMultiple(of: 10) {
            digits /= 10
            scale -= 1
        }
        return ExactDecimal(digits: digits, scale: scale)
    }

    /// The quotient for people, with at least `places` and so many more that it does not seem to
    /// lie on the other side of `threshold`, or on it, or at zero: 2.0004 is not shown as 2.
    func shown(places: Int, beside threshold: ExactDecimal?) -> ExactDecimal? {
        let truth = threshold.map { compared(with: $0) }
        let candidates = (places...max(places, 15)).lazy.compactMap { rounded(places: $0) }
        return candidates.first { shown in
            threshold.map { shown.compared(with: $0) } == truth && (shown.digits == 0) == isZero
        } ?? rounded(places: places)
    }

    /// The nearest binary fraction, for curves and colours.
    func approximate(beside threshold: ExactDecimal?) -> Double {
        shown(places: 4, beside: threshold)?.approximate
            ?? numerator.approximate / denominator.approximate
    }
}

extension UInt128 {
    /// Quotient and rest, in half the width where both fit: several times as fast.
    fileprivate func divided(by divisor: UInt128) -> (quotient: UInt128, remainder: UInt128) {
        guard let dividend = UInt64(exactly: self), let divisor = UInt64(exactly: divisor) else {
            return quotientAndRemainder(dividingBy: divisor)
        }
        let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        return (UInt128(quotient), UInt128(rest))
    }
}
