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
        guard let peak = series.peak, let furthest = series.furthest,
            let base = series.result(at: baseline.index)?.content
        else { return [] }
        let over = base.unit.isEmpty ? base.text : "\(base.text) \(base.unit)"
        let own = Rise(
            from: peak.interval.lower, to: peak.interval.upper, over: baseline.interval)
        let words = rule.map { "rule: \($0)" } ?? "no published rule: no verdict is given"
        let multiple = "\(own.verb) \(own.words(beside: ratio))"
        var sentences = ["\(series.words(peak)) \(multiple) the baseline \(over) (\(words))."]
        if peak != furthest, own != rise {
            let room = "leaves room for \(rise.words(beside: ratio)) the baseline"
            sentences.append("\(series.words(furthest)) \(room).")
        }
        if let ratio, rise.finding(ratio: ratio, strict: strict) == .open, let rule {
            sentences.append("Whether the rise is \(rule) stays open: the results are bounds.")
        }
        return sentences
    }

    private func missing(_ series: Series, rise: Rise?) -> [String] {
        var sentences = series.lostBaselines.map {
            "The baseline \(series.time($0.index)) \($0.reason)."
        }
        if series.baseline == nil, series.awaitedBaselines.isEmpty {
            sentences.append("There is no usable baseline, so there is no ratio.")
        } else if !series.awaitedBaselines.isEmpty {
            let seconds = series.seconds(series.awaitedBaselines.reversed())
            sentences.append("The baseline at \(seconds) is still awaited.")
        }
        if !series.awaited.isEmpty {
            let proven = ratio.map { rise?.finding(ratio: $0, strict: strict) == .proven } ?? false
            let effect = proven ? "; a higher peak can still come" : ""
            let seconds = series.seconds(series.awaited)
            sentences.append("Still awaited: the draws at \(seconds)\(effect).")
        }
        sentences += series.gaps.map { "The draw \(series.time($0.index)) \($0.reason)." }
        if series.samples.isEmpty, series.awaited.isEmpty {
            sentences.append("No draw inside the window has a result that can be compared.")
        }
        return sentences
    }

    private func assumed(_ series: Series, plan: Plan) -> [String] {
        var sentences: [String] = []
        for index in series.outside where series.tubes[index].fate != .awaited {
            let time = series.time(index)
            sentences.append(
                "The draw \(time) is outside the window of \(span) and does not count.")
        }
        let judged = (series.baseline.map { [$0.index] } ?? []) + series.samples.map(\.index)
        for index in series.tubes.indices
        where series.tubes[index].second > 0 && series.tubes[index].place.second <= 0 {
            let time = series.time(index)
            sentences.append(
                "The tube planned as a baseline was drawn \(time), after the injection.")
        }
        let unmarked = judged.filter { series.tubes[$0].isUnmarked }
        if !unmarked.isEmpty {
            let seconds = series.seconds(unmarked)
            sentences.append(
                "Not marked when drawn, so that the planned second stands in: \(seconds).")
        }
        return sentences
            + measured(judged.compactMap { series.result(at: $0)?.content }, plan: plan)
    }

    /// What is odd about the unit and the analyzers of the results that were judged.
    private func measured(_ results: [AssayResult], plan: Plan) -> [String] {
        guard let first = results.first else { return [] }
        var sentences: [String] = []
        if !first.unit.isSameUnit(as: plan.unit) {
            let stated = first.unit.isEmpty ? "have no unit" : "are in \(first.unit)"
            sentences.append("Results \(stated), the plan expects \(plan.unit).")
        }
        if results.contains(where: { $0.instrument != first.instrument }) {
            let names = Set(results.map(\.instrument)).sorted()
                .map { $0.isEmpty ? "an unnamed one" : $0 }
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

extension Series {
    /// Value and time, as in `41.0 at 40 s`.
    fileprivate func words(_ sample: Sample) -> String {
        "\(result(at: sample.index)?.content.text ?? "") \(time(sample.index))"
    }

    /// The time, as in `at 40 s`.
    fileprivate func time(_ index: Int) -> String { "at \(tubes[index].second.secondWords) s" }

    /// The times, as in `30, 60, 90 s`.
    fileprivate func seconds(_ indices: [Int]) -> String {
        indices.map { tubes[$0].second.secondWords }.joined(separator: ", ") + " s"
    }
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
