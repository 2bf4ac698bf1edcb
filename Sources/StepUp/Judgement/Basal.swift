import Protocols

extension Series {
    /// The baseline: one draw, or several that are averaged or of which the highest counts.
    struct Basal: Equatable {
        /// The last draw that it is made of.
        let index: Int
        /// The earlier ones, the latest first.
        private(set) var others: [Int] = []
        /// What they allow: of a mean the sum, which is divided by ``count``.
        private(set) var interval: Interval
        /// How many draws are summed.
        private(set) var count = 1

        /// One draw.
        init(_ sample: Sample) {
            index = sample.index
            interval = sample.interval
        }

        /// This with an earlier draw; nil when their numbers are too long to be added exactly.
        func joined(with earlier: Sample, by rule: Criterion.Baseline) -> Basal? {
            var joined = self
            joined.others.append(earlier.index)
            switch rule {
            case .last: break
            case .highest: joined.interval = interval.highest(with: earlier.interval)
            case .mean:
                guard let sum = interval.sum(with: earlier.interval) else { return nil }
                joined.interval = sum
                joined.count += 1
            }
            return joined
        }
    }
}

extension Interval {
    /// The sums of any concentration of this and any of `other`; nil when they are too long.
    func sum(with other: Interval) -> Interval? {
        guard let low = lower.sum(with: other.lower) else { return nil }
        guard let upper, let ceiling = other.upper else { return Interval(lower: low, upper: nil) }
        return upper.sum(with: ceiling).map { Interval(lower: low, upper: $0) }
    }

    /// The higher of any concentration of this and any of `other`.
    func highest(with other: Interval) -> Interval {
        let low = other.lower.promisesMore(than: lower) ? other.lower : lower
        guard let upper, let ceiling = other.upper else { return Interval(lower: low, upper: nil) }
        return Interval(lower: low, upper: ceiling.reachesFurther(than: upper) ? ceiling : upper)
    }
}

extension Interval.End {
    fileprivate func sum(with other: Self) -> Self? {
        value.plus(other.value).map { Self(value: $0, isIncluded: isIncluded && other.isIncluded) }
    }
}
