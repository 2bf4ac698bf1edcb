import Protocols

extension Series {
    /// Whether the peak is above the baseline by what a rule asks for; open when its unit is not
    /// the results', and the plan states no conversion.
    func finding(of wanted: Criterion.Increase, plan: Plan) -> Rise.Finding {
        guard let base = baseline, let peak, let furthest,
            let factor = plan.factor(from: unit(of: base), to: wanted.unit),
            let amount = wanted.by.times(base.count)
        else { return .open }
        func scaled(_ value: ExactDecimal) -> ExactDecimal? { value.times(factor) }
        func total(_ value: ExactDecimal) -> ExactDecimal? {
            value.times(base.count).flatMap(scaled)
        }
        if let ceiling = base.interval.upper, let low = total(peak.interval.lower.value),
            let floor = scaled(ceiling.value)?.plus(amount)
        {
            let isReached = peak.interval.lower.isIncluded && ceiling.isIncluded
            switch low.compared(with: floor) {
            case .more: return .proven
            case .same where !wanted.strict || !isReached: return .proven
            case .same, .less: break
            }
        }
        let floor = base.interval.lower
        guard let top = furthest.interval.upper, let high = total(top.value),
            let limit = scaled(floor.value)?.plus(amount)
        else { return .open }
        switch high.compared(with: limit) {
        case .less: return .disproven
        case .same where wanted.strict || !(top.isIncluded && floor.isIncluded): return .disproven
        case .same, .more: return .open
        }
    }
}

extension Plan {
    /// What a concentration of this plan's analyte in one unit is multiplied by to be in another;
    /// 1 for the same unit, nil when the plan states no such conversion.
    func factor(from unit: String, to wanted: String) -> ExactDecimal? {
        if unit.isSameUnit(as: wanted) { return ExactDecimal(digits: 1, scale: 0) }
        return conversion(from: unit, to: wanted)?.factor
    }

    /// The stated conversion from one unit to another.
    func conversion(from unit: String, to wanted: String) -> Conversion? {
        conversions.first {
            $0.analyte == analyte && $0.from.isSameUnit(as: unit) && $0.to.isSameUnit(as: wanted)
        }
    }
}
