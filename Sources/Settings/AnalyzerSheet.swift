public import Protocols

/// The page that a laboratory connects an analyzer by: what its dialect file says, in words.
///
/// Everything on it comes from the file, so that page and program cannot differ.
public struct AnalyzerSheet: Sendable {
    /// The page, in Markdown.
    public let text: String

    /// The page of `dialect`.
    public init(_ dialect: Dialect) {
        let parts = [
            [
                "# \(dialect.title)", "", "Dialect `\(dialect.name)`; \(dialect.confidence.words).",
                "",
            ],
            Self.sources(of: dialect), Self.connection(of: dialect), Self.places(of: dialect),
            Self.tests(of: dialect),
        ]
        text = parts.joined().joined(separator: "\n") + "\n"
    }

    private static func sources(of dialect: Dialect) -> [String] {
        ["## What this rests on", ""] + dialect.provenance.map { "- \($0)" }
            + [
                "",
                "No instrument of this kind was connected by us: check the first results "
                    + "against the analyzer's own screen.", "",
            ]
    }

    private static func connection(of dialect: Dialect) -> [String] {
        let line = dialect.line
        let signs = dialect.signs.map { "`\($0)`" }.joined(separator: ", ")
        var rows = [
            "## On the analyzer's screen", "", "| setting | value |", "| --- | --- |",
            "| host interface | \(dialect.link.kind.words) |",
            "| speed | \(line.baud) baud |",
            "| characters | \(line.dataBits) data bits, parity \(line.parity.rawValue), "
                + "\(line.stopBits) stop \(line.stopBits == 1 ? "bit" : "bits") |",
            "| flow control | none |",
        ]
        if !signs.isEmpty { rows.append("| known by | \(signs) in the first record |") }
        return rows + [
            "",
            "Operators can change all of it on the instrument: `stepupd listen PORT` shows "
                + "whether both ends agree. A line in `stepupd.yaml`:", "", "```yaml", "lines:",
            "  analyzer:", "    address: \(dialect.link.kind.address)",
            "    dialect: \(dialect.name)", "```", "",
        ]
    }

    private static func places(of dialect: Dialect) -> [String] {
        let reads = dialect.reads
        let rows = [
            ("specimen ID", reads.specimen), ("position", reads.position), ("test", reads.test),
            ("test's name", reads.testName), ("value", reads.value), ("unit", reads.unit),
            ("flags", reads.flags), ("status", reads.status), ("completed", reads.measured),
            ("dilution", reads.dilution), ("replicate", reads.replicate),
            ("instrument", reads.instrument), ("comment", reads.comment),
        ]
        let places = rows.filter { !$0.1.isEmpty }.map { what, paths in
            "| \(what) | \(paths.map { "`\($0)`" }.joined(separator: ", then ")) |"
        }
        let roles = reads.roles.sorted { "\($0.key)" < "\($1.key)" }.flatMap { path, words in
            words.sorted { $0.key < $1.key }.map { word, role in
                "- `\(path)` is `\(word)`: \(role.words)"
            }
        }
        return ["## What is read from where", "", "| what | place |", "| --- | --- |"] + places
            + (roles.isEmpty ? [] : ["", "What a record means:", ""] + roles)
            + [""]
    }

    private static func tests(of dialect: Dialect) -> [String] {
        let head = ["## Tests", ""]
        guard !dialect.analytes.isEmpty else {
            return head + ["None is mapped: each site names its own.", ""]
        }
        let rows = dialect.analytes.sorted { $0.key < $1.key }.map { code, assay in
            "| `\(code)` | \(assay.name ?? "") | \(assay.analyte) | \(assay.unit ?? "") |"
        }
        return head
            + [
                "Codes are configurable on every instrument. A code that is not here is held with "
                    + "its name until it is mapped.", "", "| code | name | analyte | unit |",
                "| --- | --- | --- | --- |",
            ] + rows + [""]
    }
}

extension Dialect.Confidence {
    /// How far the facts can be trusted, in words.
    public var words: String {
        switch self {
        case .captured: "seen in real bytes whose check sums verify"
        case .documented: "read in the maker's manual or in working code"
        case .partial: "from secondary or partial sources"
        case .unverified: "general knowledge, unverified"
        }
    }
}

extension AssayResult.Role {
    /// What is done with such a record, in words.
    fileprivate var words: String {
        switch self {
        case .result: "a result"
        case .interpretation: "an interpretation, kept as words"
        case .signal: "raw signal, kept apart"
        case .index: "an index, kept apart"
        case .control: "control material, never a patient's"
        case .none: "no value"
        case .attachment: "an attachment, kept apart"
        }
    }
}

extension LinkOptions.Kind {
    /// Where such an analyzer usually is, as a line's address with a word on it.
    fileprivate var address: String {
        self == .mllp
            ? "listen:0.0.0.0:4001  # the analyzer connects to this port"
            : "serial:/dev/serial/by-id/…  # see 'stepupd ports'"
    }

    /// What the instrument must be set to, in words.
    fileprivate var words: String {
        switch self {
        case .e1381: "ASTM (LIS01-A2 / E1381), with check sums"
        case .simplified: "MAGLUMI's own (ENQ, STX, ETX, EOT), without check sums"
        case .bci: "bioMérieux computer interface (BCI), with check sums"
        case .poct1a: "POCT1-A (XML messages)"
        case .lines: "printed lines, without a handshake"
        case .table: "rows of a table (CSV), from a file or a line"
        case .listing: "records without a handshake, one a line"
        case .mllp: "HL7 version 2 in blocks (MLLP), over TCP or a serial cable"
        }
    }
}
