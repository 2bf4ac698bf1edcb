/// Which regions an artery feeds and a vein drains: editable hints, never facts about a patient.
public struct Anatomy: Sendable, Equatable, Codable {
    /// The regions of the map.
    public var regions: [Region]
    /// The arteries.
    public var arteries: [Artery]
    /// The veins.
    public var veins: [Vein]
    /// The named variants that a patient's plan can choose.
    public var variants: [Variant]
    /// The factors by which ratios are told apart.
    public var margins: Margins

    /// An anatomy; see the properties.
    public init(
        regions: [Region], arteries: [Artery], veins: [Vein], variants: [Variant] = [],
        margins: Margins = .usual
    ) {
        (self.regions, self.arteries, self.veins) = (regions, arteries, veins)
        (self.variants, self.margins) = (variants, margins)
    }

    /// Reads an anatomy; those of older journals have neither variants nor margins.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            regions: try object.decode([Region].self, forKey: .regions),
            arteries: try object.decode([Artery].self, forKey: .arteries),
            veins: try object.decode([Vein].self, forKey: .veins),
            variants: try object.decodeIfPresent([Variant].self, forKey: .variants) ?? [],
            margins: try object.decodeIfPresent(Margins.self, forKey: .margins) ?? .usual)
    }

    /// By how much ratios must differ before the map tells them apart; ours, since nothing in print
    /// says it.
    public struct Margins: Sendable, Equatable, Codable {
        /// How many times the next territory's peak ratio a dominant one reaches.
        public var dominance: Double
        /// Within which factor the peak ratios of one injection's veins are alike.
        public var agreement: Double

        /// Margins; see the properties.
        public init(dominance: Double, agreement: Double) {
            (self.dominance, self.agreement) = (dominance, agreement)
        }

        /// What holds where the file says nothing.
        ///
        /// Ours: 2 as the factor that makes a step-up; 1.5 as five times the ratio's imprecision
        /// with 5 % on each value.
        public static let usual = Margins(dominance: 2, agreement: 1.5)
    }

    /// What SNOMED CT calls it.
    public struct Code: Sendable, Equatable, Codable {
        /// The concept's identifier, 6 to 18 digits with its check digit.
        public var code: String
        /// The concept's term.
        public var term: String
        /// How sure the code is.
        public var standing: Standing

        /// How sure a code is.
        public enum Standing: String, Sendable, Codable, CaseIterable {
            /// Read in a published list of the terminology.
            case confirmed
            /// Found in use, and not compared with the terminology.
            case unverified
        }
    }

    /// A Couinaud segment or a pancreatic region.
    public struct Region: Sendable, Equatable, Codable {
        /// Short name: `S5`, `head`.
        public var id: String
        /// The name in full.
        public var name: String
        /// The organ it belongs to.
        public var organ: Organ
        /// Its code in SNOMED CT, where one is known.
        public var snomed: Code?

        /// A region; see the properties.
        public init(id: String, name: String, organ: Organ) {
            self.id = id
            self.name = name
            self.organ = organ
        }
    }

    /// The organs of the map.
    public enum Organ: String, Sendable, Codable, CaseIterable { case liver, pancreas }

    /// An artery, what it may also be called, and the regions it feeds.
    public struct Artery: Sendable, Equatable, Codable {
        /// Short name: `RHA`.
        public var id: String
        /// The name in full.
        public var name: String
        /// Other spellings.
        public var aliases: [String]
        /// The regions it feeds, by id.
        public var feeds: [String]
        /// Its code in SNOMED CT, where one is known.
        public var snomed: Code?

        /// An artery; see the properties.
        public init(id: String, name: String, aliases: [String], feeds: [String]) {
            self.id = id
            self.name = name
            self.aliases = aliases
            self.feeds = feeds
        }
    }

    /// A vein and the regions it drains.
    public struct Vein: Sendable, Equatable, Codable {
        /// Short name: `RHV`.
        public var id: String
        /// The name in full.
        public var name: String
        /// Other spellings.
        public var aliases: [String]
        /// The regions it drains, by id.
        public var drains: [String]
        /// Its code in SNOMED CT, where one is known.
        public var snomed: Code?

        /// A vein; see the properties.
        public init(id: String, name: String, aliases: [String], drains: [String]) {
            self.id = id
            self.name = name
            self.aliases = aliases
            self.drains = drains
        }
    }
}
