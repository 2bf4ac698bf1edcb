/// How the veins of one injection rise beside each other.
///
/// What the pancreas releases passes the portal vein and the whole liver, so that all hepatic veins
/// rise alike; what a part of the liver releases reaches first the veins that drain it.
///
/// Alike is by the same factor, or by the same concentration: portal blood adds as much to every
/// vein, which is a smaller factor where a liver tumour keeps the baseline high.
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
        var (ratios, climbs) = (Spread(), Spread())
        for other in first..<end {
            guard let finding = witnesses[other].finding else { continue }
            guard witnesses[other].isJudged else { return }
            guard let peak = finding.peak else { continue }
            veins += 1
            shared &= witnesses[other].reach
            ratios.add(low: peak.ratio, high: peak.highest ?? .infinity)
            // Without a number for the start of one vein nothing is known of how they climb.
            let climb = peak.climb ?? (0, .infinity)
            climbs.add(low: climb.low, high: climb.high)
        }
        guard veins > 1 else { return }
        if ratios.isWide(margin), !climbs.isNarrow(margin) {
            self = .specific(above: margin * ratios.least.high)
        } else if ratios.isNarrow(margin) || climbs.isNarrow(margin), shared == 0 {
            self = .alike
        }
    }

    /// The lowest and the highest of several intervals.
    private struct Spread {
        var least: (low: Double, high: Double) = (.infinity, .infinity)
        var most: (low: Double, high: Double) = (0, 0)

        mutating func add(low: Double, high: Double) {
            least = (min(least.low, low), min(least.high, high))
            most = (max(most.low, low), max(most.high, high))
        }

        /// True when the lowest and the highest differ by more than the margin, for certain.
        func isWide(_ margin: Double) -> Bool { most.low > margin * least.high }
        /// True when all lie within the margin, for certain.
        func isNarrow(_ margin: Double) -> Bool {
            least.low > 0 && most.high <= margin * least.low
        }
    }
}
