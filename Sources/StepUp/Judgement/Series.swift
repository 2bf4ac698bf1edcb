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

    /// What a tube is to the rule.
    enum Part {
        /// Before the baseline: not looked at.
        case older
        /// The last usable draw at second 0 or before.
        case baseline
        /// At second 0 or before, later than the baseline, and still awaited.
        case awaitedBaseline
        /// At second 0 or before, later than the baseline, and of no use.
        case lostBaseline(Loss)
        /// Inside the window, with a result that can be compared.
        case sample
        /// Inside the window, and still awaited.
        case awaited
        /// Inside the window, without a result that can be compared.
        case gap(Loss)
        /// After the injection, where the rule does not look.
        case outside
    }

    /// All tubes, in the order of their seconds.
    let tubes: [Tube]
    /// What each is.
    private(set) var parts: [Part]
    /// The last usable draw at second 0 or before.
    private(set) var baseline: Sample?
    /// The draw that promises most: the highest lower end, the earliest of equals.
    private(set) var peak: Sample?
    /// The draw that could reach furthest: the highest upper end, the earliest of equals.
    private(set) var furthest: Sample?
    /// True when a draw before the injection is still awaited that would be the baseline.
    private(set) var awaitsBaseline = false
    /// True when a draw inside the window is still awaited.
    private(set) var awaitsDraw = false
    /// True when a draw inside the window has no result that can be compared.
    private(set) var hasGap = false
    /// True when draws have results and none is in the baseline's unit.
    private(set) var sharesNoUnit = false

    private let analyte: String

    /// Sorts `tubes`, which are of one injection and vein, for a rule with this `window`.
    init(_ tubes: [Tube], analyte: String, window: Criterion.Window) {
        self.analyte = analyte
        self.tubes = tubes.isInOrder ? tubes : tubes.sorted { $0.precedes($1) }
        parts = Array(repeating: .older, count: tubes.count)
        let later = self.tubes.firstIndex { $0.second > 0 } ?? self.tubes.endIndex
        takeBaseline(before: later)
        for index in later..<self.tubes.endIndex {
            if window.contains(self.tubes[index].second) {
                takeDraw(at: index)
            } else {
                parts[index] = .outside
            }
        }
        if peak != nil { sharesNoUnit = false }
    }

    /// The result of a tube, and the announcement that told it; nil while there is none.
    func result(at index: Int) -> (content: Shared<AssayResult>, announcement: Int64)? {
        guard case .measured(let result, let announcement) = tubes[index].fate else { return nil }
        return (result, announcement)
    }

    private mutating func takeBaseline(before end: Int) {
        var index = end
        while index > 0, baseline == nil {
            index -= 1
            switch standing(index) {
            case .awaited:
                parts[index] = .awaitedBaseline
                awaitsBaseline = true
            case .lost(let loss): parts[index] = .lostBaseline(loss)
            case .usable(let interval) where interval.isZero: parts[index] = .lostBaseline(.zero)
            case .usable(let interval):
                parts[index] = .baseline
                baseline = Sample(index: index, interval: interval)
            }
        }
    }

    private mutating func takeDraw(at index: Int) {
        switch standing(index) {
        case .awaited:
            parts[index] = .awaited
            awaitsDraw = true
        case .lost(let loss):
            parts[index] = .gap(loss)
            hasGap = true
        case .usable(let interval):
            if let baseline, !unit(at: index).isSameUnit(as: unit(at: baseline.index)) {
                parts[index] = .gap(.units(unit(at: index), baseline: unit(at: baseline.index)))
                hasGap = true
                sharesNoUnit = true
            } else {
                parts[index] = .sample
                compare(Sample(index: index, interval: interval))
            }
        }
    }

    /// Takes the next sample for peak or furthest, if it is.
    private mutating func compare(_ next: Sample) {
        if let best = peak {
            if next.interval.lower.promisesMore(than: best.interval.lower) { peak = next }
        } else {
            peak = next
        }
        guard let best = furthest else {
            furthest = next
            return
        }
        guard let reached = best.interval.upper else { return }
        guard next.interval.upper?.reachesFurther(than: reached) ?? true else { return }
        furthest = next
    }

    private func unit(at index: Int) -> String {
        if case .measured(let result, _) = tubes[index].fate { result.value.unit } else { "" }
    }

    /// What can be made of one tube by itself.
    private enum Standing {
        case awaited
        case lost(Loss)
        case usable(Interval)
    }

    private func standing(_ index: Int) -> Standing {
        switch tubes[index].fate {
        case .awaited: return .awaited
        case .settled: return .lost(.settled)
        case .measured(let shared, _):
            guard shared.value.analyte == analyte else {
                return .lost(
                    .otherAnalyte(shared.value.analyte ?? shared.value.test, wanted: analyte))
            }
            guard let interval = Interval(shared.value) else {
                return .lost(.noValue(shared.value.text))
            }
            return .usable(interval)
        }
    }
}

extension Series {
    /// The ratios that all draws together allow for the peak; nil without baseline or draw.
    var rise: Rise? {
        guard let baseline, let peak, let furthest else { return nil }
        return Rise(
            from: peak.interval.lower, to: furthest.interval.upper, over: baseline.interval)
    }
}

extension [Tube] {
    /// True when no tube precedes the one before it.
    fileprivate var isInOrder: Bool {
        for index in indices.dropFirst() where self[index].precedes(self[index - 1]) {
            return false
        }
        return true
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
