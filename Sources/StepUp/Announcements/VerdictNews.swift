/// What a criterion says of one injection and vein, so far.
public struct VerdictNews: Sendable, Equatable {
    /// The states of a verdict.
    public enum State: String, Sendable, Encodable, CaseIterable {
        /// No usable baseline result yet.
        case awaitingBaseline = "awaiting-baseline"
        /// Nothing proves a step-up so far, and results are still to come.
        case pending
        /// A result proves the rise.
        case stepUp = "step-up"
        /// Every result is in, and each disproves it.
        case noStepUp = "no-step-up"
        /// Every result is in, and bounds or gaps leave it open.
        case undecided
        /// No verdict can come: the baseline is void, zero or in another unit.
        case unusable
    }

    /// The levels of a rule that tells a feeder from its neighbours.
    public enum Level: String, Sendable, Encodable, CaseIterable {
        /// The artery that feeds the tumour.
        case feeder
        /// A territory beside it.
        case neighbour
    }

    /// The injection's number.
    public var injection: Int
    /// The site's id.
    public var site: String
    /// The vein's id.
    public var vein: String
    /// The analyte judged.
    public var analyte: String
    /// The criterion's id.
    public var criterion: String
    /// What it says.
    public var state: State
    /// The level that was reached, of a rule with two; null otherwise.
    public var level: Level?
    /// False while an expected result could still change it.
    public var final: Bool
    /// The peak ratio to baseline as an interval; null while there is none.
    public var ratio: Ratio?
    /// The second of the peak: actual, or planned where the draw was not marked.
    public var second: Double?
    /// The baseline; of several draws, the last.
    public var baseline: Value?
    /// The peak.
    public var peak: Value?
    /// Why; ``reasons`` has the sentences.
    public var grounds: [Ground]
    /// The criterion itself; set when the verdict is told.
    var rule: Shared<Criterion>?
    /// What the assays' imprecision leaves of it; ``odds`` has the numbers.
    public var certainty = Certainty.none
    /// The verdict's announcement that this one replaces.
    public var replaces: Int64?
    /// What that one said; null for the first.
    public var previous: Previous?
    /// True when a step-up that was announced is taken back.
    public var withdrawn: Bool

    /// Why, in sentences.
    public var reasons: [String] { grounds.map(\.description) }

    /// True when results of different analyzers, lines or tests were held against one another.
    public var mixed: Bool { grounds.areMixed }

    /// True when both say the same of the same place, whatever either replaced.
    func says(theSameAs other: borrowing VerdictNews) -> Bool {
        state == other.state && final == other.final && second == other.second
            && ratio == other.ratio && peak == other.peak && baseline == other.baseline
            && level == other.level && grounds == other.grounds && certainty == other.certainty
    }

    /// An interval of ratios; `high` null means without limit.
    public struct Ratio: Sendable, Equatable, Encodable {
        /// The smallest ratio that the results allow.
        public var low: Double
        /// The largest; null without limit.
        public var high: Double?
    }

    /// What a verdict said before.
    public struct Previous: Sendable, Equatable, Encodable {
        /// What it said.
        public var state: State
        /// The ratios that the results allowed; null while there were none.
        public var ratio: Ratio?
        /// The peak as sent; null while there was none.
        public var peak: String?
        /// The baseline as sent; null while there was none.
        public var baseline: String?

        /// What `verdict` says.
        init(_ verdict: borrowing VerdictNews) {
            (state, ratio) = (verdict.state, verdict.ratio)
            (peak, baseline) = (verdict.peak?.text, verdict.baseline?.text)
        }
    }

    /// A result that the verdict rests on.
    public struct Value: Sendable, Equatable, Encodable {
        /// The specimen.
        public var specimen: String
        /// The text as sent.
        public var text: String
        /// The unit as sent.
        public var unit: String
        /// Seconds after the injection.
        public var second: Double
        /// The announcement that told it.
        public var result: Int64
    }
}

extension [Ground] {
    /// True when results of different analyzers were held against one another.
    var areMixed: Bool { contains { if case .analyzers = $0 { true } else { false } } }
}

extension VerdictNews.Ratio {
    private enum Key: String, CodingKey { case low, high }

    /// Writes both ends to four decimals; more would pretend a precision that no assay has.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(low.toFourDecimals, forKey: .low)
        try object.encode(high?.toFourDecimals, forKey: .high)
    }
}

extension Double {
    /// The nearest number with four decimals, which prints short.
    var toFourDecimals: Double { (self * 10_000).rounded() / 10_000 }
}
