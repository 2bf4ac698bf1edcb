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
            "count for neither. Localisation: the reading names the right organs. Found: of the regions",
            "with a tumour that answers, those called producing. Placed: of those called producing, those",
            "with such a tumour.",
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
        for rule in evaluation.rules {
            lines += Self.probabilities(of: rule.id, evaluation)
        }
        lines += Self.hints(evaluation)
        if evaluation.unfinished > 0 {
            lines += ["", "\(evaluation.unfinished) procedures did not come to an end in a week."]
        }
        self.lines = lines
    }

    private static let heading = [
        "condition", "n", "sensitivity", "specificity", "open", "spreadsheet: sens.",
        "spreadsheet: spec.", "localisation", "unclear", "found", "placed",
    ]

    private static func row(_ name: String, _ tally: Tally) -> [String] {
        [
            name, "\(tally.procedures)", "\(tally.sensitivity)", "\(tally.specificity)",
            "\(tally.open)", "\(tally.sheetSensitivity)", "\(tally.sheetSpecificity)",
            "\(tally.localisation)", "\(tally.unclear)", "\(tally.found)", "\(tally.placed)",
        ]
    }

    /// How far the probabilities of one rule are right: with the laboratory's own figures, and
    /// with the shipped ones.
    private static func probabilities(of rule: String, _ evaluation: Evaluation) -> [String] {
        var lines: [String] = []
        if let own = evaluation.ownReliability[rule] {
            lines += [
                "",
                "Reliability of \(rule): how likely its verdicts are called, by each laboratory's own "
                    + "CV, and how often",
                "the rule's answer on the blood itself is a step-up. Where no tube bears another's "
                    + "label",
            ]
            lines += table(rows(of: own))
        }
        if let shipped = evaluation.reliability[rule] {
            lines += [
                "",
                "The same by the shipped figures, whatever the laboratory's, other labels included",
            ]
            lines += table(rows(of: shipped))
        }
        return lines
    }

    /// False alarms and finds of each hint.
    private static func hints(_ evaluation: Evaluation) -> [String] {
        let alarms = evaluation.alarms.sorted { $0.key.rawValue < $1.key.rawValue }
        return [
            "",
            "Hints that stand in the end, of procedures. Clean: every tube arrives under its own",
            "label, nothing is odd, and the arteries are as the anatomy file says. Warned: of those",
            "in which a verdict is wrong by it, any hint about the right tubes stands.",
        ]
            + table(
                [["hint", "clean", "where it happened", "warned", "what happened"]]
                    + alarms.map { hint, alarm in
                        let words = Oddity.words(of: hint).map { "\(alarm.found.total): \($0)" }
                        return [
                            hint.rawValue, "\(alarm.clean)", "\(alarm.found)",
                            "\(alarm.warned)", words ?? "–",
                        ]
                    })
    }

    /// The classes of probability: what was given, and how often it came true.
    private static func rows(of reliability: Reliability) -> [[String]] {
        [["given", "verdicts", "mean", "came true"]]
            + reliability.classes.enumerated().map { place, one in
                [
                    "\(place * 10)–\(place * 10 + 10) %", "\(one.came.total)",
                    one.mean.map { "\(Int(($0 * 100).rounded())) %" } ?? "–", "\(one.came)",
                ]
            }
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
