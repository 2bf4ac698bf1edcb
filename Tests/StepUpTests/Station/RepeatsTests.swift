import Foundation
import Protocols
import Testing

@testable import StepUp

/// How a result that was sent before is known again.
@Suite struct RepeatsTests {
    private static let result: AssayResult = {
        var result = AssayResult()
        (result.specimen, result.test, result.text, result.unit) = ("S1", "Insulin", "10", "uU/mL")
        (result.measured, result.status) = ("2026-01-31T12:15:00", "F")
        return result
    }()

    @Test func whatBelongsToTheMeasurementTellsResultsApart() {
        let fields: [WritableKeyPath<AssayResult, String>] = [
            \.specimen, \.position, \.test, \.text, \.unit, \.dilution, \.replicate, \.instrument,
        ]
        for field in fields {
            var other = Self.result
            other[keyPath: field] += "x"
            #expect(Fingerprint(of: other) != Fingerprint(of: Self.result), "\(field)")
        }
    }

    @Test func whatBelongsToTheSendingDoesNot() {
        var other = Self.result
        other.bytes = 100..<200
        other.comments = ["sent again"]
        other.flags = ["H"]
        other.status = "R"
        other.isComplete = false
        #expect(Fingerprint(of: other) == Fingerprint(of: Self.result))
    }

    @Test func aCorrectionIsNoRepeat() {
        var other = Self.result
        other.status = "C"
        #expect(Fingerprint(of: other) != Fingerprint(of: Self.result))
    }

    @Test func neighbouringFieldsDoNotRunTogether() {
        var (left, right) = (AssayResult(), AssayResult())
        (left.instrument, left.specimen) = ("ab", "c")
        (right.instrument, right.specimen) = ("a", "bc")
        #expect(Fingerprint(of: left) != Fingerprint(of: right))
    }

    @Test func theOldestIsForgotten() {
        var repeats = Repeats()
        for number in 0...Repeats.limit {
            repeats.remember(Fingerprint(of: "\(number)"), as: .init(id: Int64(number), run: 1))
        }
        #expect(repeats[Fingerprint(of: "0")] == nil)
        #expect(repeats[Fingerprint(of: "1")]?.id == 1)
        #expect(repeats[Fingerprint(of: "\(Repeats.limit)")]?.id == Int64(Repeats.limit))
    }

    @Test func comesBackFromItsJSONInTheSameOrder() throws {
        var repeats = Repeats()
        for number in 0..<Repeats.limit + 10 {
            repeats.remember(Fingerprint(of: "\(number)"), as: .init(id: Int64(number), run: 2))
        }
        var stored = try JSONDecoder().decode(
            Repeats.self, from: JSONEncoder().encode(repeats))
        #expect(stored == repeats)
        stored.remember(Fingerprint(of: "new"), as: .init(id: 1, run: 1))
        #expect(stored[Fingerprint(of: "10")] == nil)
        #expect(stored[Fingerprint(of: "11")] != nil)
    }

    @Test func theFingerprintIsTheSameInEveryRun() {
        #expect(Fingerprint(of: "S1").first == 10_922_407_884_407_268_514)
    }
}
