import Protocols

/// The tubes of one injection and vein as a criterion reads them.
///
/// ```
///   −120      0 │ injection      from            to
/// ────○───────●─┼──────────────────●───●───○───●──┼────○──
///   older  baseline                draws in the window   too late
/// ```
///
/// Tubes are named by their index in ``tubes``: they are large, and a verdict is asked for after
/// every result.
struct Series {
    /// A tube with a result that can be compared.
    struct Sample: Equatable {
        let index: Int
        let interval: Interval
    }

    /// A tube whose result cannot be compared, and why.
    struct Gap {
        let index: Int
        let reason: String
    }

    /// All tubes, in the order of their seconds.
    let tubes: [Tube]
    /// The last usable draw at second 0 or before.
    private(set) var baseline: Sample?
    /// Draws at second 0 or before that are later than the baseline and still awaited.
    private(set) var awaitedBaselines: [Int] = []
    /// Draws at second 0 or before that are later than the baseline and of no use.
    private(set) var lostBaselines: [Gap] = []
    /// Comparable draws inside the window.
    private(set) var samples: [Sample] = []
    /// Draws inside the window that are still awaited.
    private(set) var awaited: [Int] = []
    /// Draws inside the window without a comparable result.
    private(set) var gaps: [Gap] = []
    /// Draws after the injection that the rule does not look at.
    private(set) var outside: [Int] = []
    /// True when draws have results and none is in the baseline's unit.
    private(set) var sharesNoUnit = false

    private let analyte: String

    /// Sorts `tubes`, which are of one injection and vein, for a rule with this `window`.
    init(_ tubes: [Tube], analyte: String, window: Criterion.Window) {
        self.analyte = analyte
        let isInOrder = zip(tubes, tubes.dropFirst()).allSatisfy { !$1.precedes($0) }
        self.tubes = isInOrder ? tubes : tubes.sorted { $0.precedes($1) }
        let later = self.tubes.firstIndex { $0.second > 0 } ?? self.tubes.endIndex
        takeBaseline(from: 0..<later)
        for index in later..<self.tubes.endIndex {
            if window.contains(self.tubes[index].second) {
                takeDraw(at: index)
            } else {
                outside.append(index)
            }
        }
        if samples.isEmpty { sharesNoUnit = gaps.contains { standing($0.index).isUsable } }
    }

    /// The result of a tube, and the announcement that told it; nil while there is none.
    func result(at index: Int) -> (content: AssayResult, announcement: Int64)? {
        guard case .measured(let result, let announcement) = tubes[index].fate else { return nil }
        return (result, announcement)
    }

    private mutating func takeBaseline(from indices: Range<Int>) {
        for index in indices.reversed() {
            switch standing(index) {
            case .awaited: awaitedBaselines.append(index)
            case .lost(let reason): lostBaselines.append(Gap(index: index, reason: reason))
            case .usable(let interval) where interval.isZero:
                lostBaselines.append(Gap(index: index, reason: "is zero, which gives no ratio"))
            case .usable(let interval):
                baseline = Sample(index: index, interval: interval)
                return
            }
        }
    }

    private mutating func takeDraw(at index: Int) {
        switch standing(index) {
        case .awaited: awaited.append(index)
        case .lost(let reason): gaps.append(Gap(index: index, reason: reason))
        case .usable(let interval):
            if let baseline, !unit(at: index).isSameUnit(as: unit(at: baseline.index)) {
                let units = "is in \(unit(at: index)), the baseline in \(unit(at: baseline.index))"
                gaps.append(Gap(index: index, reason: "\(units): no ratio"))
            } else {
                samples.append(Sample(index: index, interval: interval))
            }
        }
    }

    private func unit(at index: Int) -> String {
        if case .measured(let result, _) = tubes[index].fate { result.unit } else { "" }
    }

    /// What can be made of one tube by itself.
    private enum Standing {
        case awaited
        case lost(String)
        case usable(Interval)

        var isUsable: Bool { if case .usable = self { true } else { false } }
    }

    private func standing(_ index: Int) -> Standing {
        switch tubes[index].fate {
        case .awaited: return .awaited
        case .settled: return .lost("is void or missing")
        case .measured(let result, _):
            guard result.analyte == analyte else {
                return .lost("was measured for \(result.analyte ?? result.test), not \(analyte)")
            }
            guard let interval = Interval(result) else {
                return .lost("has no value (\"\(result.text)\")")
            }
            return .usable(interval)
        }
    }
}

extension Series {
    /// The draw that promises most: the highest lower end, the earliest of equals.
    var peak: Sample? {
        samples.reduce(nil) { best, next in
            guard let best else { return next }
            return next.interval.lower.promisesMore(than: best.interval.lower) ? next : best
        }
    }

    /// The draw that could reach furthest: the highest upper end, the earliest of equals.
    var furthest: Sample? {
        samples.reduce(nil) { best, next in
            guard let best, let reached = best.interval.upper else { return best ?? next }
            guard let upper = next.interval.upper else { return next }
            return upper.reachesFurther(than: reached) ? next : best
        }
    }

    /// The ratios that all draws together allow for the peak; nil without baseline or draw.
    var rise: Rise? {
        guard let baseline, let peak, let furthest else { return nil }
        return Rise(
            from: peak.interval.lower, to: furthest.interval.upper, over: baseline.interval)
    }
}

extension Tube {
    /// The order of a series: by second, then by what else can tell two tubes apart.
    fileprivate func precedes(_ other: Tube) -> Bool {
        if second != other.second { return second < other.second }
        return (place.second, specimen, number)
            < (other.place.second, other.specimen, other.number)
    }

    private var number: Int64 {
        if case .measured(_, let announcement) = fate { announcement } else { 0 }
    }
}
