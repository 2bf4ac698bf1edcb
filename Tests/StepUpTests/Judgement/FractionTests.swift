import Protocols
import Testing

@testable import StepUp

@Suite struct FractionTests {
    private func fraction(_ top: String, _ bottom: String) throws -> Fraction {
        Fraction(
            try #require(ExactDecimal(parsing: top)),
            over: try #require(ExactDecimal(parsing: bottom))
        )
    }

    @Test(arguments: [
        ("41.0", "10.0", 2, "4.1"), ("10", "3", 2, "3.33"), ("20", "3", 2, "6.67"),
        ("1", "8", 2, "0.13"), ("1", "8", 3, "0.125"), ("0", "7", 2, "0"), ("300", "20", 4, "15"),
        ("0.0002", "0.0001", 4, "2"), ("1e-9", "1", 4, "0"), ("5", "1000", 2, "0.01"),
    ]) func roundsHalfUpAndDropsTrailingZeros(
        _ row: (top: String, bottom: String, places: Int, text: String)
    ) throws {
        let rounded = try fraction(row.top, row.bottom).rounded(places: row.places)
        #expect(rounded?.description == row.text)
    }

    @Test(arguments: [
        ("20.004", "10", "2.0004"), ("20", "10", "2"), ("19.9999", "10", "1.99999"),
        ("20.1", "10", "2.01"), ("20.000001", "10", "2.0000001"), ("30", "10", "3"),
    ]) func isNeverShownOnTheWrongSideOfTheThreshold(
        _ row: (top: String, bottom: String, text: String)
    ) throws {
        let two = ExactDecimal(digits: 2, scale: 0)
        let shown = try fraction(row.top, row.bottom).shown(places: 2, beside: two)
        #expect(shown?.description == row.text)
    }

    @Test func whatNoDecimalHoldsIsStillAFiniteNumber() throws {
        let huge = try fraction("999999999999999", "1e-30")
        #expect(huge.rounded(places: 2) == nil)
        #expect(huge.shown(places: 2, beside: nil) == nil)
        #expect(huge.approximate(beside: nil) > 9e44)
        #expect(huge.approximate(beside: ExactDecimal(digits: 2, scale: 0)).isFinite)
    }
}
