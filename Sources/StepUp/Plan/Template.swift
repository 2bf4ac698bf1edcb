/// A plan without a patient, from `config/procedures/`: published defaults that a site edits.
public struct Template: Sendable, Equatable, Codable {
    /// What the procedure is called.
    public var title: String
    /// The hormone that is judged.
    public var analyte: String
    /// The unit as the analyzer prints it.
    public var unit: String
    /// What is injected, and how much.
    public var stimulant: Plan.Stimulant
    /// The injection sites, in order.
    public var sites: [Plan.Site]
    /// The veins that are sampled, in order.
    public var veins: [Plan.Vein]
    /// The planned seconds of the draws; 0 or less before the injection.
    public var draws: [Int]
    /// Seconds to wait between two injections.
    public var wait: Int
    /// The id of the criterion in `config/criteria.yaml` that verdicts and the map follow.
    public var criterion: String
    /// The ids of criteria whose verdicts are shown beside; nil = none.
    public var alongside: [String]?
    /// The ids of the conversions in `config/units.yaml` that criteria may use; nil = none.
    public var conversions: [String]?
    /// The ids of the variants in `config/anatomy.yaml` that the patient has; nil = none.
    public var variants: [String]?
    /// Where the protocol was published; nil for a site's own.
    public var source: String?
    /// How far the source was read, and what in the template is ours.
    public var read: String?

    /// A template; see the properties.
    public init(
        title: String, analyte: String, unit: String, stimulant: Plan.Stimulant,
        sites: [Plan.Site], veins: [Plan.Vein], draws: [Int], wait: Int, criterion: String,
        alongside: [String]? = nil, conversions: [String]? = nil, variants: [String]? = nil
    ) {
        (self.title, self.analyte, self.unit) = (title, analyte, unit)
        (self.stimulant, self.sites, self.veins) = (stimulant, sites, veins)
        (self.draws, self.wait, self.criterion) = (draws, wait, criterion)
        (self.alongside, self.conversions) = (alongside, conversions)
        self.variants = variants
    }
}
