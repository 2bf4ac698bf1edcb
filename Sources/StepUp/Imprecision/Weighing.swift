internal import Protocols

/// What an examination knows of its own imprecision.
extension Examination {
    /// The measurements and the rule, or why nothing can be said.
    func certainty(isMixed: Bool) -> Certainty {
        guard rise != nil else { return .none }
        guard rule.value.isRule else { return .unknown(.noRule) }
        guard !isMixed else { return .unknown(.mixed) }
        guard contest != nil else { return alone }
        guard case .of(var evidence) = alone else { return alone }
        let rivals = rivals.compactMap(\.evidence)
        guard evidence.isExact, rivals.count == self.rivals.count, rivals.allSatisfy(\.isExact)
        else { return .unknown(.contest) }
        evidence.rivals = rivals
        return .of(evidence)
    }

    /// The same without a look at other sites.
    private var alone: Certainty {
        guard let baseline = series.baseline else { return .none }
        var increase: Double?
        if let wanted = rule.value.rise {
            guard let factor = plan.value.factor(from: series.unit(of: baseline), to: wanted.unit)
            else { return .unknown(.unconverted) }
            increase = wanted.by.approximate / factor.approximate
        }
        var evidence = Certainty.Evidence(
            baselines: [], joined: rule.value.baseline, draws: [],
            isWhole: !series.awaitsDraw && !series.awaitsBaseline && !series.hasGap,
            rule: Ground.Rule(rule.value),
            increase: increase, near: series.near(baseline.index))
        evidence.draws.reserveCapacity(series.parts.count)
        for index in series.parts.indices {
            switch series.parts[index] {
            case .baseline:
                guard let known = series.measured(at: index) else { return .unknown(.noAssay) }
                evidence.baselines.append(known)
            case .sample:
                guard let known = series.measured(at: index) else { return .unknown(.noAssay) }
                evidence.draws.append(known)
            default: break
            }
        }
        return .of(evidence)
    }
}

extension Examination {
    /// What was measured, where all of it is known well enough to be compared with other sites.
    var evidence: Certainty.Evidence? {
        if rise != nil, case .of(let evidence) = alone { evidence } else { nil }
    }
}

extension Series {
    /// The probabilities that are near a threshold, by the assay of one result.
    fileprivate func near(_ index: Int) -> Assays.Near {
        tubes[index].assay?.value.near ?? Assays.none.near
    }

    /// A result with what is known of its assay; nil when nothing is.
    fileprivate func measured(at index: Int) -> Certainty.Measured? {
        guard let assay = tubes[index].assay, let interval = tubes[index].interval else {
            return nil
        }
        return Certainty.Measured(interval: interval, second: tubes[index].second, assay: assay)
    }
}
