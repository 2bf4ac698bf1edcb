import Protocols

/// The tubes of one injection and vein as a criterion reads them.
///
/// ```
///   −120      0 │ injection      from            to
/// ────○───────●─┼──────────────────●───●───○───●──┼────○──
///   older  baseline                draws in the window   too late
/// ```
struct Series {
    /// A tube with a result that can be compared.
    struct Sample {
        let tube: Tube
        let result: AssayResult
        let interval: Interval
        let announcement: Int64
    }

    /// A tube whose result cannot be compared, and why.
    struct Gap {
        let tube: Tube
        let reason: String
    }

    /// The last usable draw at second 0 or before.
    private(set) var baseline: Sample?
    /// Draws at second 0 or before that are later than the baseline and still awaited.
    private(set) var awaitedBaselines: [Tube] = []
    /// Draws at second 0 or before that are later than the baseline and of no use.
    private(set) var lostBaselines: [Gap] = []
    /// Comparable draws inside the window, in the order of their seconds.
    private(set) var samples: [Sample] = []
    /// Draws inside the window that are still awaited.
    private(set) var awaited: [Tube] = []
    /// Draws inside the window without a comparable result.
    private(set) var gaps: [Gap] = []
    /// Draws after the injection that the rule does not look at.
    private(set) var outside: [Tube] = []
    /// True when draws have results and none is in the baseline's unit.
    private(set) var sharesNoUnit = false

    private let analyte: String

    /// Sorts `tubes`, which are of one injection and vein, for a rule with this `window`.
    init(_ tubes: [Tube], analyte: String, window: Criterion.Window) {
        self.analyte = analyte
        let ordered = tubes.sorted { $0.precedes($1) }
        takeBaseline(from: ordered.filter { $0.second <= 0 })
        for tube in ordered where tube.second > 0 {
            if window.contains(tube.second) {
                takeDraw(tube)
            } else {
                outside.append(tube)
            }
        }
        sharesNoUnit = samples.isEmpty && gaps.contains { standing($0.tube).sample != nil }
    }

    private mutating func takeBaseline(from tubes: [Tube]) {
        for tube in tubes.reversed() {
            switch standing(tube) {
            case .awaited: awaitedBaselines.append(tube)
            case .lost(let reason): lostBaselines.append(Gap(tube: tube, reason: reason))
            case .usable(let sample) where sample.interval.isZero:
                lostBaselines.append(Gap(tube: tube, reason: "is zero, which gives no ratio"))
            case .usable(let sample):
                baseline = sample
                return
            }
        }
    }

    private mutating func takeDraw(_ tube: Tube) {
        switch standing(tube) {
        case .awaited: awaited.append(tube)
        case .lost(let reason): gaps.append(Gap(tube: tube, reason: reason))
        case .usable(let sample):
            if let baseline, !sample.result.sharesUnit(with: baseline.result) {
                let units = "is in \(sample.result.unit), the baseline in \(baseline.result.unit)"
                gaps.append(Gap(tube: tube, reason: "\(units): no ratio"))
            } else {
                samples.append(sample)
            }
        }
    }

    /// What can be made of one tube by itself.
    private enum Standing {
        case awaited
        case lost(String)
        case usable(Sample)

        var sample: Sample? { if case .usable(let sample) = self { sample } else { nil } }
    }

    private func standing(_ tube: Tube) -> Standing {
        switch tube.fate {
        case .awaited: return .awaited
        case .settled: return .lost("is void or missing")
        case .measured(let result, let announcement):
            guard result.analyte == analyte else {
                return .lost("was measured for \(result.analyte ?? result.test), not \(analyte)")
            }
            guard let interval = Interval(result) else {
                return .lost("has no value (\"\(result.text)\")")
            }
            return .usable(
                Sample(
                    tube: tube, result: result, interval: interval, announcement: announcement))
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
        (second, place.second, specimen, number)
            < (other.second, other.place.second, other.specimen, other.number)
    }

    private var number: Int64 {
        if case .measured(_, let announcement) = fate { announcement } else { 0 }
    }
}

extension AssayResult {
    /// True when both are in one unit, however it is spelled.
    func sharesUnit(with other: AssayResult) -> Bool { unit.plainUnit == other.unit.plainUnit }
}
