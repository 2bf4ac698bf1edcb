public import Protocols

/// The concentrations that a result allows: one point, or everything on one side of a bound.
///
/// ```
/// 41.0    [41.0, 41.0]        >300    (300, …)         >=300   [300, …)
/// <2      [0, 2)              <=2     [0, 2]
/// ```
public struct Interval: Sendable, Equatable {
    /// One end.
    public struct End: Sendable, Equatable {
        /// Where it is.
        public var value: ExactDecimal
        /// True when the value itself is allowed.
        public var isIncluded: Bool
    }

    /// The smallest concentration; never below 0.
    public let lower: End
    /// The largest; nil without limit.
    public let upper: End?

    /// The digits behind the point that a number may have; beyond them it is no measurement.
    ///
    /// Ours: analyzers print at most five, and exponents of any size can be sent by a broken line.
    static let scaleLimit = 60

    /// What `result` allows; nil when it is no reportable concentration: another role, no number,
    /// a negative one, or a bound that leaves nothing.
    public init?(_ result: borrowing AssayResult) {
        guard result.role == .result, let value = result.value, value.digits >= 0,
            (0...Self.scaleLimit).contains(value.scale)
        else { return nil }
        let zero = End(value: ExactDecimal(digits: 0, scale: 0), isIncluded: true)
        switch result.bound {
        case nil:
            lower = End(value: value, isIncluded: true)
            upper = lower
        case .above, .atLeast:
            lower = End(value: value, isIncluded: result.bound == .atLeast)
            upper = nil
        case .below where value.digits == 0: return nil
        case .below, .atMost:
            lower = zero
            upper = End(value: value, isIncluded: result.bound == .atMost)
        }
    }

    /// The concentrations between two ends.
    init(lower: End, upper: End?) { (self.lower, self.upper) = (lower, upper) }

    /// True when one concentration alone is allowed.
    var isPoint: Bool { upper.map { $0.value == lower.value } ?? false }

    /// True when only zero is allowed, over which nothing can be divided.
    var isZero: Bool { upper?.value.digits == 0 }

    /// Everything between the lowest and the highest concentration that this or `other` allows.
    func joined(with other: Interval) -> Interval {
        let low = lower.promisesMore(than: other.lower) ? other.lower : lower
        guard let upper, let ceiling = other.upper else { return Interval(lower: low, upper: nil) }
        return Interval(lower: low, upper: ceiling.reachesFurther(than: upper) ? ceiling : upper)
    }

    /// True when this allows only concentrations from `other`: it says the same or more.
    func isWithin(_ other: Interval) -> Bool {
        let low = lower.value.compared(with: other.lower.value)
        guard low == .more || low == .same && (other.lower.isIncluded || !lower.isIncluded)
        else { return false }
        guard let ceiling = other.upper else { return true }
        guard let upper else { return false }
        let high = upper.value.compared(with: ceiling.value)
        return high == .less || high == .same && (ceiling.isIncluded || !upper.isIncluded)
    }
}

extension Interval.End {
    /// True when, both read as lower ends, this one promises more: `>300` more than `300`.
    func promisesMore(than other: Self) -> Bool {
        switch value.compared(with: other.value) {
        case .more: true
        case .same: !isIncluded && other.isIncluded
        case .less: false
        }
    }

    /// True when, both read as upper ends, this one reaches further: `300` further than `<300`.
    func reachesFurther(than other: Self) -> Bool {
        switch value.compared(with: other.value) {
        case .more: true
        case .same: isIncluded && !other.isIncluded
        case .less: false
        }
    }
}
