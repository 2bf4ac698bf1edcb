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
            repeats.remember(
                Fingerprint(of: .note("\(number)")), as: .init(id: Int64(number), run: 1))
        }
        #expect(repeats[Fingerprint(of: .note("0"))] == nil)
        #expect(repeats[Fingerprint(of: .note("1"))]?.id == 1)
        #expect(repeats[Fingerprint(of: .note("\(Repeats.limit)"))]?.id == Int64(Repeats.limit))
    }

    @Test func comesBackFromItsJSONInTheSameOrder() throws {
        var repeats = Repeats()
        for number in 0..<Repeats.limit + 10 {
            repeats.remember(
                Fingerprint(of: .note("\(number)")), as: .init(id: Int64(number), run: 2))
        }
        var stored = try JSONDecoder().decode(
            Repeats.self, from: JSONEncoder().encode(repeats))
        #expect(stored == repeats)
        stored.remember(Fingerprint(of: .note("new")), as: .init(id: 1, run: 1))
        #expect(stored[Fingerprint(of: .note("10"))] == nil)
        #expect(stored[Fingerprint(of: .note("11"))] != nil)
    }

    @Test func marksThatSayAnythingElseHaveAnotherFingerprint() {
        let place = Mark.Place("1/RHV/60")
        let marks: [Mark.Action] = [
            .injection(site: "RHA", number: nil), .injection(site: "RHA", number: 1),
            .draw(specimen: nil, place: place), .draw(specimen: "", place: place),
            .draw(specimen: "7", place: place), .draw(specimen: "7", place: nil),
            .draw(specimen: "7", place: Mark.Place("1/RHV/90")),
            .void(specimen: "7", reason: "clot"), .void(specimen: "7", reason: "lost"),
            .assign(specimen: "7", place: place, reason: "clot"),
            .correctDraw(specimen: "7", second: 60, reason: "clot"),
            .correctDraw(specimen: "7", second: 60.5, reason: "clot"),
            .correctInjection(number: 1, shift: 2, reason: "clot"), .note("7"), .note("close"),
            .close,
        ]
        #expect(Set(marks.map { Fingerprint(of: $0) }).count == marks.count)
    }

    @Test func theFingerprintIsTheSameInEveryRun() {
        #expect(Fingerprint(of: .note("S1")).first == 6_744_222_500_503_605_887)
    }
}
