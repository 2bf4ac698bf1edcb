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
        /// At second 0 or before: not looked at.
        case older
        /// The baseline, or a part of it.
        case baseline
        /// At second 0 or before, still awaited, and it would be the baseline or a part of it.
        case awaitedBaseline
        /// At second 0 or before, and of no use, where it would be the baseline or a part of it.
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
    /// What the draws at second 0 or before come to.
    private(set) var baseline: Basal?
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

    /// Sorts `tubes`, which are of one injection and vein, for a rule.
    init(_ tubes: [Tube], analyte: String, rule: Shared<Criterion>) {
        self.analyte = analyte
        self.tubes = tubes.isInOrder ? tubes : tubes.sorted { $0.precedes($1) }
        parts = tubes.map { _ in .older }
        let later = self.tubes.firstIndex { $0.second > 0 } ?? self.tubes.endIndex
        takeBaseline(before: later, rule: rule)
        for index in later..<self.tubes.endIndex {
            if rule.value.window.contains(self.tubes[index].second) {
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

    /// Reads the draws before the injection from the last one back, as far as the rule goes.
    private mutating func takeBaseline(before end: Int, rule: Shared<Criterion>) {
        var index = end
        while index > 0, baseline == nil || rule.value.baseline != .last {
            index -= 1
            guard rule.value.takesBaseline(at: tubes[index].place.second) else { continue }
            switch standing(index) {
            case .awaited:
                parts[index] = .awaitedBaseline
                awaitsBaseline = true
            case .lost(let loss): parts[index] = .lostBaseline(loss)
            case .usable(let interval) where interval.isZero: parts[index] = .lostBaseline(.zero)
            case .usable(let interval):
                addBaseline(Sample(index: index, interval: interval), rule.value.baseline)
            }
        }
    }

    /// Takes a draw for the baseline, beside those that it has, if they share a unit.
    private mutating func addBaseline(_ sample: Sample, _ rule: Criterion.Baseline) {
        guard let base = baseline else {
            parts[sample.index] = .baseline
            baseline = Basal(sample)
            return
        }
        let (own, shared) = (unit(at: sample.index), unit(at: base.index))
        guard own.isSameUnit(as: shared), let joined = base.joined(with: sample, by: rule)
        else {
            parts[sample.index] = .lostBaseline(.units(own, baseline: shared))
            return
        }
        parts[sample.index] = .baseline
        baseline = joined
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

    /// The unit of the baseline.
    func unit(of base: Basal) -> String { unit(at: base.index) }

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
            guard let interval = tubes[index].interval else {
                let isAlone = tubes[index].rivals.isEmpty
                return .lost(isAlone ? .noValue(shared.value.text) : .either(tubes[index].texts))
            }
            return .usable(interval)
        }
    }
}

extension Series {
    /// The ratios that all draws together allow for the peak; nil without baseline or draw.
    var rise: Rise? {
        guard let baseline, let peak, let furthest else { return nil }
        return Rise(from: peak.interval.lower, to: furthest.interval.upper, over: baseline)
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
