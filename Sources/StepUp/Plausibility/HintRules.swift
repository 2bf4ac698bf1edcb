/// When something looks odd enough to be said, as `config/hints.yaml` has it.
///
/// What is left out is not looked for. All of it ours: nothing in print gives a number for any of
/// these.
public struct HintRules: Sendable, Equatable, Codable {
    /// Two tubes that fit better the other way round.
    public struct Swap: Sendable, Equatable, Codable {
        /// Each lies so many times beside what its neighbours suggest.
        public var apart: Double
        /// The other way round each lies within so many times of that.
        public var fits: Double
        /// Or both are so far beside it, in opposite directions, and the other way round what they
        /// lie beside it, multiplied, shrinks so many times; left out, they must fit.
        public var shrinks: Double?
    }

    /// Two draws that fit better the other way round.
    public struct Zigzag: Sendable, Equatable, Codable {
        /// The rises and falls of the course, multiplied, shrink so many times.
        public var shrinks: Double
    }

    /// What is left of a specimen in the next.
    public struct Carry: Sendable, Equatable, Codable {
        /// The one before was so many times what is expected of this one.
        public var times: Double
        /// The excess is at most this share of the one before.
        public var share: Double
        /// The value is at least so many times what its neighbours suggest.
        public var excess: Double
    }

    /// Words of an analyzer.
    public struct Words: Sendable, Equatable, Codable {
        /// Parts of its flags and comments, in lower case.
        public var words: [String]
    }

    /// A multiple.
    public struct Times: Sendable, Equatable, Codable {
        /// So many times.
        public var times: Double
    }

    /// A rise from step to step.
    public struct Drift: Sendable, Equatable, Codable {
        /// Each so many times the one before.
        public var times: Double
        /// Over so many in a row.
        public var count: Int
    }

    /// A late rise.
    public struct Late: Sendable, Equatable, Codable {
        /// Every vein's peak is so many times its baseline, or more.
        public var times: Double
        /// Every vein's peak comes at this second or later.
        public var from: Double
        /// The highest ratio is at most so many times the lowest.
        public var alike: Double
    }

    /// A number of things.
    public struct Count: Sendable, Equatable, Codable {
        /// So many, or more.
        public var count: Int
    }

    /// A deviation in time.
    public struct Seconds: Sendable, Equatable, Codable {
        /// So many seconds, or more.
        public var seconds: Double
    }

    /// Rises in concentration that differ.
    public struct Discord: Sendable, Equatable, Codable {
        /// One rises by so many times what the other does, or more.
        public var times: Double
        /// After so many standard deviations of both, by the assays' imprecision, are taken off.
        public var deviations: Double
    }

    /// A yes.
    public struct Watched: Sendable, Equatable, Codable {
        /// True when it is looked for.
        public var watched: Bool
    }

    /// Tubes of two veins.
    public var swappedVeins: Swap?
    /// Draws of one vein.
    public var swappedTimes: Zigzag?
    /// Tubes of two injections.
    public var otherInjection: Swap?
    /// What is left of the specimen before.
    public var carryOver: Carry?
    /// The analyzer's words for haemolysis.
    public var haemolysis: Words?
    /// A baseline against the lowest of earlier injections.
    public var raisedBaseline: Times?
    /// Baselines that rise one after the other.
    public var driftingBaseline: Drift?
    /// An injection before the plan's wait was over.
    public var tooSoon: Watched?
    /// A late rise in every vein.
    public var recirculation: Late?
    /// Sites that all step up.
    public var allTerritories: Count?
    /// Veins that disagree after a pancreatic site.
    public var discordantVeins: Discord?
    /// A draw far from its planned second.
    public var offPlan: Seconds?
    /// A value where its assay can read too low.
    public var prozone: Watched?

    private enum CodingKeys: String, CodingKey {
        case haemolysis, recirculation, prozone
        case swappedVeins = "swapped-veins"
        case swappedTimes = "swapped-times"
        case otherInjection = "other-injection"
        case carryOver = "carry-over"
        case raisedBaseline = "raised-baseline"
        case driftingBaseline = "drifting-baseline"
        case tooSoon = "too-soon"
        case allTerritories = "all-territories"
        case discordantVeins = "discordant-veins"
        case offPlan = "off-plan"
    }

    /// Nothing is looked for.
    public init() {}
}
