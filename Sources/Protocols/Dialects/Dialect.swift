/// What one analyzer does differently from the standards: read from a file in `config/dialects/`.
///
/// A quirk is a key with a reason, never an `if` on the analyzer's name. Keys that a file leaves
/// out have the standard's own meaning, which is the default of the property here.
public struct Dialect: Sendable, Equatable, Codable {
    /// The file's name without its ending.
    public var name: String

    /// Maker and model, as shown.
    public var title: String

    /// Where the facts are from: manuals with their sections, captures; one source an element.
    public var provenance: [String]

    /// How far the facts can be trusted.
    public var confidence: Confidence

    /// Texts in the first record by which the maker names itself, such as `ACCESS^`: what
    /// ``Recognition`` goes by.
    public var signs: [String] = []

    /// The line settings that the maker ships; operators can change them on the instrument.
    public var line = LineSettings()

    /// How frames are made and taken: the E1381 link and its deviations.
    public var link = LinkOptions()

    /// Which record and field hold what, and what the texts in them mean.
    public var reads = Reading()

    /// The maker's test codes, or the names that stand beside them (``Reading/testName``).
    ///
    /// Every one can be set otherwise at a site; a code that is not here has no analyte.
    public var analytes: [String: Assay] = [:]

    /// How queries are answered; nil when nothing is known of how this analyzer takes orders.
    public var orders: Ordering?

    /// How the simulated analyzer writes; nil when there is none for this dialect.
    public var writes: Writing?

    /// How far a dialect's facts can be trusted.
    public enum Confidence: String, Sendable, Codable, CaseIterable {
        /// Seen in bytes whose check sums verify.
        case captured
        /// Read in the maker's manual or in working code.
        case documented
        /// From secondary or partial sources.
        case partial
        /// General knowledge, confirmed by nothing.
        case unverified
    }

    /// What a test code measures.
    public struct Assay: Sendable, Equatable, Codable {
        /// The analyte's name in plans and criteria, such as `insulin` or `gastrin`.
        public var analyte: String

        /// The unit that is expected, spelled as the analyzer prints it; nil when sites differ.
        public var unit: String?

        /// The assay's name beside its code, for makers who send both; nil when they do not.
        public var name: String?

        /// True for the code that is ordered where several measure the same analyte, false for one
        /// that never is, such as a name that is read and cannot be sent.
        public var ordered: Bool?

        /// An assay of `analyte`, expected in `unit`.
        public init(
            analyte: String, unit: String? = nil, name: String? = nil, ordered: Bool? = nil
        ) {
            self.analyte = analyte
            self.unit = unit
            self.name = name
            self.ordered = ordered
        }
    }

    /// A dialect that follows the standards in everything.
    public init(name: String, title: String) {
        self.name = name
        self.title = title
        self.provenance = []
        self.confidence = .unverified
    }
}

extension Dialect {
    /// Reads a dialect; what is left out has the standard's meaning.
    public init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: CodingKeys.self)
        name = try file.decode(String.self, forKey: .name)
        title = try file.decode(String.self, forKey: .title)
        provenance = try file.decode([String].self, forKey: .provenance)
        confidence = try file.decode(Confidence.self, forKey: .confidence)
        signs = try file.decodeIfPresent([String].self, forKey: .signs) ?? signs
        line = try file.decodeIfPresent(LineSettings.self, forKey: .line) ?? line
        link = try file.decodeIfPresent(LinkOptions.self, forKey: .link) ?? link
        reads = try Self.reading(in: file, of: link.kind)
        analytes = try file.decodeIfPresent([String: Assay].self, forKey: .analytes) ?? analytes
        orders = try Self.ordering(in: file, of: link.kind)
        writes = try file.decodeIfPresent(Writing.self, forKey: .writes)
    }

    /// The layouts of the file's orders, over those of the standard that its link belongs to.
    private static func ordering(
        in file: KeyedDecodingContainer<CodingKeys>, of kind: LinkOptions.Kind
    ) throws -> Ordering? {
        guard file.contains(.orders) else { return nil }
        return try Ordering(
            from: file.superDecoder(forKey: .orders), over: kind == .mllp ? .law : Ordering())
    }

    /// The places and words of the file, over those of the standard that its link belongs to.
    private static func reading(
        in file: KeyedDecodingContainer<CodingKeys>, of kind: LinkOptions.Kind
    ) throws -> Reading {
        let standard: Reading =
            switch kind.form {
            case .record: Reading()
            case .segment: .hl7
            case .name: .named
            }
        guard file.contains(.reads) else { return standard }
        let reads = try Reading(from: file.superDecoder(forKey: .reads), over: standard)
        guard let path = reads.allPaths.first(where: { $0.form != kind.form }) else {
            return reads
        }
        throw DecodingError.dataCorruptedError(
            forKey: .reads, in: file,
            debugDescription:
                "'\(path)' is no place in what a link of kind '\(kind.rawValue)' brings")
    }
}

extension Dialect {
    /// The code under which `analyte` is ordered: the one that says so (``Assay/ordered``), or the
    /// only one; nil when there is none, or no telling which.
    public func code(ordering analyte: String) -> String? {
        let codes = analytes.filter { $0.value.analyte == analyte && $0.value.ordered != false }
        let chosen = codes.filter { $0.value.ordered == true }
        let candidates = chosen.isEmpty ? codes : chosen
        return candidates.count == 1 ? candidates.first?.key : nil
    }
}
