/// Logarithm, exponential function and the normal law, from sums and products alone.
///
/// The pure targets have no mathematical library, and those differ between systems in the last
/// bits: these give the same on every machine, so that a replay tells the same bytes.
enum NormalLaw {
    private static let ln2 = 0.693_147_180_559_945_3

    /// The natural logarithm of a finite number above 0.
    ///
    /// ln(m · 2ᵉ) = e ln 2 + 2 artanh((m − 1)/(m + 1)), m from √½ to √2.
    static func ln(_ number: Double) -> Double {
        var (mantissa, exponent) = (number.significand, Double(number.exponent))
        if mantissa > 1.414_213_562_373_095 {
            mantissa /= 2
            exponent += 1
        }
        let slope = (mantissa - 1) / (mantissa + 1)
        let square = slope * slope
        var sum = 0.0
        // Each share is a constant: a division in a loop would be most of the work.
        func add(_ share: Double) { sum = sum * square + share }
        add(1 / 23)
        add(1 / 21)
        add(1 / 19)
        add(1 / 17)
        add(1 / 15)
        add(1 / 13)
        add(1 / 11)
        add(1 / 9)
        add(1 / 7)
        add(1 / 5)
        add(1 / 3)
        add(1)
        return exponent * ln2 + 2 * slope * sum
    }

    /// e to the power of `number`; 0 below −700, and no more than e⁷⁰⁰.
    static func exp(_ number: Double) -> Double {
        guard number > -700 else { return 0 }
        let bounded = min(number, 700)
        let doublings = (bounded / ln2).rounded()
        let rest = bounded - doublings * ln2
        var (sum, term) = (1.0, 14.0)
        while term >= 1 {
            sum = 1 + sum * rest / term
            term -= 1
        }
        return sum * Double(sign: .plus, exponent: Int(doublings), significand: 1)
    }

    /// The normal distribution function Φ: the share of a standard normal that is below `limit`.
    ///
    /// Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …), summed until nothing changes any more.
    static func below(_ limit: Double) -> Double {
        guard limit.magnitude < 7 else { return limit > 0 ? 1 : 0 }
        let square = limit * limit
        var (sum, term, odd, last) = (limit, limit, 1.0, 0.0)
        while sum != last {
            last = sum
            odd += 2
            term *= square / odd
            sum += term
        }
        return min(1, max(0, 0.5 + sum * density(limit)))
    }

    /// The standard normal's density φ.
    static func density(_ place: Double) -> Double {
        exp(-place * place / 2) * 0.398_942_280_401_432_7
    }

    /// The place below which `share` of a standard normal lies; the share is kept from 0 and 1.
    ///
    /// Newton's method from the middle, where Φ bends towards the axis, so that it never
    /// overshoots.
    static func quantile(_ share: Double) -> Double {
        let share = min(1 - 1e-9, max(1e-9, share))
        var place = 0.0
        for _ in 0..<40 {
            let step = (share - below(place)) / density(place)
            place += step
            if step.magnitude < 1e-12 { break }
        }
        return place
    }
}
