/// A decimal number exactly as an analyzer printed it: 2.000 is 2000 thousandths.
///
/// Binary fractions cannot hold `0.1`, and a rule that says "more than twice" must not hang on
/// their rounding; so values stay decimal from the wire to the verdict.
public struct ExactDecimal: Sendable, Hashable {
    /// All digits, without the point.
    public let digits: Int64

    /// How many of the digits stand behind the point; 0 or more.
    public let scale: Int

    /// The most significant digits that are taken: what Int64 holds with room for arithmetic.
    public static let digitLimit = 15

    /// The number `digits` × 10^−`scale`.
    public init(digits: Int64, scale: Int) {
        self.digits = digits
        self.scale = scale
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// The digits with their point: `16.64`, `0.902`, `-1`.
    public var description: String {
        let sign = digits < 0 ? "-" : ""
        let all = String(digits.magnitude)
        guard scale > 0 else { return sign + all }
        let padded = String(repeating: "0", count: max(0, scale + 1 - all.count)) + all
        return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }

    /// The nearest binary fraction: for pictures and rough comparisons.
    ///
    /// Up to 2^53 and 10^22 both parts are exact, so that their quotient is the nearest one too.
    public var approximate: Double {
        guard digits.magnitude <= 1 << 53, Self.powers.indices.contains(scale) else {
            return Double(description) ?? .nan
        }
        return Double(digits) / Self.powers[scale]
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}

extension ExactDecimal: Codable {
    /// Reads a number, whole ones without a point; what has more than 15 significant digits is not
    /// taken.
    public init(from decoder: any Decoder) throws {
        let number = try decoder.singleValueContainer().decode(Double.self)
        let text = number.description
        let spelled = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        guard let exact = ExactDecimal(parsing: spelled) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a decimal: \(number)"))
        }
        self = exact
    }

    /// Writes a JSON number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(approximate)
    }
}
