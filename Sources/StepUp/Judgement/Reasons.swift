import Protocols

/// What a verdict rests on.
extension Examination {
    /// Why the verdict is what it is: the rise first, then what the other sites make of it, what is
    /// missing, and what was assumed.
    var grounds: [Ground] {
        var grounds: [Ground] = []
        grounds.reserveCapacity(4)
        if let rise { addRise(rise, to: &grounds) }
        if let contest { addContest(contest, to: &grounds) }
        addMissing(to: &grounds)
        addAssumed(to: &grounds)
        return grounds
    }

    private func addRise(_ rise: Rise, to grounds: inout [Ground]) {
        guard let baseline = series.baseline, let peak = series.peak,
            let furthest = series.furthest,
            let base = series.base(baseline, by: rule.value.baseline)
        else { return }
        let limits = rule.value.isRule ? Ground.Rule(rule.value) : nil
        let own = Rise(from: peak.interval.lower, to: peak.interval.upper, over: baseline)
        grounds.append(.risen(series.peak(peak, own), over: base, rule: limits))
        if peak != furthest, own != rise {
            grounds.append(.room(series.peak(furthest, rise), rule: limits))
        }
        if let wanted = rule.value.rise?.unit, !wanted.isSameUnit(as: base.unit) {
            let conversion = plan.value.conversion(from: base.unit, to: wanted)
            let missing = Ground.unconverted(base.unit, wanted: wanted)
            grounds.append(conversion.map { .converted($0) } ?? missing)
        }
        if let limits, finding == .open { grounds.append(.open(limits)) }
        if level == .neighbour, let neighbour = rule.value.neighbour {
            grounds.append(.neighbour(neighbour))
        }
    }

    private func addContest(_ contest: Contest, to grounds: inout [Ground]) {
        guard finding != .disproven else { return }
        if let winner = contest.winner {
            if let rival = Ground.Rival(winner) { grounds.append(.surpassed(by: rival)) }
            if contest.isAwaited { grounds.append(.awaitedSites(contest.awaited)) }
            return
        }
        if state == .stepUp {
            grounds.append(.highest(next: contest.next.flatMap { Ground.Rival($0) }))
        }
        let equals = contest.equals.compactMap { Ground.Rival($0) }
        if !equals.isEmpty { grounds.append(.level(with: equals)) }
        if contest.isAwaited { grounds.append(.awaitedSites(contest.awaited)) }
        if !contest.unknown.isEmpty { grounds.append(.unknownSites(contest.unknown)) }
    }

    private func addMissing(to grounds: inout [Ground]) {
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
            let proven = finding == .proven
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

    private func addAssumed(to grounds: inout [Ground]) {
        var isUnmarked = false
        for index in series.parts.indices {
            switch series.parts[index] {
            case .outside where series.tubes[index].fate.isAwaited: break
            case .outside: grounds.append(.outside(series.second(index), span: rule.value.window))
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
        addMeasured(to: &grounds)
    }

    /// What is odd about the unit and the analyzers of the results that were judged.
    private func addMeasured(to grounds: inout [Ground]) {
        var first: Int?
        var isOneAnalyzer = true
        for index in series.parts.indices where series.isJudged(index) {
            let own = first ?? index
            first = own
            isOneAnalyzer = isOneAnalyzer && series.sharesAnalyzer(index, own)
            if let limit = series.limit(at: index) { grounds.append(limit) }
            if !series.tubes[index].rivals.isEmpty {
                grounds.append(.either(series.second(index), series.tubes[index].texts))
            }
        }
        guard let first, let unit = series.result(at: first)?.content.value.unit else { return }
        if !unit.isSameUnit(as: plan.value.unit) {
            grounds.append(.unit(unit, expected: plan.value.unit))
        }
        guard !isOneAnalyzer else { return }
        grounds.append(.analyzers(series.analyzers))
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

    /// True when two results came from one analyzer and test.
    fileprivate func sharesAnalyzer(_ index: Int, _ other: Int) -> Bool {
        guard index != other, case .measured(let one, _) = tubes[index].fate,
            case .measured(let two, _) = tubes[other].fate
        else { return true }
        return one.value.instrument == two.value.instrument && one.value.test == two.value.test
            && tubes[index].line.isSameLine(as: tubes[other].line)
    }

    /// The analyzers of the results that were judged, each with what tells it from the others.
    fileprivate var analyzers: [String] {
        let judged = parts.indices.filter { isJudged($0) }
        let results = judged.compactMap { result(at: $0)?.content.value }
        let lines = judged.map { tubes[$0].line.lineOfCaller }
        let isOneTest = Set(results.map(\.test)).count < 2
        let isOneLine = Set(lines).count < 2
        let names = zip(results, lines).map { result, line in
            (result.instrument.isEmpty ? "an unnamed one" : result.instrument)
                + (isOneLine ? "" : " on line \(line)") + (isOneTest ? "" : " by \(result.test)")
        }
        return Set(names).sorted()
    }

    /// What a number is judged as instead of itself.
    fileprivate func limit(at index: Int) -> Ground? {
        guard let assay = tubes[index].assay, assay.value.hasLimits,
            let result = result(at: index)?.content,
            let limit = assay.value.limit(of: result.value)
        else { return nil }
        return .limited(second(index), limit, unit: result.value.unit)
    }

    fileprivate func second(_ index: Int) -> ShownSecond { ShownSecond(tubes[index].second) }

    /// The seconds of the tubes that are some `part`, in their order.
    fileprivate func seconds(of part: (Part) -> Bool) -> [ShownSecond] {
        var seconds: [ShownSecond] = []
        seconds.reserveCapacity(parts.count)
        for index in parts.indices where part(parts[index]) { seconds.append(second(index)) }
        return seconds
    }

    /// The baseline as sent.
    fileprivate func base(_ base: Basal, by rule: Criterion.Baseline) -> Ground.Base? {
        guard let last = result(at: base.index)?.content else { return nil }
        let earlier = base.others.reversed().compactMap { result(at: $0)?.content.value.text }
        return Ground.Base(
            text: last.value.text, earlier: earlier, unit: last.value.unit, rule: rule)
    }

    fileprivate func peak(_ sample: Sample, _ rise: Rise) -> Ground.Peak {
        Ground.Peak(
            text: result(at: sample.index)?.content.value.text ?? "",
            second: second(sample.index), rise: rise)
    }
}

extension Ground.Rule {
    init(_ criterion: borrowing Criterion) {
        ratio = criterion.level
        (rise, needs, decides) = (criterion.rise, criterion.needs, criterion.decides)
    }
}

extension Ground.Rival {
    fileprivate init?(_ contender: Contender) {
        guard let rise = contender.rise else { return nil }
        self.init(site: contender.site, vein: contender.vein, rise: rise)
    }
}

extension Tube.Fate {
    fileprivate var isAwaited: Bool { if case .awaited = self { true } else { false } }
}
