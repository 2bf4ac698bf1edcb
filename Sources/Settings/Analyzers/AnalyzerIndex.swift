public import Protocols

/// The list of all analyzers, each with its page.
public struct AnalyzerIndex: Sendable {
    /// The page, in Markdown.
    public let text: String

    /// The index of `dialects`.
    public init(_ dialects: [Dialect]) {
        let rows = dialects.sorted { $0.title.lowercased() < $1.title.lowercased() }.map {
            dialect in
            "| [\(Markdown.plain(dialect.title))](\(dialect.name).md) | `\(dialect.name)` "
                + "| \(dialect.link.kind.name) | \(dialect.confidence.ground) "
                + "| \(dialect.orders == nil ? "" : "yes") |"
        }
        let lines =
            [
                "# Analyzers", "",
                "Each page is made from the analyzer's file in `config/dialects/` by `make docs`: how "
                    + "it is connected in ten minutes, what is read from where, and how sure.",
                "",
                "| analyzer | dialect | link | facts rest on | host query |",
                "| --- | --- | --- | --- | --- |",
            ] + rows + [""] + Self.words + [""] + Self.offLine
        text = lines.joined(separator: "\n") + "\n"
    }

    private static let words = [
        "*Facts rest on* the best source of the file; single doubts stand on its page: "
            + "**captures**, bytes of a real analyzer whose check sums verify; "
            + "**manual or working code**; **secondary sources**; or **unverified** general "
            + "knowledge. None was connected to an instrument by us. Codes are set at each site: "
            + "one that is not known is held with its results, and mapped on the page.",
        "",
        "Not in the list? Try `generic-e1394` or `generic-hl7` with it: `stepupd listen` names what "
            + "it hears, and `--draft FILE` writes the start of a dialect. "
            + "[CONTRIBUTING](../../CONTRIBUTING.md) has the five steps from there.",
    ]

    private static let offLine = [
        "## Hormones that are measured apart from the line", "",
        "Gastrin and glucagon are mostly measured by RIA or ELISA, and come as a table. "
            + "[generic-csv](generic-csv.md) reads commas, points and years that come first; "
            + "[generic-csv-semicolon](generic-csv-semicolon.md) is what Excel writes where the "
            + "comma stands before the fraction.",
        "",
        "1. `stepupd replay results.csv --dialect generic-csv` shows what is read, and which rows "
            + "are refused and why. Nothing is stored.",
        "2. Give the room a line for tables, beside those of its analyzers:",
        "", "   ```yaml", "   lines:", "     tables:", "       address: listen:127.0.0.1:4010",
        "       dialect: generic-csv", "   ```", "",
        "3. While the procedure is open, hand the file over: `nc -N 127.0.0.1 4010 < results.csv`. "
            + "Its rows are results like any other: tagged by specimen ID, held when it is not "
            + "known, judged, and kept with the bytes they came from. The same file again changes "
            + "nothing.",
    ]
}

extension LinkOptions.Kind {
    /// The link in a word or two.
    var name: String {
        switch self {
        case .e1381: "ASTM"
        case .simplified: "MAGLUMI's own"
        case .bci: "BCI"
        case .poct1a: "POCT1-A"
        case .lines: "printed lines"
        case .table: "CSV"
        case .listing: "bare records"
        case .mllp: "HL7 (MLLP)"
        }
    }
}
