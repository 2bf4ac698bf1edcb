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
    init(from low: Interval.End, to high: Interval.End?, over baseline: Interval) {
        if let ceiling = baseline.upper {
            lowest = Fraction(low.value, over: ceiling.value)
            isLowestIncluded = low.isIncluded && ceiling.isIncluded
        } else {
            lowest = .zero
            isLowestIncluded = low.value.digits == 0 && low.isIncluded
        }
        let floor = baseline.lower
        if let high, floor.value.digits > 0 {
            highest = Fraction(high.value, over: floor.value)
            isHighestIncluded = high.isIncluded && floor.isIncluded
        } else if let high, high.value.digits == 0 {
            highest = .zero
            isHighestIncluded = high.isIncluded
        } else {
            highest = nil
            isHighestIncluded = false
        }
    }

    /// Whether the rise passes `ratio`: goes beyond it when `strict`, else reaches it.
    func finding(ratio: ExactDecimal, strict: Bool) -> Finding {
        switch lowest.compared(with: ratio) {
        case .more: return .proven
        case .same where !strict || !isLowestIncluded: return .proven
        case .same, .less: break
        }
        switch highest?.compared(with: ratio) {
        case .less?: return .disproven
        case .same? where strict || !isHighestIncluded: return .disproven
        case .same?, .more?, nil: return .open
        }
    }
}
