import Protocols

/// One injection and vein held against a rule: what state and sentences of a verdict follow from.
struct Examination {
    let rule: Shared<Criterion>
    let plan: Shared<Plan>
    let series: Series
    /// The ratios that the draws allow; nil without a baseline or a draw.
    let rise: Rise?
    /// What the rule's thresholds make of them; nil without a ratio, or without a rule.
    let finding: Rise.Finding?
    /// What the other sites make of it; nil unless the rule lets the highest site win.
    let contest: Contest?
    /// The injections and veins of other sites, where the highest wins.
    let rivals: [Contender]

    /// Holds `tubes`, which are of one injection and vein, against `rule`.
    init(
        _ tubes: [Tube], by rule: Shared<Criterion>, plan: Shared<Plan>, site: String,
        vein: String, among contenders: [Contender]
    ) {
        (self.rule, self.plan) = (rule, plan)
        series = Series(tubes, analyte: plan.value.analyte, rule: rule)
        rise = series.rise
        finding = rule.value.finding(of: series, rise: rise, plan: plan.value)
        if rule.value.decides == .highest, let rise {
            rivals = contenders.filter { $0.isRival(of: site, vein, by: rule.value.veins) }
            contest = Contest(of: rise, among: rivals.filter { !$0.isOut })
        } else {
            (rivals, contest) = ([], nil)
        }
    }

    /// The rows of the table of states, from what is missing to what is proven.
    var state: VerdictNews.State {
        guard series.baseline != nil else {
            return series.awaitsBaseline ? .awaitingBaseline : .unusable
        }
        let finding = contest.map { $0.finding(self.finding) } ?? self.finding
        switch finding {
        case .proven?: return .stepUp
        case _ where series.awaitsDraw || contest?.isAwaited == true: return .pending
        case _ where series.sharesNoUnit: return .unusable
        case .disproven? where !series.hasGap: return .noStepUp
        case .disproven?, .open?, nil: return .undecided
        }
    }

    /// True when no result that is awaited can change anything.
    var isFinal: Bool {
        !series.awaitsDraw && !series.awaitsBaseline && contest?.isAwaited != true
    }

    /// Which of a rule's two levels is reached for certain; nil for a rule with one.
    var level: VerdictNews.Level? {
        guard let neighbour = rule.value.neighbour, let rise, finding != nil else { return nil }
        if finding == .proven { return .feeder }
        guard finding == .disproven, !series.awaitsDraw, !series.hasGap else { return nil }
        return rise.finding(neighbour) == .proven ? .neighbour : nil
    }
}

extension Criterion {
    /// What the thresholds make of a rise; nil without one, or without a rule.
    fileprivate func finding(of series: Series, rise: Rise?, plan: Plan) -> Rise.Finding? {
        guard let rise, isRule else { return nil }
        let first = level.map { rise.finding($0) }
        let second = self.rise.map { series.finding(of: $0, plan: plan) }
        guard let first, let second else { return first ?? second ?? .proven }
        let decisive: Rise.Finding = needs == .all ? .disproven : .proven
        if first == decisive || second == decisive { return decisive }
        return first == second ? first : .open
    }
}
