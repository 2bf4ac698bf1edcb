internal import Protocols

/// What a physician reads of a verdict's imprecision, in one sentence.
extension Certainty {
    /// The probability; nil where nothing can be said.
    public var odds: Odds? { if case .of(let evidence) = self { evidence.odds } else { nil } }

    /// The probability if every result had been measured by `assay`; nil where nothing can be said.
    public func odds(by assay: AssayProfile) -> Odds? {
        guard case .of(let evidence) = self else { return nil }
        return evidence.measured(by: Shared(assay)).odds
    }

    /// One sentence; nil while there is no ratio.
    func words(_ odds: Odds?) -> String? {
        switch self {
        case .none: nil
        case .unknown(let why): "No probability is given: \(why.words)."
        case .of(let evidence): odds.map { evidence.words($0) }
        }
    }
}

extension Certainty.Evidence {
    fileprivate func measured(by assay: Shared<AssayProfile>) -> Self {
        var other = self
        for index in other.draws.indices { other.draws[index].assay = assay }
        for index in other.baselines.indices { other.baselines[index].assay = assay }
        other.rivals = rivals.map { $0.measured(by: assay) }
        return other
    }

    fileprivate func words(_ odds: Odds) -> String {
        guard isWhole else {
            return
                "So far it is \(odds.low.percent) likely that the true rise is \(rule.limits), by "
                + "\(scatter): draws are awaited or missing."
        }
        let what = "\(odds.words) that the true rise is \(aim), by \(scatter)"
        guard odds.near else { return what + "." }
        guard let more = odds.settles else { return what + ": near the threshold." }
        let times = more == 1 ? "one more measurement" : "\(more) more measurements"
        return what + ": near the threshold; \(times) of each tube that agreed would settle it."
    }

    /// What the rule asks of the true rise.
    private var aim: String {
        guard rule.decides == .highest else { return rule.limits }
        let highest = "the highest of all sites"
        return rule.limits.isEmpty ? highest : "\(rule.limits), and \(highest)"
    }

    /// Whose imprecision it is: `insulin (CV 5 %)`.
    private var scatter: String {
        var names: [String] = []
        for one in baselines + draws where !names.contains(one.assay.value.words) {
            names.append(one.assay.value.words)
        }
        return "the imprecision of " + names.joined(separator: ", ")
    }
}

extension AssayProfile {
    /// The profile's name and its coefficient of variation.
    fileprivate var words: String {
        let least = cv.map(\.percent).min() ?? 0
        let most = cv.map(\.percent).max() ?? 0
        return "\(id) (CV \(least.short)\(least == most ? "" : " to \(most.short)") %)"
    }
}

extension Odds {
    /// `93 % likely`, `at least 20 % likely`.
    fileprivate var words: String {
        switch (low, high) {
        case (low, low): "\(low.percent) likely"
        case (_, 1): "At least \(low.percent) likely"
        case (0, _): "At most \(high.percent) likely"
        default: "\(low.percent) to \(high.percent) likely"
        }
    }
}

extension Double {
    /// In percent, never as certain: `less than 1 %`, `93 %`.
    fileprivate var percent: String {
        if self < 0.01 { return "less than 1 %" }
        if self > 0.99 { return "more than 99 %" }
        return "\(Int((self * 100).rounded())) %"
    }

    /// Without a point where it is whole.
    fileprivate var short: String { self == rounded() ? String(Int(self)) : description }
}

extension Certainty.Ignorance {
    fileprivate var words: String {
        switch self {
        case .noAssay: "nothing is known of how far this assay scatters (assays.yaml)"
        case .mixed: "the analyzers' bias against one another is not known"
        case .contest: "the highest site wins, and a peak is awaited, missing or a bound"
        case .noRule: "the rule gives no verdict"
        case .unconverted: "the rule names another unit than the results'"
        }
    }
}
