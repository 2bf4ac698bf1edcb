extension VerdictNews: Encodable {
    private enum Key: String, CodingKey {
        case injection, site, vein, analyte, criterion, rule, state, level, final, ratio, second
        case baseline, peak, reasons, mixed, probability, near, settles, certainty, awaited
        case replaces, previous, withdrawn
    }

    /// Writes the verdict, and why in sentences.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(injection, forKey: .injection)
        try object.encode(site, forKey: .site)
        try object.encode(vein, forKey: .vein)
        try object.encode(analyte, forKey: .analyte)
        try object.encode(criterion, forKey: .criterion)
        try object.encodeIfPresent(rule.map { Rule($0.value) }, forKey: .rule)
        try object.encode(state, forKey: .state)
        try object.encodeIfPresent(level, forKey: .level)
        try object.encode(final, forKey: .final)
        try object.encodeIfPresent(ratio, forKey: .ratio)
        try object.encodeIfPresent(second, forKey: .second)
        try object.encodeIfPresent(baseline, forKey: .baseline)
        try object.encodeIfPresent(peak, forKey: .peak)
        try object.encode(reasons, forKey: .reasons)
        try object.encode(mixed, forKey: .mixed)
        let odds = certainty.odds
        try object.encodeIfPresent(
            odds.map { Ratio(low: $0.low, high: $0.high) }, forKey: .probability)
        try object.encode(odds?.near ?? false, forKey: .near)
        try object.encodeIfPresent(odds?.settles, forKey: .settles)
        try object.encodeIfPresent(certainty.words(odds), forKey: .certainty)
        try object.encodeIfPresent(awaited, forKey: .awaited)
        try object.encodeIfPresent(replaces, forKey: .replaces)
        try object.encodeIfPresent(previous, forKey: .previous)
        try object.encode(withdrawn, forKey: .withdrawn)
    }
}

extension VerdictNews {
    /// What a verdict says of its criterion.
    fileprivate struct Rule: Encodable {
        /// What it is called.
        let title: String
        /// What it asks for, and how strictly; null where it gives no verdict.
        let asks: String?
        /// Who published it.
        let source: String
        /// How far that was read, and what in the rule is ours.
        let read: String

        init(_ criterion: Criterion) {
            (title, source, read) = (criterion.title, criterion.source, criterion.read)
            asks = criterion.isRule ? Ground.Rule(criterion).words : nil
        }
    }
}
