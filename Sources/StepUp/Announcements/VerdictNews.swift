/// What a criterion says of one injection and vein, so far.
public struct VerdictNews: Sendable, Equatable, Encodable {
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
    /// False while an expected result could still change it.
    public var final: Bool
    /// The peak ratio to baseline as an interval; null while there is none.
    public var ratio: Ratio?
    /// The second of the peak: actual, or planned where the draw was not marked.
    public var second: Double?
    /// The baseline.
    public var baseline: Value?
    /// The peak.
    public var peak: Value?
    /// Why, in sentences.
    public var reasons: [String]
    /// The verdict's announcement that this one replaces.
    public var replaces: Int64?
    /// True when a step-up that was announced is taken back.
    public var withdrawn: Bool

    /// An interval of ratios; `high` null means without limit.
    public struct Ratio: Sendable, Equatable, Encodable {
        /// The smallest ratio that the results allow.
        public var low: Double
        /// The largest; null without limit.
        public var high: Double?
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

extension VerdictNews.Ratio {
    private enum Key: String, CodingKey { case low, high }

    /// Writes both ends to four decimals; more would pretend a precision that no assay has.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(low.toFourDecimals, forKey: .low)
        try object.encode(high?.toFourDecimals, forKey: .high)
    }
}

extension MapNews.Evidence {
    private enum Key: String, CodingKey { case injection, site, vein, ratio, second }

    /// Writes the ratio to four decimals, as its verdict does.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(injection, forKey: .injection)
        try object.encode(site, forKey: .site)
        try object.encode(vein, forKey: .vein)
        try object.encode(ratio.toFourDecimals, forKey: .ratio)
        try object.encode(second, forKey: .second)
    }
}

extension Double {
    /// The nearest number with four decimals, which prints short.
    var toFourDecimals: Double { (self * 10_000).rounded() / 10_000 }
}

/// The hormonal map: what the verdicts say of each region, an inference from feed and drainage.
public struct MapNews: Sendable, Equatable, Encodable {
    /// The regions, in the anatomy's order.
    public var regions: [Region]
    /// The overall reading.
    public var reading: Reading
    /// What every view of the map must say of it.
    public var basis = """
        Inferred from which regions an artery feeds and a vein drains: an inference from drainage, \
        never an imaging finding.
        """

    /// One region.
    public struct Region: Sendable, Equatable, Encodable {
        /// What the evidence says.
        public enum State: String, Sendable, Encodable, CaseIterable {
            case producing
            case notProducing = "not-producing"
            case undecided
            case notExamined = "not-examined"
        }

        /// The region's id.
        public var region: String
        /// Its organ.
        public var organ: Anatomy.Organ
        /// What the evidence says.
        public var state: State
        /// The verdict with the highest ratio that speaks for it.
        public var strongest: Evidence?
        /// The numbers of the injections that support it.
        public var supporting: [Int]
        /// One sentence.
        public var reason: String
    }

    /// One verdict as evidence.
    public struct Evidence: Sendable, Equatable, Encodable {
        /// The injection's number.
        public var injection: Int
        /// The site's id.
        public var site: String
        /// The vein's id.
        public var vein: String
        /// The lower end of the peak ratio.
        public var ratio: Double
        /// The second of the peak.
        public var second: Double
    }

    /// The whole in one word and one sentence.
    public struct Reading: Sendable, Equatable, Encodable {
        /// Never "no tumour".
        public enum Kind: String, Sendable, Encodable, CaseIterable {
            case hepatic, pancreatic, both
            case noStepUp = "no-step-up-detected"
            case unclear
            case incomplete
        }

        /// The reading.
        public var kind: Kind
        /// The producing regions.
        public var regions: [String]
        /// False while a verdict is provisional.
        public var final: Bool
        /// One sentence.
        public var text: String
    }
}
