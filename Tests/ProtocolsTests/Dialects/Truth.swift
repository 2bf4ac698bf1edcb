import Foundation
import Protocols

/// What a person read in a capture, as a file beside it says.
struct Truth: Decodable {
    /// One result record.
    struct Row: Decodable {
        var sampleID, test, valueText, comparator, unit, flags, status, time, role: String
        var value: Double?
        var qualitative: String?

        enum CodingKeys: String, CodingKey {
            case test, comparator, unit, flags, status, time, role, value, qualitative
            case sampleID = "sample_id"
            case valueText = "value_text"
        }
    }

    /// One query record.
    struct Question: Decodable {
        var sampleID, tests, status: String

        enum CodingKeys: String, CodingKey {
            case tests, status
            case sampleID = "sample_id"
        }
    }

    var results: [Row]
    var queries: [Question]

    /// The truth's words for what a result means.
    private static let roles: [String: AssayResult.Role] = [
        "result": .result, "qual": .interpretation, "raw": .signal, "index": .index,
        "qc": .control, "none": .none, "image": .attachment,
    ]

    /// Spells times that a truth gives as printed, `10/25/24 18:35`, as digits from the year on.
    mutating func spellTimes(_ order: Dialect.Labels.DateOrder) {
        for index in results.indices where results[index].time.contains("/") {
            var parts = results[index].time.split { !$0.isNumber }.map(String.init)
            guard parts.count == 5 else { continue }
            switch order {
            case .dayFirst: parts = [parts[2], parts[1], parts[0], parts[3], parts[4]]
            case .monthFirst: parts = [parts[2], parts[0], parts[1], parts[3], parts[4]]
            case .yearFirst: break
            }
            if parts[0].count == 2 { parts[0] = "20" + parts[0] }
            results[index].time = parts.joined()
        }
    }

    /// Every difference between what was read and what is true, in words.
    func differences(from results: [AssayResult], _ queries: [Query]) -> [String] {
        var found: [String] = []
        if results.count != self.results.count {
            found.append("\(results.count) results, not \(self.results.count)")
        }
        for (index, (row, result)) in zip(self.results, results).enumerated() {
            found += Self.differences(row, result).map { "result \(index + 1): \($0)" }
        }
        let asked = queries.map { [$0.specimen, $0.tests, $0.status] }
        let wanted = self.queries.map { [$0.sampleID, $0.tests, $0.status] }
        if asked != wanted { found.append("queries \(asked), not \(wanted)") }
        return found
    }

    private static func differences(_ row: Row, _ result: AssayResult) -> [String] {
        let isWord = row.role == "qual"
        let pairs: [(String, String, String)] = [
            // One ID was noted down with the blanks behind it; bar codes have none.
            ("specimen", result.specimen, row.sampleID.trimmingCharacters(in: .whitespaces)),
            ("test", result.test, row.test),
            ("text", result.text, row.valueText),
            (
                "value", "\(result.value?.approximate ?? .nan)",
                "\(isWord ? .nan : row.value ?? .nan)"
            ),
            ("bound", result.bound?.rawValue ?? "", row.comparator),
            ("unit", result.unit, row.unit),
            ("flags", result.flags.joined(separator: "\\"), row.flags),
            ("status", result.status, row.status),
            ("time", (result.measured ?? "").filter(\.isNumber), row.time),
            ("role", "\(result.role)", roles[row.role].map { "\($0)" } ?? row.role),
            ("qualitative", result.qualitative ?? "", row.qualitative ?? ""),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) '\($0.1)', not '\($0.2)'" }
    }
}
