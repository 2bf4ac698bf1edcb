/// The start of a dialect file for an analyzer that was not seen before.
///
/// It says what the bytes themselves show: how frames are made, who the sender is, which tests and
/// units came. What a test measures they do not show; each stands there as a comment to be filled
/// in. The analyzer must speak LIS01-A2 or bare records: other links cannot be drafted.
public struct DialectDraft: Sendable {
    /// The file's text.
    public let text: String

    /// A draft called `name` from `bytes`; nil when they hold no record that can be read.
    public init?(of bytes: [UInt8], named name: String) {
        let bytes = Array(bytes.prefix(Recognition.limit))
        guard let (dialect, actions) = Self.fitting(bytes, named: name) else { return nil }
        let header = FirstRecord(of: bytes).text
        var lines = [
            "# The start of a dialect, from the bytes of one line: look through every line of it.",
            "# The first record began: \(header)",
            "name: \(name)",
            "title: \(Self.quoted(Self.sender(in: header) ?? name))",
            "provenance:",
            "  - bytes of this site's own line",
            "confidence: partial",
        ]
        if let sender = Self.sender(in: header) {
            lines.append("signs: [\(Self.quoted("|" + sender))]")
        }
        lines += [
            "", "# The line that the bytes came over; 9600 8N1 is what most makers ship.",
            "line: {baud: 9600, data-bits: 8, parity: none, stop-bits: 1}", "",
        ]
        lines += Self.link(of: dialect)
        lines += Self.tests(in: actions)
        text = lines.joined(separator: "\n") + "\n"
    }

    /// The way of LIS01-A2 that refuses least of the bytes, and what it reads.
    private static func fitting(
        _ bytes: [UInt8], named name: String
    ) -> (Dialect, [Session.Action])? {
        var best: (dialect: Dialect, actions: [Session.Action], defects: Int)?
        for isTolerant in [false, true] {
            for checksums in [[], [.oneDigit], [.withSTX]] as [[LinkOptions.Checksum]] {
                var dialect = Dialect(name: name, title: name)
                dialect.link.frameNumbers = isTolerant ? .tolerant : .strict
                dialect.link.checksums = checksums
                let actions = dialect.actions(reading: bytes)
                let defects = actions.count { if case .defect = $0 { true } else { false } }
                let isBetter = best.map { defects < $0.defects } ?? true
                if isBetter { best = (dialect, actions, defects) }
            }
        }
        guard let best, best.actions.contains(where: \.holdsRecords) else { return nil }
        var dialect = best.dialect
        if !bytes.contains(.stx) { dialect.link.kind = .listing }
        return (dialect, best.actions)
    }

    private static func link(of dialect: Dialect) -> [String] {
        var keys: [String] = []
        if dialect.link.kind == .listing { keys.append("kind: listing") }
        if dialect.link.frameNumbers == .tolerant { keys.append("frame-numbers: tolerant") }
        if !dialect.link.checksums.isEmpty {
            let names = dialect.link.checksums.map(\.rawValue).joined(separator: ", ")
            keys.append("checksums: [\(names)]")
        }
        guard !keys.isEmpty else { return ["# The link is the standard's.", ""] }
        return [
            "# Where these bytes leave the standard.", "link: {\(keys.joined(separator: ", "))}",
            "",
        ]
    }

    private static func tests(in actions: [Session.Action]) -> [String] {
        var seen: [String] = []
        for case .results(let results) in actions {
            for result in results where !result.test.isEmpty {
                let unit = result.unit.isEmpty ? "" : ", unit: \(quoted(result.unit))"
                let row = "  # \(quoted(result.test)): {analyte: …\(unit)}"
                if !seen.contains(row) { seen.append(row) }
            }
        }
        return [
            "# The tests that came; take the mark away from those that are used, and name what",
            "# each measures: insulin, c-peptide, proinsulin, gastrin, glucagon, pth.", "analytes:",
        ]
            + (seen.isEmpty ? ["  {}"] : seen + ["  {}"])
    }

    /// H-5 up to its first component, by the delimiters that the header declares.
    private static func sender(in header: String) -> String? {
        guard let start = header.firstIndex(of: "H") else { return nil }
        let record = header[start...]
        guard let delimiter = record.dropFirst().first else { return nil }
        let fields = record.split(separator: delimiter, omittingEmptySubsequences: false)
        guard fields.count > 4, !fields[4].isEmpty else { return nil }
        return fields[4].split(separator: "^").first.map(String.init)
    }

    /// `text` as a YAML scalar that nothing in it can end: an escape may have put a line's end into
    /// a test's code.
    private static func quoted(_ text: String) -> String {
        if text.unicodeScalars.contains(where: isUnprinted) {
            let escaped = text.unicodeScalars.map { scalar in
                if scalar == "\\" || scalar == "\"" { return "\\\(scalar)" }
                guard isUnprinted(scalar) else { return String(scalar) }
                let digits = String(scalar.value, radix: 16, uppercase: true)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
            return "\"" + escaped.joined() + "\""
        }
        return "'"
            + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            + "'"
    }

    /// True for control characters and whatever else ends a line of YAML.
    private static func isUnprinted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension Session.Action {
    /// True when something was read.
    fileprivate var holdsRecords: Bool {
        switch self {
        case .results(let results): !results.isEmpty
        case .query: true
        case .send, .defect, .badRow, .dispatch, .training: false
        }
    }
}
