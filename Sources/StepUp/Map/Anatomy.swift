/// Which regions an artery feeds and a vein drains: editable hints, never facts about a patient.
public struct Anatomy: Sendable, Equatable, Codable {
    /// The regions of the map.
    public var regions: [Region]
    /// The arteries.
    public var arteries: [Artery]
    /// The veins.
    public var veins: [Vein]

    /// An anatomy; see the properties.
    public init(regions: [Region], arteries: [Artery], veins: [Vein]) {
        self.regions = regions
        self.arteries = arteries
        self.veins = veins
    }

    /// A Couinaud segment or a pancreatic region.
    public struct Region: Sendable, Equatable, Codable {
        /// Short name: `S5`, `head`.
        public var id: String
        /// The name in full.
        public var name: String
        /// The organ it belongs to.
        public var organ: Organ

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

        /// A vein; see the properties.
        public init(id: String, name: String, aliases: [String], drains: [String]) {
            self.id = id
            self.name = name
            self.aliases = aliases
            self.drains = drains
        }
    }
}
