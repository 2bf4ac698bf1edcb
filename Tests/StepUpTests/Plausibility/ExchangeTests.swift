import Testing

@testable import StepUp

/// When two values look as if they had changed places.
@Suite struct ExchangeTests {
    private static func isLikely(
        _ one: [Double], _ other: [Double], shrinks: Double? = 3
    ) -> Bool {
        func logs(_ pair: [Double]) -> (log: Double, expected: Double) {
            (NormalLaw.ln(pair[0]), NormalLaw.ln(pair[1]))
        }
        return Exchange(one: logs(one), other: logs(other))
            .isLikely(by: HintRules.Swap(apart: 1.6, fits: 1.3, shrinks: shrinks))
    }

    /// Measured and expected, of one and of the other.
    @Test(arguments: [
        ([30.0, 10], [11.0, 32], true), ([11, 32], [30, 10], true),
        // Only a little better the other way round.
        ([60, 20], [10, 20], false), ([60, 22], [15, 24.5], false),
        // Off in the same direction, or hardly.
        ([30, 10], [60, 20], false), ([15, 10], [10, 15], false),
    ]) func twoThatFitTheOtherWayRoundAre(
        _ row: (one: [Double], other: [Double], isLikely: Bool)
    ) {
        let found = Self.isLikely(row.one, row.other)
        #expect(found == row.isLikely)
    }

    /// The first draw after an injection is suggested too low: 10 before and 50 after it mean 22.
    @Test func soIsAPeakThatItsNeighboursSuggestTooLow() {
        let (peak, flat) = ([60.0, 10], [10.0, 22])
        let (found, strictly) = (
            Self.isLikely(peak, flat), Self.isLikely(peak, flat, shrinks: nil)
        )
        #expect(found)
        #expect(!strictly)
    }
}
