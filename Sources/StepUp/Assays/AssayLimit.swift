public import Protocols

/// Why a printed number is judged as more than one point.
///
/// All of it ours: nothing in print says what a rule should make of such numbers.
public enum AssayLimit: Sendable, Equatable {
    /// Below what the assay quantifies: anywhere from zero to there.
    case unquantified(below: ExactDecimal)
    /// Beyond what it measures undiluted: at least the end of its range.
    case beyond(ExactDecimal)
    /// Where the hook begins: at least what is printed.
    case hooked(from: ExactDecimal)
}

extension AssayProfile {
    /// The limit that a plain number lies beyond; nil for bounds, which say so themselves.
    func limit(of result: borrowing AssayResult) -> AssayLimit? {
        guard result.bound == nil, result.role == .result, let value = result.value,
            value.digits >= 0, unit.map({ result.unit.isSameUnit(as: $0) }) == true
        else { return nil }
        let dilution = Dilution(result.dilution)
        if let quantified, let floor = dilution.moved(quantified),
            value.compared(with: floor) == .less
        {
            return .unquantified(below: floor)
        }
        guard dilution == .neat else { return nil }
        if let prozone, prozone.opens, value.compared(with: prozone.from) != .less {
            return .hooked(from: prozone.from)
        }
        if let measured, value.compared(with: measured) == .more { return .beyond(measured) }
        return nil
    }
}

extension Dilution {
    /// A limit of the neat assay for a specimen that was diluted so; nil when it cannot be told.
    func moved(_ limit: ExactDecimal) -> ExactDecimal? {
        switch self {
        case .neat: limit
        case .times(let factor): limit.times(factor)
        case .unknown: nil
        }
    }
}

extension Interval {
    /// What `result` allows, given what is known of its assay.
    init?(_ result: borrowing AssayResult, of assay: Shared<AssayProfile>?) {
        self.init(result)
        guard let assay, assay.value.hasLimits, let limit = assay.value.limit(of: result)
        else { return }
        let printed = lower
        switch limit {
        case .unquantified(let floor):
            self.init(
                lower: End(value: ExactDecimal(digits: 0, scale: 0), isIncluded: true),
                upper: End(value: floor, isIncluded: false))
        case .beyond(let end): self.init(lower: End(value: end, isIncluded: true), upper: nil)
        case .hooked: self.init(lower: printed, upper: nil)
        }
    }
}
