import Protocols

/// What the assay makes of a concentration: a number with its imprecision, or a bound.
struct Reading: Sendable, Equatable {
    /// What was measured, before any dialect rounds it.
    var value: Double
    /// Set when the number is only a limit.
    var bound: AssayResult.Bound?
}

extension Scenario.Assay {
    /// Measures `truth` at `dilution` (1 = undiluted): imprecise, and bounded by the range.
    ///
    /// The standard deviation is that of the imprecision profile in common use: the root of
    /// `blank² + (cv × truth)²`.
    func reading(of truth: Double, dilution: Int, chance: inout Chance) -> Reading {
        let diluted = truth / Double(dilution)
        let deviation = (blank * blank + cv * cv * diluted * diluted).squareRoot()
        let measured = diluted + deviation * chance.normal()
        let factor = Double(dilution)
        if measured < from { return Reading(value: from * factor, bound: .below) }
        if measured > to { return Reading(value: to * factor, bound: .above) }
        return Reading(value: measured * factor, bound: nil)
    }
}
