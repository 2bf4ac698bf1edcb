/// Two values that may have changed places, as logarithms, each with what is expected of it.
///
/// ```
///   measured   one ●              ● other
///   expected   ○ one              other ○     both far beside it, in opposite directions;
///                                             the other way round both fit, or far better
/// ```
struct Exchange {
    let one: (log: Double, expected: Double)
    let other: (log: Double, expected: Double)

    /// True when both lie far beside what is expected, in opposite directions, and fit the other
    /// way round, or fit far better.
    ///
    /// A peak between two draws is suggested too low by its neighbours, so that a value which
    /// belongs there need not fit well.
    func isLikely(by rule: HintRules.Swap) -> Bool {
        let (first, second) = (one.log - one.expected, other.log - other.expected)
        guard first.sign != second.sign,
            min(first.magnitude, second.magnitude) > rule.apart.asDistance
        else { return false }
        let (here, there) = (other.log - one.expected, one.log - other.expected)
        if max(here.magnitude, there.magnitude) <= rule.fits.asDistance { return true }
        guard let shrinks = rule.shrinks else { return false }
        let before = first.magnitude + second.magnitude
        return before - here.magnitude - there.magnitude >= shrinks.asDistance
    }
}
