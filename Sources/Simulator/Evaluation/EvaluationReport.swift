import StepUp

/// An evaluation as lines for people: a table a rule, and the reliability of the probabilities.
public struct EvaluationReport: Sendable {
    /// The lines.
    public let lines: [String]

    /// The report of `evaluation`, which varied `scenario` by `seed`.
    public init(_ evaluation: Evaluation, seed: UInt64, scenario: String) {
        var lines = [
            "SIMULATED procedures that vary \(scenario), seed \(seed). Shares with 95 % intervals.",
            "By injection, against whether its bolus reaches tumour tissue that answers; open ones",
            "count for neither. Localisation: the reading names the right organs.",
        ]
        for rule in evaluation.rules {
            lines += ["", "\(rule.id): \(rule.title)"]
            lines += Self.table(
                [Self.heading]
                    + ImaginedProcedure.Condition.allCases.compactMap { condition in
                        let key = Tally.Key(rule: rule.id, condition: condition.rawValue)
                        return evaluation.tallies[key].map { Self.row(condition.rawValue, $0) }
                    })
        }
        lines += ["", "Probabilities of \(evaluation.rules[0].id), against the rule's true answer"]
        lines += Self.table(
            [["given", "verdicts", "mean", "came true"]]
                + evaluation.reliability.classes.enumerated().map { place, one in
                    [
                        "\(place * 10)–\(place * 10 + 10) %", "\(one.came.total)",
                        one.mean.map { "\(Int(($0 * 100).rounded())) %" } ?? "–",
                        "\(one.came)",
                    ]
                })
        if evaluation.unfinished > 0 {
            lines += ["", "\(evaluation.unfinished) procedures did not come to an end in a week."]
        }
        self.lines = lines
    }

    private static let heading = [
        "condition", "n", "sensitivity", "specificity", "open", "spreadsheet: sens.",
        "spreadsheet: spec.", "localisation", "unclear",
    ]

    private static func row(_ name: String, _ tally: Tally) -> [String] {
        [
            name, "\(tally.procedures)", "\(tally.sensitivity)", "\(tally.specificity)",
            "\(tally.open)", "\(tally.sheetSensitivity)", "\(tally.sheetSpecificity)",
            "\(tally.localisation)", "\(tally.unclear)",
        ]
    }

    /// Columns as wide as their widest cell.
    private static func table(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            .joined(separator: "  ")
        }
    }
}
