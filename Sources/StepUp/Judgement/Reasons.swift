import Protocols

/// What a verdict rests on.
extension Criterion {
    /// Why the verdict is what it is: the rise first, then what is missing, then what was assumed.
    func grounds(for series: Series, rise: Rise?, plan: Plan) -> [Ground] {
        var grounds: [Ground] = []
        if let rise { addRise(series, rise, to: &grounds) }
        addMissing(series, rise, to: &grounds)
        addAssumed(series, plan, to: &grounds)
        return grounds
    }

    private func addRise(_ series: Series, _ rise: Rise, to grounds: inout [Ground]) {
        guard let baseline = series.baseline, let peak = series.peak,
            let furthest = series.furthest,
            let base = series.result(at: baseline.index)?.content.value
        else { return }
        let rule = ratio.map { Ground.Rule(ratio: $0, strict: strict) }
        let own = Rise(
            from: peak.interval.lower, to: peak.interval.upper, over: baseline.interval)
        grounds.append(
            .risen(
                series.peak(peak, own), over: Ground.Base(text: base.text, unit: base.unit),
                rule: rule))
        if peak != furthest, own != rise {
            grounds.append(.room(series.peak(furthest, rise), rule: rule))
        }
        if let rule, rise.finding(ratio: rule.ratio, strict: strict) == .open {
            grounds.append(.open(rule))
        }
    }

    private func addMissing(_ series: Series, _ rise: Rise?, to grounds: inout [Ground]) {
        for index in series.parts.indices.reversed() {
            guard case .lostBaseline(let loss) = series.parts[index] else { continue }
            grounds.append(.lostBaseline(series.second(index), loss))
        }
        if series.awaitsBaseline {
            let seconds = series.seconds { part in
                if case .awaitedBaseline = part { true } else { false }
            }
            grounds.append(.awaitedBaseline(seconds))
        } else if series.baseline == nil {
            grounds.append(.noBaseline)
        }
        if series.awaitsDraw {
            let proven = ratio.map { rise?.finding(ratio: $0, strict: strict) == .proven } ?? false
            let seconds = series.seconds { part in if case .awaited = part { true } else { false } }
            grounds.append(.awaited(seconds, proven: proven))
        }
        if series.hasGap {
            for index in series.parts.indices {
                guard case .gap(let loss) = series.parts[index] else { continue }
                grounds.append(.gap(series.second(index), loss))
            }
        }
        if series.peak == nil, !series.awaitsDraw { grounds.append(.nothingToCompare) }
    }

    private func addAssumed(_ series: Series, _ plan: Plan, to grounds: inout [Ground]) {
        var isUnmarked = false
        for index in series.parts.indices {
            switch series.parts[index] {
            case .outside where series.tubes[index].fate.isAwaited: break
            case .outside: grounds.append(.outside(series.second(index), span: window))
            case .baseline, .sample: isUnmarked = isUnmarked || series.tubes[index].isUnmarked
            default: break
            }
        }
        for index in series.tubes.indices
        where series.tubes[index].second > 0 && series.tubes[index].place.second <= 0 {
            grounds.append(.lateBaseline(series.second(index)))
        }
        if isUnmarked {
            let judged = series.tubes.indices.filter {
                series.isJudged($0) && series.tubes[$0].isUnmarked
            }
            grounds.append(.unmarked(judged.map { series.second($0) }))
        }
        addMeasured(series, plan, to: &grounds)
    }

    /// What is odd about the unit and the analyzers of the results that were judged.
    private func addMeasured(_ series: Series, _ plan: Plan, to grounds: inout [Ground]) {
        var first: Shared<AssayResult>?
        var isOneAnalyzer = true
        for index in series.parts.indices where series.isJudged(index) {
            guard let result = series.result(at: index)?.content else { continue }
            guard let first else {
                first = result
                continue
            }
            if result.value.instrument != first.value.instrument { isOneAnalyzer = false }
        }
        guard let unit = first?.value.unit else { return }
        if !unit.isSameUnit(as: plan.unit) { grounds.append(.unit(unit, expected: plan.unit)) }
        guard !isOneAnalyzer else { return }
        let names = series.parts.indices.compactMap { index in
            series.isJudged(index) ? series.result(at: index)?.content.value.instrument : nil
        }
        grounds.append(.analyzers(Set(names).sorted()))
    }
}

extension Series {
    /// True for the baseline and for what is held against it.
    fileprivate func isJudged(_ index: Int) -> Bool {
        switch parts[index] {
        case .baseline, .sample: true
        default: false
        }
    }

    fileprivate func second(_ index: Int) -> ShownSecond { ShownSecond(tubes[index].second) }

    /// The seconds of the tubes that are some `part`, in their order.
    fileprivate func seconds(of part: (Part) -> Bool) -> [ShownSecond] {
        var seconds: [ShownSecond] = []
        seconds.reserveCapacity(parts.count)
        for index in parts.indices where part(parts[index]) { seconds.append(second(index)) }
        return seconds
    }

    fileprivate func peak(_ sample: Sample, _ rise: Rise) -> Ground.Peak {
        Ground.Peak(
            text: result(at: sample.index)?.content.value.text ?? "",
            second: second(sample.index), rise: rise)
    }
}

extension Tube.Fate {
    fileprivate var isAwaited: Bool { if case .awaited = self { true } else { false } }
}
