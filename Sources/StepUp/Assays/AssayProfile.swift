public import Protocols

/// What is known of one assay: its imprecision, and the concentrations that it measures.
///
/// ```
///     quantified          measured          prozone
///  0 ────┤─────────────────────├───────────────┤──────────▶ concentration
///  below: [0, limit)    a plain number         above here it may read
///                       is what it says        far below the truth
/// ```
public struct AssayProfile: Sendable, Equatable {
    /// Its name in `config/assays.yaml`.
    public var id: String
    /// The hormones that it is of; empty = any.
    public var analytes: [String]
    /// The dialects whose analyzers measure it; empty = any.
    public var dialects: [String]
    /// The maker's test codes; empty = any.
    public var tests: [String]
    /// The unit of every concentration here; nil = any, and then there is no concentration.
    public var unit: String?
    /// The coefficient of variation, by rising concentration.
    public var cv: [Point]
    /// Below this a printed number is no measurement: it is judged as anywhere below.
    public var quantified: ExactDecimal?
    /// Above this a printed number of an undiluted specimen is judged as at least this.
    public var measured: ExactDecimal?
    /// Where too much hormone makes the number too low; nil = not known.
    public var prozone: Prozone?
    /// The probabilities between which a rise is near its threshold; nil = those of the file.
    public var near: Assays.Near?
    /// Where the figures are from.
    public var source: String
    /// How far the source was read, and what is ours.
    public var read: String

    /// The coefficient of variation at a concentration.
    public struct Point: Sendable, Equatable, Codable {
        /// The concentration, in the profile's unit; nil when it is one for all.
        public var at: ExactDecimal?
        /// Standard deviation over mean, in percent.
        public var percent: Double

        /// `percent` of what is measured, at the concentration `at`.
        public init(at: ExactDecimal?, percent: Double) {
            (self.at, self.percent) = (at, percent)
        }
    }

    /// A high-dose hook.
    public struct Prozone: Sendable, Equatable, Codable {
        /// The concentration from which it was seen.
        public var from: ExactDecimal
        /// True: an undiluted number from there up is judged as at least that number; false: it is
        /// judged as it stands, and a hint says so.
        public var opens: Bool

        /// A hook from the concentration `from`.
        public init(from: ExactDecimal, opens: Bool) {
            (self.from, self.opens) = (from, opens)
        }
    }

    /// A profile; the rest is set on the value.
    public init(id: String, cv: [Point], source: String, read: String) {
        (self.id, self.cv, self.source, self.read) = (id, cv, source, read)
        (analytes, dialects, tests) = ([], [], [])
    }

    /// True for results of `analyte` on an analyzer that speaks `dialect`; the test code and the
    /// unit are the result's own (``covers(_:)``).
    func serves(_ analyte: String, dialect: String) -> Bool {
        (analytes.isEmpty || analytes.contains(analyte))
            && (dialects.isEmpty || dialects.contains(dialect))
    }

    /// True for the test code and the unit of `result`.
    func covers(_ result: borrowing AssayResult) -> Bool {
        (tests.isEmpty || tests.contains(result.test))
            && (unit.map { result.unit.isSameUnit(as: $0) } ?? true)
    }

    /// True when a number can be judged as anything but what it says.
    var hasLimits: Bool { quantified != nil || measured != nil || prozone?.opens == true }
}

extension AssayProfile: Codable {
    private enum Key: String, CodingKey {
        case id, analytes, dialects, tests, unit, cv, prozone, near, source, read
        case quantified = "quantified-from"
        case measured = "measured-to"
    }

    /// Reads a profile; what does not limit it may be left out.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        func names(_ key: Key) throws -> [String] {
            try keys.decodeIfPresent([String].self, forKey: key) ?? []
        }
        self.init(
            id: try keys.decode(String.self, forKey: .id),
            cv: try keys.decode([Point].self, forKey: .cv),
            source: try keys.decode(String.self, forKey: .source),
            read: try keys.decode(String.self, forKey: .read))
        (analytes, dialects) = (try names(.analytes), try names(.dialects))
        tests = try names(.tests)
        unit = try keys.decodeIfPresent(String.self, forKey: .unit)
        quantified = try keys.decodeIfPresent(ExactDecimal.self, forKey: .quantified)
        measured = try keys.decodeIfPresent(ExactDecimal.self, forKey: .measured)
        prozone = try keys.decodeIfPresent(Prozone.self, forKey: .prozone)
        near = try keys.decodeIfPresent(Assays.Near.self, forKey: .near)
    }

    /// Writes a profile.
    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(id, forKey: .id)
        if !analytes.isEmpty { try keys.encode(analytes, forKey: .analytes) }
        if !dialects.isEmpty { try keys.encode(dialects, forKey: .dialects) }
        if !tests.isEmpty { try keys.encode(tests, forKey: .tests) }
        try keys.encodeIfPresent(unit, forKey: .unit)
        try keys.encode(cv, forKey: .cv)
        try keys.encodeIfPresent(quantified, forKey: .quantified)
        try keys.encodeIfPresent(measured, forKey: .measured)
        try keys.encodeIfPresent(prozone, forKey: .prozone)
        try keys.encodeIfPresent(near, forKey: .near)
        try keys.encode(source, forKey: .source)
        try keys.encode(read, forKey: .read)
    }
}
