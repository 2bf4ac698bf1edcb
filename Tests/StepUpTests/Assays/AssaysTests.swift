import Foundation
import Protocols
import Testing

@testable import StepUp

@Suite struct AssaysTests {
    private func profile(
        _ id: String, _ change: (inout AssayProfile) -> Void = { _ in }
    ) -> AssayProfile {
        var profile = AssayProfile(
            id: id, cv: [.init(at: nil, percent: 5)], source: "", read: "")
        change(&profile)
        return profile
    }

    private func found(
        _ profiles: [AssayProfile], test: String = "INS", unit: String = "uU/mL",
        line: String = "A", analyte: String = "insulin"
    ) -> String? {
        let assays = Assays(near: .init(from: 0.05, to: 0.95), profiles: profiles)
        let shelf = AssayShelf(assays, analyte: analyte, lines: ["A": "access", "B": "immulite"])
        var result = AssayResult(specimen: "T", printed: "1", unit: unit)
        result.test = test
        return shelf.profile(of: result, on: line)?.value.id
    }

    @Test func theFirstThatFitsIsTheResultsOwn() {
        let any = profile("any")
        let gastrin = profile("gastrin") { $0.analytes = ["gastrin"] }
        let immulite = profile("immulite") { $0.dialects = ["immulite"] }
        let named = profile("named") { $0.tests = ["INS-2"] }
        let molar = profile("molar") { $0.unit = "pmol/L" }
        let all = [gastrin, immulite, named, molar, any]
        #expect(found(all) == "any")
        #expect(found(all, line: "B#2") == "immulite")
        #expect(found(all, test: "INS-2") == "named")
        #expect(found(all, unit: "pmol/L") == "molar")
        #expect(found(all, analyte: "gastrin") == "gastrin")
        #expect(found([immulite]) == nil)
        #expect(found(all, line: "C") == nil)
    }

    @Test func profilesAreWrittenAndReadAlike() throws {
        let full = profile("full") {
            ($0.unit, $0.tests) = ("uU/mL", ["INS"])
            $0.cv = [
                .init(at: ExactDecimal(digits: 1, scale: 0), percent: 9),
                .init(at: ExactDecimal(digits: 10, scale: 0), percent: 4),
            ]
            $0.quantified = ExactDecimal(digits: 4, scale: 1)
            $0.prozone = .init(from: ExactDecimal(digits: 200, scale: 0), opens: true)
        }
        let assays = Assays(near: .init(from: 0.1, to: 0.9), profiles: [full, profile("plain")])
        let read = try JSONDecoder().decode(Assays.self, from: JSONEncoder().encode(assays))
        #expect(read == assays)
        #expect(assays.problems.isEmpty)
    }

    @Test(arguments: [
        (0, "cv"), (1, "cv"), (2, "id"), (3, "measured-to"), (4, "prozone"), (5, "cv"),
    ]) func aWrongProfileIsSaidAtItsKey(_ row: (index: Int, key: String)) {
        let two = ExactDecimal(digits: 2, scale: 0)
        let wrong: [AssayProfile] = [
            profile("none") { $0.cv = [] },
            profile("high") { $0.cv = [.init(at: nil, percent: 101)] },
            profile("bare") { $0.quantified = two },
            profile("crossed") { ($0.unit, $0.quantified, $0.measured) = ("U", two, two) },
            profile("hook") {
                ($0.unit, $0.prozone) = ("U", .init(from: .init(digits: 0, scale: 0), opens: false))
            },
            profile("falling") {
                ($0.unit, $0.cv) = ("U", [.init(at: two, percent: 5), .init(at: two, percent: 4)])
            },
        ]
        let assays = Assays(near: .init(from: 0, to: 1), profiles: [wrong[row.index]])
        #expect(assays.problems.map(\.place) == [["assays", "0", row.key]])
    }

    @Test func twoOfOneNameAndARangeWithoutMiddleAreSaid() {
        let assays = Assays(
            near: .init(from: 0.9, to: 0.1), profiles: [profile("a"), profile("a")])
        #expect(assays.problems.map(\.place) == [["near"], ["assays", "1", "id"]])
    }
}
