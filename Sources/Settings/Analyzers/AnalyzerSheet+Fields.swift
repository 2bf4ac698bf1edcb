public import Protocols

/// What is read from where, what it means, and how sure that is.
extension AnalyzerSheet {
    /// Every field with its place, and what that rests on.
    var fields: [String] {
        let reads = dialect.reads
        let rows: [(what: String, key: String, paths: [FieldPath])] = [
            ("specimen ID", "specimen", reads.specimen), ("position", "position", reads.position),
            ("test", "test", reads.test), ("test's name", "test-name", reads.testName),
            ("value", "value", reads.value), ("unit", "unit", reads.unit),
            ("flags", "flags", reads.flags), ("status", "status", reads.status),
            ("completed", "measured", reads.measured), ("dilution", "dilution", reads.dilution),
            ("replicate", "replicate", reads.replicate),
            ("instrument", "instrument", reads.instrument), ("comment", "comment", reads.comment),
            ("specimen of a query", "query-specimen", reads.querySpecimen),
        ]
        let places = rows.filter { !$0.paths.isEmpty }.map { row in
            let paths = row.paths.map { Markdown.cell($0.description) }.joined(separator: ", then ")
            return "| \(row.what) | \(paths) | \(ground(of: row.key)) |"
        }
        return [
            "## What is read from where", "",
            "| what | place | rests on |", "| --- | --- | --- |",
        ] + places + [""] + remarks
    }

    /// What a place rests on: this file's own sources where it names the place, else the standard.
    private func ground(of key: String) -> String {
        if notes.isDoubtful("reads.\(key)") { return "unverified" }
        return notes.keys.contains("reads.\(key)") ? dialect.confidence.ground : "the standard"
    }

    /// The file's remarks on single fields.
    private var remarks: [String] {
        let remarks = notes.texts(in: "reads").filter { $0.key != "reads.roles" }
        guard !remarks.isEmpty else { return [] }
        let rows = remarks.map { note in
            let key = note.key.split(separator: ".").dropFirst().joined(separator: ".")
            return "- \(key.isEmpty ? "" : "*\(key)*: ")\(Markdown.plain(note.text))"
        }
        return ["Remarks, at the key of the file that they belong to:", ""] + rows + [""]
    }

    /// How numbers and words are taken, and which records are no results.
    var meanings: [String] {
        let reads = dialect.reads
        var rows = [
            "- A number has \(reads.numbers.decimalMark.words) before its fraction and "
                + (reads.numbers.thousands.map { "\($0.words) between thousands" }
                    ?? "nothing between thousands")
                + (reads.labels.eitherMark ? "; a comma there means the same." : "."),
            "- `<` and `>` before a number make it a bound, never a value"
                + (reads.boundFlags.isEmpty
                    ? "." : "; so do the flags " + list(reads.boundFlags.keys) + "."),
            "- No value, never zero: blank, `-----`"
                + reads.noValue.map { ", \(Markdown.code($0))" }.joined()
                + (reads.noValueStatus.isEmpty ? "" : ", status " + list(reads.noValueStatus))
                + ".",
        ]
        if !reads.resentStatus.isEmpty {
            rows.append("- Sent before, by the analyzer's own word: \(list(reads.resentStatus)).")
        }
        rows.append(
            "- A result is the same again when instrument, specimen, test, replicate, completion "
                + "time, value, unit and dilution agree; another time is a rerun.")
        let roles = reads.roles.sorted { "\($0.key)" < "\($1.key)" }.flatMap { path, words in
            words.sorted { $0.key < $1.key }.map { word, role in
                "- \(Markdown.code(path.description)) is \(Markdown.code(word)): \(role.words)"
            }
        }
        return ["## What it means", ""] + rows + [""]
            + (roles.isEmpty ? [] : ["What a record is, by a word in it:", ""] + roles + [""])
            + bullets(notes.texts(of: "reads.roles"))
    }

    private func list(_ words: some Sequence<String>) -> String {
        words.sorted().map { Markdown.code($0) }.joined(separator: ", ")
    }

    /// What the facts rest on, and what nobody has seen.
    var certainty: [String] {
        let doubts = notes.doubts.map { "- \(Markdown.plain($0))" }
        return ["## What this rests on", ""] + dialect.provenance.map { "- \(Markdown.plain($0))" }
            + [
                "- a recording of our own with the same traps: "
                    + "`Tests/ProtocolsTests/Recordings/\(dialect.name).txt`",
                "",
            ]
            + (doubts.isEmpty
                ? [] : ["Not verified, in the file's own words:", ""] + doubts + [""])
            + [
                "No instrument of this kind was connected by us: check the first results against the "
                    + "analyzer's own screen. If a fact here is wrong, `config/dialects/"
                    + "\(dialect.name).yaml` is the one place to mend it."
            ]
    }
}

extension ExactDecimal.Notation.Mark {
    /// The mark in words.
    fileprivate var words: String { self == .apostrophe ? "an apostrophe" : "a \(rawValue)" }
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

    /// The same in a word or two.
    var ground: String {
        switch self {
        case .captured: "captures"
        case .documented: "manual or working code"
        case .partial: "secondary sources"
        case .unverified: "unverified"
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
