/// Which regions an artery feeds and a vein drains: editable hints, never facts about a patient.
public struct Anatomy: Sendable, Equatable, Codable {
    /// The regions of the map.
    public var regions: [Region]
    /// The arteries.
    public var arteries: [Artery]
    /// The veins.
    public var veins: [Vein]

    /// A Couinaud segment or a pancreatic region.
    public struct Region: Sendable, Equatable, Codable {
        /// Short name: `S5`, `head`.
        public var id: String
        /// The name in full.
        public var name: String
        /// The organ it belongs to.
        public var organ: Organ
    }

    /// The organs of the map.
    public enum Organ: String, Sendable, Codable { case liver, pancreas }

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
    }
}
