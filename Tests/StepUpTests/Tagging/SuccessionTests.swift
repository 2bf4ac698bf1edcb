import Protocols
import Testing

@testable import StepUp

/// Which of a tube's results counts: a function of the results, not of their coming.
@Suite struct SuccessionTests {
    /// `812@3/10` was measured in minute 3, diluted 1:10; `C45@1` corrects, `X@1` takes back.
    private func result(_ text: String) -> AssayResult {
        let parts = text.split(separator: "/")
        let said = parts[0].split(separator: "@")
        let status = said[0].first.map(String.init) ?? ""
        let isPlain = !["C", "P", "X"].contains(status)
        var result = AssayResult(
            specimen: "T", printed: String(isPlain ? said[0] : said[0].dropFirst()), unit: "uU/mL")
        result.status = isPlain ? "F" : status
        result.isCancelled = status == "X"
        if said.count > 1 { result.measured = "2026-01-31T12:0\(said[1]):00" }
        if parts.count > 1 { result.dilution = String(parts[1]) }
        return result
    }

    /// What counts, and after a bar what could count as well: `46|45`.
    private func counting(_ results: [String]) -> String? {
        let succession = Succession(
            results.enumerated().map { Succession.Entry(result: Shared(result($1)), id: Int64($0)) }
        )
        guard let current = succession.current else { return nil }
        let rivals = succession.rivals.map { results[Int($0)] }.sorted()
        return ([results[Int(current)]] + rivals).joined(separator: "|")
    }

    @Test(arguments: [
        (["45@1", "46@2"], "46@2"),
        ([">300@1", "812@2/10"], "812@2/10"),
        (["45@1", "<50@2/10"], "45@1"),
        (["45@1", ">300@2"], ">300@2"),
        (["45@1", ">300@2", "812@3/10"], "812@3/10"),
        ([">300@1", ">1000@2/10"], ">1000@2/10"),
        ([">1000@1/10", ">300@2"], ">1000@1/10"),
        (["P45@1", "46@1"], "46@1"),
        (["45@1", "C46@1"], "C46@1"),
        (["45@1", "C46@1", "50@2"], "50@2"),
        (["45@1", "50@2", "C46@1"], "50@2"),
        (["45@1", ">300@2", "<50@3/10"], "<50@3/10"),
    ]) func inWhateverOrderTheyCome(_ row: (results: [String], counts: String)) {
        for order in row.results.permutations {
            #expect(counting(order) == row.counts, "\(order)")
        }
    }

    @Test(arguments: [
        (["45", "46"], "46|45"),
        (["45", "46@1"], "46@1|45"),
        (["45", "45"], "45"),
        (["45@1", "46@1"], "46@1|45@1"),
        (["812", ">300"], "812"),
        (["45", ">300"], ">300|45"),
        (["P45", "46"], "46"),
        (["P45", "44@1"], "44@1"),
        (["45", "C44"], "C44"),
        (["45@1", "46@2", "C44"], "C44"),
        (["45", "C44", "C46"], "C46|C44"),
        (["45@3", "C46@1"], "C46@1"),
    ]) func whereNothingSaysWhichIsTheLastEachOfThemIsAllowed(
        _ row: (results: [String], counts: String)
    ) {
        for order in row.results.permutations {
            #expect(counting(order) == row.counts, "\(order)")
        }
    }

    @Test(arguments: [
        (["45@1", "46@2", "X@2"], nil),
        (["45@1", "46@2", "X@1"], "46@2"),
        (["45@1", "46@2", "X@1", "<90@3"], "46@2"),
        (["45@1", "X@1", "C47@1"], nil),
        (["45@1", "X@3", "50@4"], "50@4"),
        (["45@1", "X@3", "50@2"], nil),
        (["45", "X"], nil),
        (["45@1", "X"], nil),
        (["45@1", "50@2", "X"], "50@2|45@1"),
        (["45@1", "46@2", "50@3", "X"], "50@3|46@2"),
        (["45", "50", "X"], "50|45"),
        (["45", "X@2"], nil),
        (["45", "50@3", "X@2"], "50@3|45"),
        (["45", "C50", "X"], nil),
        (["P45", "50", "X"], nil),
    ]) func aCancellationTakesBackWhatItNamesOrElseOneMeasurement(
        _ row: (results: [String], counts: String?)
    ) {
        for order in row.results.permutations {
            #expect(counting(order) == row.counts, "\(order)")
        }
    }
}

extension Array {
    /// Every order of the elements.
    var permutations: [[Element]] {
        guard let last else { return [[]] }
        return Array(dropLast()).permutations.flatMap { rest in
            (0...rest.count).map { place in
                var order = rest
                order.insert(last, at: place)
                return order
            }
        }
    }
}
