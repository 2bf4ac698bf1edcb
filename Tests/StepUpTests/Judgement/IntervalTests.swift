import Protocols
import Testing

@testable import StepUp

@Suite struct IntervalTests {
    private func interval(_ printed: String) -> Interval? {
        Interval(AssayResult(specimen: "T", printed: printed, unit: ""))
    }

    /// An interval as mathematicians write it.
    private func written(_ interval: Interval) -> String {
        let upper = interval.upper.map { "\($0.value)\($0.isIncluded ? "]" : ")")" } ?? "…)"
        return "\(interval.lower.isIncluded ? "[" : "(")\(interval.lower.value), \(upper)"
    }

    @Test(arguments: [
        ("41.0", "[41.0, 41.0]"), (">300", "(300, …)"), (">=300", "[300, …)"), ("<2", "[0, 2)"),
        ("<=2", "[0, 2]"), ("0", "[0, 0]"), ("<=0", "[0, 0]"), (">0", "(0, …)"),
    ]) func aResultAllowsWhatItsBoundLeaves(_ row: (printed: String, interval: String)) throws {
        #expect(written(try #require(interval(row.printed))) == row.interval)
    }

    @Test(arguments: ["----", "", "-1", "<-1", "<0"])
    func whatIsNoConcentrationHasNone(_ printed: String) {
        #expect(interval(printed) == nil)
    }

    @Test func aNumberWithMorePlacesThanAnyMeasurementHasNone() {
        var result = AssayResult(specimen: "T", printed: "1", unit: "")
        result.value = ExactDecimal(digits: 1, scale: Interval.scaleLimit)
        #expect(Interval(result) != nil)
        result.value = ExactDecimal(digits: 1, scale: Interval.scaleLimit + 1)
        #expect(Interval(result) == nil)
        result.value = ExactDecimal(digits: 1, scale: .max)
        #expect(Interval(result) == nil)
    }

    @Test(arguments: [
        ("15", "<20", true), ("20", "<20", false), ("20", "<=20", true), ("<20", "<=20", true),
        ("<=20", "<20", false), (">300", ">=300", true), (">=300", ">300", false),
        (">301", ">300", true), (">300", "300", false), ("300", ">300", false), ("0", "<1", true),
    ]) func whatIsNarrowerIsWithin(_ row: (narrow: String, wide: String, isWithin: Bool)) throws {
        let (narrow, wide) = (try #require(interval(row.narrow)), try #require(interval(row.wide)))
        #expect(narrow.isWithin(wide) == row.isWithin)
        #expect(narrow.isWithin(narrow))
    }
}
