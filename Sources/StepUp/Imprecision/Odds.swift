internal import Protocols

/// The probability that the true rise passes a rule.
public struct Odds: Sendable, Equatable {
    /// The least that the results allow, from 0 to 1; bounds among them make it less than ``high``.
    public let low: Double
    /// The most that they allow.
    public let high: Double
    /// True when it is too near the threshold to be called, by the range in `config/assays.yaml`.
    public let near: Bool
    /// How many more measurements of baseline and draws, agreeing with these, would settle it; nil
    /// when it is settled, when bounds are in the way, or beyond ``limit``.
    public let settles: Int?

    /// The most replicates that are asked for: more is no advice.
    static let limit = 20
}

extension Certainty.Evidence {
    /// The probability, over everything that the bounds among the results allow.
    var odds: Odds {
        guard rule.decides == .threshold else {
            let share = chanceOfWinning
            let isNear = near.contains(share)
            return Odds(low: share, high: share, near: isNear, settles: nil)
        }
        let low = probability(draws: { $0.lower.value }, baseline: { $0.upper?.value })
        let isExact = isWhole && (baselines + draws).allSatisfy { $0.interval.isPoint }
        let high =
            isExact
            ? low
            : !isWhole ? 1 : probability(draws: { $0.upper?.value }, baseline: { $0.lower.value })
        let isNear = near.contains(low) || near.contains(high)
        return Odds(
            low: low, high: high, near: isNear, settles: isExact && isNear ? replicates(low) : nil)
    }

    /// How often everything must be measured again, with the same ratio each time, until the
    /// probability leaves the range: the scatter shrinks with the root of the measurements.
    private func replicates(_ probability: Double) -> Int? {
        let distance = NormalLaw.quantile(probability)
        let wanted = NormalLaw.quantile(probability > 0.5 ? near.to : near.from)
        let times = (wanted / distance) * (wanted / distance)
        guard distance != 0, times.isFinite, times <= Double(Odds.limit + 1) else { return nil }
        return max(1, Int(times.rounded(.up)) - 1)
    }

    /// The probability with every result at one end of what it allows.
    private func probability(
        draws end: (Interval) -> ExactDecimal?, baseline other: (Interval) -> ExactDecimal?
    ) -> Double {
        var known: [TrueResponse.Draw] = []
        for draw in draws {
            guard let value = end(draw.interval)?.approximate else { return 1 }
            if value > 0 { known.append(TrueResponse.Draw(draw, value)) }
        }
        var basal: [TrueBasal.Draw] = []
        for draw in baselines {
            guard let value = other(draw.interval)?.approximate else { return 0 }
            guard value > 0 else { return 1 }
            basal.append(TrueBasal.Draw(draw, value))
        }
        guard !known.isEmpty else { return 0 }
        let baseline = TrueBasal(basal, joined: joined)
        let response = TrueResponse(draws: known)
        return min(1, max(0, response.average { baseline.isBelow(demanded($0)) }))
    }

    /// The logarithm of the baseline below which a draw of this height passes the rule; nil when
    /// none is low enough.
    func demanded(_ height: Double) -> Double? {
        let byRatio = rule.ratio.map { height - NormalLaw.ln($0.ratio.approximate) }
        guard let increase else { return byRatio }
        let rest = NormalLaw.exp(height) - increase
        let byRise = rest > 0 ? NormalLaw.ln(rest) : nil
        guard rule.ratio != nil else { return byRise }
        switch rule.needs {
        case .all: return byRise.flatMap { rise in byRatio.map { min(rise, $0) } }
        case .any: return [byRatio, byRise].compactMap(\.self).max()
        }
    }
}

extension TrueResponse.Draw {
    /// A draw whose concentration was `value`.
    init(_ draw: Certainty.Measured, _ value: Double) {
        log = NormalLaw.ln(value)
        (variance, second) = (draw.assay.value.variance(at: value), draw.second)
    }
}

extension TrueBasal.Draw {
    /// A draw whose concentration was `value`.
    init(_ draw: Certainty.Measured, _ value: Double) {
        (self.value, variance) = (value, draw.assay.value.variance(at: value))
    }
}
