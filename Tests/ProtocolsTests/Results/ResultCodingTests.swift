import Foundation
import Testing

@testable import Protocols

struct ResultCodingTests {
    private var result: AssayResult {
        var result = AssayResult()
        (result.specimen, result.position, result.test) = ("TAG-1", "1^2", "Insulin")
        (result.analyte, result.unit, result.flags) = ("insulin", "uIU/mL", ["N", "A"])
        (result.status, result.isResent, result.dilution) = ("F", true, "10")
        (result.replicate, result.instrument) = ("2", "575707")
        (result.value, result.bound) = (ExactDecimal(digits: 25, scale: 1), .above)
        (result.qualitative, result.text, result.comments) = ("-1", ">2.5", ["CAL"])
        (result.measured, result.role, result.isComplete) = ("2026-03-01T10:31:00", .index, false)
        result.bytes = 3..<90
        return result
    }

    @Test func aResultIsStoredAsOneFlatObject() throws {
        let stored = try JSONEncoder().encode(result)
        let object = try #require(
            JSONSerialization.jsonObject(with: stored) as? [String: Any])
        #expect(
            object.keys.sorted() == [
                "analyte", "bound", "bytes", "comments", "dilution", "flags", "instrument",
                "isComplete", "isResent", "measured", "position", "qualitative", "replicate",
                "role", "specimen", "status", "test", "text", "unit", "value",
            ])
        #expect(object["measured"] as? String == "2026-03-01T10:31:00")
        #expect(object["specimen"] as? String == "TAG-1")
    }

    @Test func whatIsStoredComesBack() throws {
        let stored = try JSONEncoder().encode([result, AssayResult()])
        #expect(
            try JSONDecoder().decode([AssayResult].self, from: stored) == [result, AssayResult()])
    }

    @Test func aChangedResultLeavesItsLikesAlone() {
        let one = result
        var other = one
        other.specimen = "TAG-2"
        #expect(one.specimen == "TAG-1")
        #expect(other != one)
        other.specimen = "TAG-1"
        #expect(other == one)
    }
}
