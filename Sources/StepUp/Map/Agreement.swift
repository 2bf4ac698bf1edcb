/// How the veins of one injection rise beside each other.
///
/// What the pancreas releases passes the portal vein and the whole liver, so that all hepatic veins
/// rise alike; what a part of the liver releases reaches first the veins that drain it.
enum Agreement: Sendable, Equatable {
    /// Too few veins have a ratio, more is to come, the bounds leave it open, or one segment could
    /// reach all of them.
    case unknown
    /// Every vein rises alike, and no segment drains to all of them.
    case alike
    /// Some veins rise more than others: those above this ratio.
    case specific(above: Double)

    /// How the veins of one witness's injection agree; `witnesses` stand in the order of their
    /// injections.
    init(
        around index: Int, among witnesses: [Witness], margin: Double, pancreas: Atlas.Territory
    ) {
        self = .unknown
        let number = witnesses[index].injection
        var (first, end) = (index, index + 1)
        while first > 0, witnesses[first - 1].injection == number { first -= 1 }
        while end < witnesses.count, witnesses[end].injection == number { end += 1 }
        var (veins, shared) = (0, ~pancreas)
        var least: (low: Double, high: Double) = (.infinity, .infinity)
        var most: (low: Double, high: Double) = (0, 0)
        for other in first..<end {
            guard let finding = witnesses[other].finding else { continue }
            guard witnesses[other].isJudged else { return }
            guard let peak = finding.peak else { continue }
            veins += 1
            shared &= witnesses[other].reach
            let high = peak.highest ?? .infinity
            least = (min(least.low, peak.ratio), min(least.high, high))
            most = (max(most.low, peak.ratio), max(most.high, high))
        }
        guard veins > 1 else { return }
        if most.low > margin * least.high {
            self = .specific(above: margin * least.high)
        } else if most.high <= margin * least.low, shared == 0 {
            self = .alike
        }
    }
}
