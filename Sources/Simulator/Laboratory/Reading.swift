import Protocols

/// What the assay makes of a concentration: a number with its imprecision, or a bound.
struct Reading: Sendable, Equatable {
    /// The number that is printed.
    var value: ExactDecimal
    /// Set when the number is only a limit.
    var bound: AssayResult.Bound?
}

extension Scenario.Assay {
    /// Measures `truth` at `dilution` (1 = undiluted): imprecise, rounded, and bounded by the range.
    ///
    /// The standard deviation is that of the imprecision profile in common use: the root of
    /// `blank² + (cv × truth)²`.
    func reading(of truth: Double, dilution: Int, chance: inout Chance) -> Reading {
        let diluted = truth / Double(dilution)
        let deviation = (blank * blank + cv * cv * diluted * diluted).squareRoot()
        let measured = diluted + deviation * chance.normal()
        let factor = Double(dilution)
        if measured < from { return Reading(value: printed(from * factor), bound: .below) }
        if measured > to { return Reading(value: printed(to * factor), bound: .above) }
        return Reading(value: printed(measured * factor), bound: nil)
    }

    /// The number with the assay's digits behind the point.
    private func printed(_ number: Double) -> ExactDecimal {
        let unit = (0..<decimals).reduce(1.0) { value, _ in value * 10 }
        return ExactDecimal(digits: Int64((number * unit).rounded()), scale: decimals)
    }
}
