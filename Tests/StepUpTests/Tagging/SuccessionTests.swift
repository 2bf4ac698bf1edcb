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

    private func counting(_ results: [String]) -> String? {
        var succession = Succession()
        for (index, text) in results.enumerated() {
            succession.take(Shared(result(text)), id: Int64(index))
        }
        return succession.current.map { results[Int($0)] }
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

    @Test func withoutATimeTheLastToComeCounts() {
        #expect(counting(["45", "46"]) == "46")
        #expect(counting(["812", ">300"]) == "812")
    }

    @Test func aCancellationTakesBackWhatCameBeforeIt() {
        #expect(counting(["45@1", "46@2", "X@2"]) == nil)
        #expect(counting(["45@1", "46@2", "X@1"]) == "46@2")
        #expect(counting(["45@1", "X@1", "C47@1"]) == nil)
        #expect(counting(["45@1", "X", "50@0"]) == "50@0")
    }

    @Test func aCorrectionOfSomethingUnknownCounts() {
        #expect(counting(["45@3", "C46@1"]) == "C46@1")
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
