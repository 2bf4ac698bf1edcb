/// The hormonal map: what the verdicts say of each region, an inference from feed and drainage.
///
/// It keeps what was inferred; ``regions`` and ``reading`` are put into words when they are told.
public struct MapNews: Sendable {
    /// The anatomy and the plan.
    let atlas: Atlas
    /// The injections and veins that the inference names by their index.
    let places: [Place]
    /// What the verdicts come to.
    let inference: Inference

    /// What every view of the map must say of it.
    public var basis: String {
        """
        Inferred from which regions an artery feeds and a vein drains: an inference from drainage, \
        never an imaging finding.
        """
    }

    /// One injection and vein.
    struct Place: Sendable, Equatable {
        let injection: Int
        let site: String
        let vein: String
    }

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
        /// What every injection and vein that could see it says, in their order.
        public var evidence: [Statement]
        /// One sentence.
        public var reason: String
    }

    /// What one verdict says of a region.
    public struct Statement: Sendable, Equatable, Encodable {
        /// The injection's number.
        public var injection: Int
        /// The site's id.
        public var site: String
        /// The vein's id.
        public var vein: String
        /// `for`, `perhaps` (a rise that does not single it out), `open`, `explained` (a rise that
        /// others explain) or `against`.
        public var says: String
        /// The lower end of the peak ratio; null without one.
        public var ratio: Double?
        /// The second of the peak.
        public var second: Double?
        /// Why it says no more than that; null where the verdict says it all.
        public var why: String?
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
            case hepatic, pancreatic, both, diffuse
            case noStepUp = "no-step-up-detected"
            case unclear
            case incomplete
        }

        /// The reading.
        public var kind: Kind
        /// The producing regions.
        public var regions: [String]
        /// The sites whose step-ups speak for them, strongest first.
        public var territories: [String]
        /// The territory that stands out; null when none does.
        public var dominant: String?
        /// Why the localisation is not clear, a phrase each; empty when it is.
        public var doubts: [String]
        /// False while a verdict is provisional.
        public var final: Bool
        /// One sentence.
        public var text: String
    }
}

extension MapNews: Equatable {
    /// True when the map says what is inferred on an atlas.
    func infers(_ inference: borrowing Inference, on atlas: Atlas) -> Bool {
        self.atlas === atlas && self.inference == inference
    }

    /// Two maps are equal when they say the same: on one atlas, when the same was inferred.
    public static func == (left: MapNews, right: MapNews) -> Bool {
        if left.atlas === right.atlas { return left.inference == right.inference }
        return left.tree == right.tree && left.regions == right.regions
            && left.reading == right.reading
    }
}

extension MapNews: Encodable {
    private enum Key: String, CodingKey { case regions, reading, basis, tree }

    /// Writes regions, reading, basis and tree.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(regions, forKey: .regions)
        try object.encode(reading, forKey: .reading)
        try object.encode(basis, forKey: .basis)
        try object.encode(tree, forKey: .tree)
    }
}

extension MapNews.Statement {
    private enum Key: String, CodingKey {
        case injection, site, vein, says, ratio, second, why
    }

    /// Writes every key, null where there is nothing, and the ratio to four decimals.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(injection, forKey: .injection)
        try object.encode(site, forKey: .site)
        try object.encode(vein, forKey: .vein)
        try object.encode(says, forKey: .says)
        try object.encode(ratio?.toFourDecimals, forKey: .ratio)
        try object.encode(second, forKey: .second)
        try object.encode(why, forKey: .why)
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
