public import Protocols

/// The page that a laboratory connects an analyzer by: what its dialect file says, in words.
///
/// Everything on it comes from the file, its comments included, so that page and program cannot
/// differ.
public struct AnalyzerSheet: Sendable {
    let dialect: Dialect
    let notes: FileNotes

    /// The page of `dialect`.
    ///
    /// - Parameters:
    ///   - dialect: the file as a value.
    ///   - file: the file's text, whose comments say where its facts are from.
    public init(_ dialect: Dialect, file: String = "") {
        self.dialect = dialect
        notes = FileNotes(file)
    }

    /// The page, in Markdown.
    public var text: String {
        let parts = [
            head, firstTest, connection, fields, meanings, deviations, orders, tests, certainty,
        ]
        return parts.joined().joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        ["# \(dialect.title)", ""]
            + notes.texts(of: "").filter { $0 != "\(dialect.title)." }
            .flatMap { [Markdown.plain($0), ""] }
            + [
                "Dialect `\(dialect.name)`. Its facts: **\(dialect.confidence.words)**. "
                    + "[All analyzers](README.md)", "",
            ]
    }

    /// What people see when both ends agree, in ten minutes and without a patient.
    private var firstTest: [String] {
        let kind = dialect.link.kind
        var steps = [
            "Set the analyzer as in the table below, and plug the cable in.",
            kind.isNetworked
                ? "Choose a port of this computer that the analyzer can reach, such as 4001."
                : "`stepupd ports` lists the serial ports with the names that survive replugging.",
            "Have the analyzer send one finished result again, of control material for example, "
                + "and watch:\n\n   ```sh\n   \(listenCommand)\n   ```",
            "You should see \(kind.greeting)"
                + (signs.isEmpty
                    ? ". No sign of this maker is known, so nothing is named by itself."
                    : ", the first record with \(signs), and the words *this looks like "
                        + "\(Markdown.plain(dialect.title)): dialect \(dialect.name)*."),
            "Paste into `stepupd.yaml`, and run `stepupd check stepupd.yaml`:\n\n   ```yaml\n"
                + "   lines:\n     analyzer:\n       address: \(kind.address)\n"
                + "       dialect: \(dialect.name)\n   ```",
            "`stepupd run --config stepupd.yaml`, send the result once more, and compare what the "
                + "page shows with the analyzer's own screen: specimen, test, number, unit, time.",
        ]
        if dialect.writes != nil {
            steps.append(
                "No analyzer at hand? `assaysim run --dialect \(dialect.name) --line pty:/tmp/analyzer` "
                    + "plays one (it says so itself: SIMULATED).")
        }
        return ["## A first test in ten minutes", ""]
            + steps.enumerated().map { "\($0 + 1). \($1)" } + [""]
    }

    private var signs: String {
        dialect.signs.map { Markdown.code($0) }.joined(separator: " or ")
    }

    private var listenCommand: String {
        let standard = LineSettings()
        let line = dialect.line
        var options = ""
        if line.baud != standard.baud { options += " --baud \(line.baud)" }
        if line.dataBits != standard.dataBits { options += " --data-bits \(line.dataBits)" }
        if line.parity != standard.parity { options += " --parity \(line.parity.rawValue)" }
        if line.stopBits != standard.stopBits { options += " --stop-bits \(line.stopBits)" }
        let answer = dialect.link.kind.isAnswered ? " --acknowledge --as \(dialect.name)" : ""
        return dialect.link.kind.isNetworked
            ? "stepupd listen listen:0.0.0.0:4001\(answer)"
            : "stepupd listen serial:/dev/serial/by-id/…\(options)\(answer)"
    }

    private var tests: [String] {
        let head = ["## Tests and hormones", ""] + paragraphs(of: "analytes")
        guard !dialect.analytes.isEmpty else {
            return head + ["None is mapped: each site names its own.", ""]
        }
        let rows = dialect.analytes.sorted { $0.key < $1.key }.map { code, assay in
            "| \(Markdown.cell(code)) | \(Markdown.plain(assay.name ?? "")) | \(assay.analyte) "
                + "| \(Markdown.plain(assay.unit ?? "as sent")) |"
        }
        let example = dialect.analytes.min { $0.key < $1.key }
        return head + ["| code | name | analyte | unit |", "| --- | --- | --- | --- |"] + rows + [
            "",
            "Codes are set on the analyzer: look there, and write yours down in `stepupd.yaml`:",
            "", "```yaml", "analytes:", "  \(dialect.name):",
            "    \"YOUR CODE\": {analyte: \(example?.value.analyte ?? "insulin")}", "```", "",
            "A code that is in neither is never judged. It is held with its results on the page, where "
                + "*Map …* says what it measures, for what came already too.", "",
        ]
    }

    /// The comments of a section as paragraphs.
    func paragraphs(of section: String) -> [String] {
        notes.texts(of: section).flatMap { [Markdown.plain($0), ""] }
    }
}
