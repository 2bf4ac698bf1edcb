import Protocols

/// The sentences that a physician reads beside a verdict.
extension Criterion {
    /// Why the verdict is what it is: the rise first, then what is missing, then what was assumed.
    func reasons(for series: Series, rise: Rise?, plan: Plan) -> [String] {
        var sentences: [String] = []
        if let baseline = series.baseline, let rise {
            sentences += risen(series, over: baseline, rise: rise)
        }
        sentences += missing(series, rise: rise)
        sentences += assumed(series, plan: plan)
        return sentences
    }

    /// The rule in a few words: `more than 2 ×`.
    var rule: String? { ratio.map { "\(strict ? "more than" : "at least") \($0) ×" } }

    private func risen(_ series: Series, over baseline: Series.Sample, rise: Rise) -> [String] {
        guard let peak = series.peak, let furthest = series.furthest else { return [] }
        let over = "the baseline \(baseline.result.text) \(baseline.result.unit)"
        let own = Rise(
            from: peak.interval.lower, to: peak.interval.upper, over: baseline.interval)
        let words = rule.map { "rule: \($0)" } ?? "no published rule: no verdict is given"
        var sentences = [
            "\(peak.words) \(own.verb) \(own.words(beside: ratio)) \(over.trimmed) (\(words))."
        ]
        if own != rise {
            sentences.append(
                "\(furthest.words) leaves room for \(rise.words(beside: ratio)) the baseline.")
        }
        if let ratio, rise.finding(ratio: ratio, strict: strict) == .open, let rule {
            sentences.append("Whether the rise is \(rule) stays open: the results are bounds.")
        }
        return sentences
    }

    private func missing(_ series: Series, rise: Rise?) -> [String] {
        var sentences = series.lostBaselines.map { "The baseline \($0.tube.words) \($0.reason)." }
        if series.baseline == nil, series.awaitedBaselines.isEmpty {
            sentences.append("There is no usable baseline, so there is no ratio.")
        } else if !series.awaitedBaselines.isEmpty {
            let seconds = series.awaitedBaselines.reversed().seconds
            sentences.append("The baseline at \(seconds) is still awaited.")
        }
        if !series.awaited.isEmpty {
            let proven = ratio.map { rise?.finding(ratio: $0, strict: strict) == .proven } ?? false
            let effect = proven ? "; a higher peak can still come" : ""
            sentences.append("Still awaited: the draws at \(series.awaited.seconds)\(effect).")
        }
        sentences += series.gaps.map { "The draw \($0.tube.words) \($0.reason)." }
        if series.samples.isEmpty, series.awaited.isEmpty {
            sentences.append("No draw inside the window has a result that can be compared.")
        }
        return sentences
    }

    private func assumed(_ series: Series, plan: Plan) -> [String] {
        var sentences = series.outside.filter { $0.fate != .awaited }.map {
            "The draw \($0.words) is outside the window of \(window.words) and does not count."
        }
        let late = (series.samples.map(\.tube) + series.outside).filter { $0.place.second <= 0 }
        sentences += late.map {
            "The tube planned as a baseline was drawn \($0.words), after the injection."
        }
        let judged = (series.baseline.map { [$0] } ?? []) + series.samples
        let unmarked = judged.map(\.tube).filter(\.isUnmarked)
        if !unmarked.isEmpty {
            sentences.append(
                "Not marked when drawn, so that the planned second stands in: \(unmarked.seconds).")
        }
        if let unit = judged.first?.result.unit, unit.plainUnit != plan.unit.plainUnit {
            let stated = unit.isEmpty ? "have no unit" : "are in \(unit)"
            sentences.append("Results \(stated), the plan expects \(plan.unit).")
        }
        let analyzers = Set(judged.map(\.result.instrument)).sorted()
        if analyzers.count > 1 {
            let names = analyzers.map { $0.isEmpty ? "an unnamed one" : $0 }
            sentences.append("Measured on different analyzers: \(names.joined(separator: ", ")).")
        }
        return sentences
    }
}

extension Rise {
    /// True when the results exclude no ratio but zero.
    private var isAnything: Bool { lowest.isZero && highest == nil }

    fileprivate var verb: String { isAnything ? "could be" : "is" }

    /// The ratios in words: `4.1 ×`, `more than 15 ×`, `less than 0.4 ×`, `2 to 3.5 ×`.
    fileprivate func words(beside ratio: ExactDecimal?) -> String {
        let low = lowest.shown(places: 2, beside: ratio)?.description ?? "very many"
        if isAnything { return "any multiple of" }
        guard let highest else { return "\(isLowestIncluded ? "at least" : "more than") \(low) ×" }
        let high = highest.shown(places: 2, beside: ratio)?.description ?? "very many"
        if lowest == highest { return "\(low) ×" }
        if lowest.isZero {
            return "\(isHighestIncluded ? "at most" : "less than") \(high) ×"
        }
        return "\(low) to \(high) ×"
    }
}

extension Series.Sample {
    /// Value and time, as in `41.0 at 40 s`.
    fileprivate var words: String { "\(result.text) \(tube.words)" }
}

extension Tube {
    /// The time, as in `at 40 s`.
    fileprivate var words: String { "at \(second.secondWords) s" }
}

extension Sequence<Tube> {
    /// The times, as in `30, 60, 90 s`.
    fileprivate var seconds: String {
        map(\.second.secondWords).joined(separator: ", ") + " s"
    }
}

extension Criterion.Window {
    /// Both ends, as in `0 to 300 s`.
    fileprivate var words: String { "\(from.secondWords) to \(to.secondWords) s" }
}

extension Double {
    /// Seconds to a tenth, whole ones without a point, with a true minus sign.
    var secondWords: String {
        let tenths = (magnitude * 10).rounded() / 10
        guard tenths < 1e9 else { return description }
        let digits = tenths == tenths.rounded() ? String(Int(tenths)) : tenths.description
        return (self < 0 && tenths != 0 ? "\u{2212}" : "") + digits
    }
}

extension String {
    /// Without blanks at the end: a result without a unit leaves one.
    fileprivate var trimmed: String { last == " " ? String(dropLast()) : self }
}
