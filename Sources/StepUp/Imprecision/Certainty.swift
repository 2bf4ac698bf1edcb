internal import Protocols

/// How sure a verdict can be of the true rise, given how far the assays scatter.
///
/// It keeps what was measured; the probability is computed when it is told, since verdicts change
/// with most results and few are read.
public enum Certainty: Sendable, Equatable {
    /// There is no ratio yet.
    case none
    /// Nothing can be said, and why not.
    case unknown(Ignorance)
    /// What was measured, and what it is held against.
    indirect case of(Evidence)

    /// Why there is no probability.
    public enum Ignorance: Sendable, Equatable {
        /// No profile is known of an assay.
        case noAssay
        /// The results are of different analyzers, whose bias against one another is not known.
        case mixed
        /// The highest site wins, and a peak is awaited, missing or a bound.
        case contest
        /// The rule gives no verdict.
        case noRule
        /// The rule names a unit that the results are not in.
        case unconverted
    }

    /// What was measured of one injection and vein, and the rule.
    public struct Evidence: Sendable, Equatable {
        /// The draws that the baseline is made of.
        var baselines: [Measured]
        /// How they are joined.
        let joined: Criterion.Baseline
        /// The draws inside the window, by second.
        var draws: [Measured]
        /// False while a draw that could be higher is awaited or missing.
        let isWhole: Bool
        /// The rule, as it is put in words.
        let rule: Ground.Rule
        /// What was measured of other sites, where the highest wins.
        var rivals: [Evidence] = []
        /// What the rule asks of a rise in concentration, in the unit of the results.
        let increase: Double?
        /// The probabilities that are near a threshold.
        let near: Assays.Near
    }

    /// One result with its assay.
    public struct Measured: Sendable, Equatable {
        let interval: Interval
        let second: Double
        var assay: Shared<AssayProfile>

        public static func == (left: Measured, right: Measured) -> Bool {
            left.second == right.second && left.interval == right.interval
                && left.assay == right.assay
        }
    }
}

extension AssayProfile {
    /// The variance of a measurement's logarithm at a concentration: ln(1 + CV²).
    func variance(at concentration: Double) -> Double {
        let cv = percent(at: concentration) / 100
        return NormalLaw.ln(1 + cv * cv)
    }

    /// The coefficient of variation in percent: that of the nearest point, between two interpolated
    /// over the logarithm of the concentration.
    func percent(at concentration: Double) -> Double {
        guard cv.count > 1, let next = cv.firstIndex(where: { $0.limit >= concentration }) else {
            return cv.last?.percent ?? 0
        }
        guard next > 0 else { return cv[0].percent }
        let (low, high) = (cv[next - 1], cv[next])
        let (from, to) = (NormalLaw.ln(low.limit), NormalLaw.ln(high.limit))
        let share = (NormalLaw.ln(concentration) - from) / (to - from)
        return low.percent + share * (high.percent - low.percent)
    }
}

extension AssayProfile.Point {
    fileprivate var limit: Double { at?.approximate ?? .infinity }
}
