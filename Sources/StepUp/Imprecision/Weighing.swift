internal import Protocols

/// What an examination knows of its own imprecision.
extension Examination {
    /// The measurements and the rule, or why nothing can be said.
    func certainty(isMixed: Bool) -> Certainty {
        guard let baseline = series.baseline, rise != nil else { return .none }
        guard rule.value.isRule else { return .unknown(.noRule) }
        guard contest == nil else { return .unknown(.contest) }
        guard !isMixed else { return .unknown(.mixed) }
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
