/// So many of so many, with the uncertainty that a finite sample leaves.
public struct Share: Sendable, Equatable {
    /// How many of them it holds for.
    public var hits = 0
    /// How many were looked at.
    public var total = 0

    /// Counts one case.
    public mutating func count(_ isHit: Bool) {
        total += 1
        hits += isHit ? 1 : 0
    }

    /// Adds the cases of another.
    public static func += (left: inout Share, right: Share) {
        left.hits += right.hits
        left.total += right.total
    }

    /// The share; nil of nothing.
    public var value: Double? { total == 0 ? nil : Double(hits) / Double(total) }

    /// The 95 % interval by Wilson's score, which is right near 0 and 1 too; nil of nothing.
    public var interval: ClosedRange<Double>? {
        guard let value else { return nil }
        let (n, z) = (Double(total), 1.96)
        let centre = (value + z * z / (2 * n)) / (1 + z * z / n)
        let half =
            z / (1 + z * z / n) * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
        return max(0, centre - half)...min(1, centre + half)
    }
}

extension Share: CustomStringConvertible {
    /// `93 % (90–95)`, or `–` of nothing.
    public var description: String {
        guard let value, let interval else { return "–" }
        func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }
        let (low, high) = (percent(interval.lowerBound), percent(interval.upperBound))
        return "\(percent(value)) % (\(low)–\(high))"
    }
}
