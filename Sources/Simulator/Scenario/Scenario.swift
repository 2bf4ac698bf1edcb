/// One imagined patient, team and laboratory: a file of `config/scenarios/`.
///
/// Everything in it is made up and is marked SIMULATED wherever it is shown. Times are seconds,
/// flows mL/min, secretions in the numerator of the hormone's unit per minute.
public struct Scenario: Sendable, Equatable, Codable {
    /// What it shows, in one line.
    public var title: String
    /// The procedure template that the team follows, by its name in `config/procedures/`.
    public var template: String
    /// The hormone, by its name in `config/hormones.yaml`; the plan's analyte.
    public var hormone: String
    /// The imagined patient's pseudonym.
    public var pseudonym: String
    /// The tag on the printed labels, two characters.
    public var tag: String
    /// The analyzer that speaks unless another is asked for, by its name in `config/dialects/`.
    public var dialect: String
    /// The rule that verdicts follow, by its name in `config/criteria.yaml`.
    public var criterion: String
    /// What is injected each time, in the unit of the hormone's `half`.
    public var dose: Double
    /// The imagined patient.
    public var body: Body
    /// The team in the room.
    public var team: Team
    /// The assay.
    public var assay: Assay
    /// The way to the analyzer, and its pace.
    public var laboratory: Laboratory
    /// What goes wrong with single tubes; often nothing.
    public var mishaps: [Mishap]
    /// What goes wrong on the analyzer's cable; nothing when left out.
    public var faults: Faults?

    /// The imagined patient.
    public struct Body: Sendable, Equatable, Codable {
        /// The liver's blood flow, mL/min.
        public var flow: Double
        /// What healthy tissue secretes at rest.
        public var secretion: Double
        /// How much one injection's response differs from the next: a coefficient of variation.
        public var variability: Double
        /// The tumours.
        public var tumours: [Tumour]
        /// This patient's arteries: the share of a bolus that reaches each region.
        ///
        /// A site that is not named here follows the anatomy hints, in equal shares.
        public var feeds: [String: [String: Double]]
        /// The share of a dose that comes back with the blood; left out, the hormone file's.
        public var recirculation: Double?
        /// The sampled veins, by id.
        public var veins: [String: Vein]
    }

    /// Tumour tissue in one region.
    public struct Tumour: Sendable, Equatable, Codable {
        /// The region, by its id in the anatomy file.
        public var region: String
        /// What it secretes at rest.
        public var secretion: Double
        /// How many times that it adds when fully stimulated; 0 for tissue that does not answer.
        public var gain: Double
    }

    /// A sampled vein.
    public struct Vein: Sendable, Equatable, Codable {
        /// Its share of the liver's blood flow.
        public var flow: Double
        /// The share of each region's blood that it takes.
        public var drains: [String: Double]
    }

    /// The hands in the room.
    public struct Team: Sendable, Equatable, Codable {
        /// Seconds from the opening of the procedure to the first draw.
        public var preparation: Double
        /// Standard deviation of a draw's second around its plan.
        public var jitter: Double
        /// Seconds between the tubes of one planned time, as the hands go from vein to vein.
        public var stagger: Double
        /// Seconds that the catheter needs to the next artery, at the least.
        public var catheter: Double
    }

    /// How the hormone is measured.
    public struct Assay: Sendable, Equatable, Codable {
        /// Coefficient of variation in the middle of the range.
        public var cv: Double
        /// Standard deviation near zero, in the unit.
        public var blank: Double
        /// The limit of quantification: below it `<` is reported.
        public var from: Double
        /// The end of the linear range: above it `>` is reported.
        public var to: Double
        /// The dilution at which an over-range specimen is measured again; 1 = it is not.
        public var dilution: Int
        /// The share of each specimen that is left in the next; nothing when left out.
        public var carry: Double?
    }

    /// The way from the room to the result.
    public struct Laboratory: Sendable, Equatable, Codable {
        /// Seconds from an injection's last draw to the analyzer, spinning included.
        public var transport: Double
        /// Seconds from loading to the result.
        public var turnaround: Double
        /// Seconds between two specimens: 3600 by the throughput in an hour.
        public var interval: Double
    }
}
