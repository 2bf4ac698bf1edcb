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
    /// The id of the criterion in `config/criteria.yaml`.
    public var criterion: String

    /// A template; see the properties.
    public init(
        title: String, analyte: String, unit: String, stimulant: Plan.Stimulant,
        sites: [Plan.Site], veins: [Plan.Vein], draws: [Int], wait: Int, criterion: String
    ) {
        (self.title, self.analyte, self.unit) = (title, analyte, unit)
        (self.stimulant, self.sites, self.veins) = (stimulant, sites, veins)
        (self.draws, self.wait, self.criterion) = (draws, wait, criterion)
    }

    /// The plan for one patient; `tag` starts the printed labels, nil when IDs come otherwise.
    public func plan(pseudonym: String, tag: String?, criterion: Criterion) -> Plan {
        Plan(
            title: title, pseudonym: pseudonym, analyte: analyte, unit: unit, stimulant: stimulant,
            sites: sites, veins: veins, draws: draws, wait: wait, criterion: criterion,
            tagging: Plan.Tagging(labels: tag, sheet: [], positions: []))
    }
}
