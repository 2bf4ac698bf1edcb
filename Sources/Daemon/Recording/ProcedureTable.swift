import Foundation
import Protocols
import StepUp

/// A procedure as a table for spreadsheets and programs: a row for every result, for every tube
/// without one, and for what each rule says of each injection and vein.
struct ProcedureTable {
    /// The columns in their order; `docs/table.md` says what each holds.
    enum Column: String, CaseIterable {
        case record, simulated, procedure, patient, injection, site, zero, dose, vein, second
        case actual, specimen, state, reason, analyte, value, bound, text, unit, flags, run
        case current, line, measured, moment, criterion, verdict, level, final, low, high, peak
    }

    private(set) var rows: [[Column: String]] = []

    /// The table of `view`.
    init(_ view: ProcedureView, isSimulated: Bool) {
        var shared: [Column: String] = [
            .procedure: view.id, .patient: view.procedure.plan.pseudonym,
        ]
        if isSimulated { shared[.simulated] = "SIMULATED" }
        let results = Dictionary(grouping: view.results) { $0.news.place }
        for tube in view.specimens {
            let own = Self.about(tube, in: view).merging(shared) { first, _ in first }
            let found = (results[tube.place] ?? []).filter {
                $0.news.result.value.specimen == tube.specimen ?? $0.news.result.value.specimen
            }
            rows += found.map { own.merging(Self.about($0.news)) { _, second in second } }
            if found.isEmpty { rows.append(own) }
        }
        rows += view.verdicts.map {
            Self.about($0.news.value, in: view).merging(shared) { first, _ in first }
        }
    }

    /// The table as CSV (RFC 4180), its first row the names of the columns.
    var csv: String {
        let head = Column.allCases.map(\.rawValue).joined(separator: ",")
        return
            ([head]
            + rows.map { row in
                Column.allCases.map { Self.cell(row[$0] ?? "") }.joined(separator: ",")
            }).joined(separator: "\r\n") + "\r\n"
    }

    private static func about(_ tube: SpecimenNews, in view: ProcedureView) -> [Column: String] {
        var row = place(tube.place?.injection, tube.place?.vein, in: view)
        row[.record] = "tube"
        row[.second] = tube.place.map { String($0.second) }
        row[.actual] = tube.actual.map { "\($0)" }
        row[.specimen] = tube.specimen
        row[.state] = tube.state.rawValue
        row[.reason] = tube.reason
        return row
    }

    private static func about(_ news: ResultNews) -> [Column: String] {
        let result = news.result.value
        return [
            .record: "result", .specimen: result.specimen, .analyte: result.analyte ?? result.test,
            .value: result.value.map { "\($0)" } ?? "", .bound: result.bound?.side ?? "",
            .text: result.text, .unit: result.unit, .flags: result.flags.joined(separator: " "),
            .run: String(news.run), .current: String(news.isCurrent), .line: news.line,
            .measured: result.measured ?? "", .moment: String(news.moment),
        ]
    }

    private static func about(_ news: VerdictNews, in view: ProcedureView) -> [Column: String] {
        var row = place(news.injection, news.vein, in: view)
        row[.record] = "verdict"
        row[.analyte] = news.analyte
        row[.criterion] = news.criterion
        row[.verdict] = news.state.rawValue
        row[.level] = news.level?.rawValue
        row[.final] = String(news.final)
        row[.low] = news.ratio.map { String(format: "%.4f", $0.low) }
        row[.high] = news.ratio?.high.map { String(format: "%.4f", $0) }
        row[.peak] = news.second.map { "\($0)" }
        row[.reason] = news.reasons.joined(separator: " ")
        return row
    }

    private static func place(
        _ injection: Int?, _ vein: String?, in view: ProcedureView
    ) -> [Column: String] {
        let run = view.procedure.injections.first { $0.number == injection }
        var row: [Column: String] = [:]
        row[.injection] = injection.map(String.init)
        row[.site] = run?.site
        row[.zero] = run?.zero?.description
        row[.dose] = run?.dose
        row[.vein] = vein
        return row
    }

    /// One cell: quoted where it must be; what a spreadsheet would take for a formula stays a text.
    static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula && Double(text) == nil ? "'" + text : text
        guard safe.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
