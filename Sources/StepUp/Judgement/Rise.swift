import Protocols

/// The ratios to the baseline that the results allow, from the lowest to the highest.
struct Rise: Equatable {
    /// The lowest ratio.
    let lowest: Fraction
    /// False when even the lowest ratio is surpassed.
    let isLowestIncluded: Bool
    /// The highest ratio; nil without limit.
    let highest: Fraction?
    /// False when the highest ratio is not reached.
    let isHighestIncluded: Bool

    /// What a rule makes of a rise.
    enum Finding: Equatable {
        /// Every ratio that is allowed passes.
        case proven
        /// None does.
        case disproven
        /// Some do.
        case open
    }

    /// The ratios of any concentration from `low` to `high` over any one of `baseline`, which may
    /// reach down to zero but not be zero.
    init(from low: Interval.End, to high: Interval.End?, over baseline: Series.Basal) {
        let (floor, count) = (baseline.interval.lower, baseline.count)
        if let ceiling = baseline.interval.upper {
            lowest = Fraction(low.value.times(count) ?? low.value, over: ceiling.value)
            isLowestIncluded = low.isIncluded && ceiling.isIncluded
        } else {
            lowest = .zero
            isLowestIncluded = low.value.digits == 0 && low.isIncluded
        }
        if let high, floor.value.digits > 0 {
            highest = high.value.times(count).map { Fraction($0, over: floor.value) }
            isHighestIncluded = highest != nil && high.isIncluded && floor.isIncluded
        } else if let high, high.value.digits == 0 {
            highest = .zero
            isHighestIncluded = high.isIncluded
        } else {
            highest = nil
            isHighestIncluded = false
        }
    }

    /// Whether the rise passes a ratio: goes beyond it when that is strict, else reaches it.
    func finding(_ level: Criterion.Level) -> Finding {
        switch lowest.compared(with: level.ratio) {
        case .more: return .proven
        case .same where !level.strict || !isLowestIncluded: return .proven
        case .same, .less: break
        }
        switch highest?.compared(with: level.ratio) {
        case .less?: return .disproven
        case .same? where level.strict || !isHighestIncluded: return .disproven
        case .same?, .more?, nil: return .open
        }
    }

    /// True when every ratio that is allowed is below every one of `other`.
    func isBelow(_ other: Rise) -> Bool {
        switch highest?.compared(with: other.lowest) {
        case .less?: true
        case .same?: !isHighestIncluded || !other.isLowestIncluded
        case .more?, nil: false
        }
    }
}
