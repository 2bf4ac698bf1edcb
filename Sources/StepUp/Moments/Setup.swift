public import Protocols

/// Everything that the fold depends on beside the moments: it enters as the first moment of a run.
public struct Setup: Sendable, Equatable, Codable {
    /// The program's version.
    public var version: String
    /// The site's name, as shown.
    public var site: String
    /// True when any line carries simulated results; it is then said on everything that goes out.
    public var simulated: Bool
    /// The configured lines, by name.
    public var lines: [String: LineSetup]
    /// The dialects in use, by name.
    public var dialects: [String: Dialect]
    /// The anatomy hints.
    public var anatomy: Anatomy
    /// What is known of every dialect there is, so that another one than the line's is noticed.
    public var known: [Acquaintance]

    /// What is known of the assays.
    public var assays: Assays
    /// When something does not look right.
    public var hints: HintRules

    /// What a line is to the fold: a dialect, and how it is set.
    public struct LineSetup: Sendable, Equatable, Codable {
        /// The name of the dialect spoken on it.
        public var dialect: String
        /// The settings of its port; nil where it has no speed.
        public var settings: LineSettings?

        /// A line that speaks `dialect`.
        public init(dialect: String, settings: LineSettings? = nil) {
            (self.dialect, self.settings) = (dialect, settings)
        }
    }

    /// A set-up; see the properties.
    public init(
        version: String, site: String, simulated: Bool, lines: [String: LineSetup],
        dialects: [String: Dialect], anatomy: Anatomy, known: [Acquaintance] = [],
        assays: Assays = .none, hints: HintRules = HintRules()
    ) {
        self.version = version
        self.site = site
        self.simulated = simulated
        self.lines = lines
        self.dialects = dialects
        self.anatomy = anatomy
        self.known = known
        self.assays = assays
        self.hints = hints
    }

    /// Reads a set-up; those of older journals know of no other dialect and of no assay.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: CodingKeys.self)
        version = try object.decode(String.self, forKey: .version)
        site = try object.decode(String.self, forKey: .site)
        simulated = try object.decode(Bool.self, forKey: .simulated)
        lines = try object.decode([String: LineSetup].self, forKey: .lines)
        dialects = try object.decode([String: Dialect].self, forKey: .dialects)
        anatomy = try object.decode(Anatomy.self, forKey: .anatomy)
        known = try object.decodeIfPresent([Acquaintance].self, forKey: .known) ?? []
        assays = try object.decodeIfPresent(Assays.self, forKey: .assays) ?? .none
        hints = try object.decodeIfPresent(HintRules.self, forKey: .hints) ?? HintRules()
    }
}
