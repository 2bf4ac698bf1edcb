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

    /// What a line is to the fold: a dialect.
    public struct LineSetup: Sendable, Equatable, Codable {
        /// The name of the dialect spoken on it.
        public var dialect: String

        /// A line that speaks `dialect`.
        public init(dialect: String) { self.dialect = dialect }
    }

    /// A set-up; see the properties.
    public init(
        version: String, site: String, simulated: Bool, lines: [String: LineSetup],
        dialects: [String: Dialect], anatomy: Anatomy
    ) {
        self.version = version
        self.site = site
        self.simulated = simulated
        self.lines = lines
        self.dialects = dialects
        self.anatomy = anatomy
    }
}
