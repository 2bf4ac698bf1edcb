/// What is to be injected, drawn and judged in one procedure.
public struct Plan: Sendable, Equatable {
    /// The template it was made from, or a title of its own.
    public var title: String
    /// The patient's pseudonym; never a name.
    public var pseudonym: String
    /// The hormone that is judged, such as `insulin` or `gastrin`.
    public var analyte: String
    /// The unit that is expected of the analyzer; a ratio only needs that both its results share
    /// one.
    public var unit: String
    /// What is injected.
    public var stimulant: Stimulant
    /// The injection sites, in order.
    public var sites: [Site]
    /// The veins that are sampled, in order.
    public var veins: [Vein]
    /// The planned seconds of the draws; 0 or less before the injection.
    public var draws: [Int]
    /// Seconds to wait between two injections.
    public var wait: Int
    /// The rule that verdicts and the map follow.
    public var criterion: Criterion
    /// Rules whose verdicts are shown beside; the map does not follow them.
    public var alongside: [Criterion]
    /// The unit conversions that rules may use; the first for an analyte and its units counts.
    public var conversions: [Conversion]
    /// The variants of the anatomy that the patient has, by id.
    public var variants: [String]
    /// How specimens are recognised.
    public var tagging: Tagging
    /// What of all this is not to be done any more.
    public var dropped = Dropped()

    /// A plan; see the properties, and ``problems()`` for whether it can be carried out.
    public init(
        title: String, pseudonym: String, analyte: String, unit: String, stimulant: Stimulant,
        sites: [Site], veins: [Vein], draws: [Int], wait: Int, criterion: Criterion,
        alongside: [Criterion] = [], conversions: [Conversion] = [], variants: [String] = [],
        tagging: Tagging
    ) {
        (self.title, self.pseudonym) = (title, pseudonym)
        (self.analyte, self.unit, self.stimulant) = (analyte, unit, stimulant)
        (self.sites, self.veins, self.draws) = (sites, veins, draws)
        (self.wait, self.criterion, self.tagging) = (wait, criterion, tagging)
        (self.alongside, self.conversions) = (alongside, conversions)
        self.variants = variants
    }

    /// Every rule, the one that the map follows first.
    var criteria: [Criterion] { [criterion] + alongside }

    /// The stimulant and its dose.
    public struct Stimulant: Sendable, Equatable, Codable {
        /// `calcium` or `secretin`.
        public var name: String
        /// The dose as prescribed, in words: `0.025 mEq/kg`.
        public var dose: String

        /// A stimulant; see the properties.
        public init(name: String, dose: String) {
            self.name = name
            self.dose = dose
        }
    }

    /// An injection site: an artery of the anatomy file, or free text that it does not know.
    public struct Site: Sendable, Equatable, Codable {
        /// Short name, unique in the plan: `RHA`.
        public var id: String
        /// The name in full.
        public var name: String

        /// A site; see the properties.
        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// A sampled vein.
    public struct Vein: Sendable, Equatable, Codable {
        /// Short name, unique in the plan: `RHV`.
        public var id: String
        /// The name in full.
        public var name: String

        /// A vein; see the properties.
        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// How a result's specimen ID leads to a tube; ways that are not used stay nil.
    public struct Tagging: Sendable, Equatable, Codable {
        /// The tag of labels printed from the plan: IDs are `TAG-02-RHV-060`, and `B120` for −120
        /// s.
        public var labels: String?
        /// A specimen sheet: this ID is this tube.
        public var sheet: [Row]
        /// For analyzers without a bar-code reader: this position of the run is this tube.
        public var positions: [Row]

        /// One row of a sheet: an ID or a position, and its tube.
        public struct Row: Sendable, Equatable, Codable {
            /// The specimen ID, or the position as the analyzer sends it.
            public var key: String
            /// The tube.
            public var place: Mark.Place

            /// The tube `place` is known as `key`.
            public init(key: String, place: Mark.Place) {
                self.key = key
                self.place = place
            }
        }

        /// Tagging; see the properties.
        public init(labels: String?, sheet: [Row], positions: [Row]) {
            self.labels = labels
            self.sheet = sheet
            self.positions = positions
        }
    }
}
