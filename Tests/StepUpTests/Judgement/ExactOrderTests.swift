import Protocols
import Testing

@testable import StepUp

@Suite struct ExactOrderTests {
    private func decimal(_ text: String) throws -> ExactDecimal {
        try #require(ExactDecimal(parsing: text))
    }

    @Test(arguments: [
        ("2", "2.000", ExactOrder.same), ("2", "2.001", .less), ("0.1", "0.09999999", .more),
        ("0", "0.000", .same), ("0", "0.001", .less), ("1e14", "1e-15", .more),
        ("99999999999999.9", "1e14", .less), ("100", "1e2", .same),
    ]) func numbersCompareByWhatTheyAre(_ row: (left: String, right: String, order: ExactOrder))
        throws
    {
        let (left, right) = (try decimal(row.left), try decimal(row.right))
        #expect(left.compared(with: right) == row.order)
        #expect(right.compared(with: left) == row.order.reversed)
    }

    @Test func theLargestProductsFit() {
        let most = ExactDecimal(digits: .max, scale: 0)
        let least = ExactDecimal(digits: .max, scale: Interval.scaleLimit)
        let square = ExactProduct(most, times: most)
        #expect(square.compared(with: ExactProduct(most, times: most)) == .same)
        #expect(square.compared(with: ExactProduct(least, times: least)) == .more)
        #expect(ExactProduct(least, times: least).compared(with: square) == .less)
        #expect(ExactProduct(most).compared(with: square) == .less)
    }

    /// The same comparison in whole numbers, where nothing can go wrong.
    @Test(arguments: 1...200) func agreesWithWholeNumbers(_ seed: UInt64) {
        var chance = Seed(seed)
        let digits = (0..<2).map { _ in Int64.random(in: 0...3000, using: &chance) }
        let scales = (0..<2).map { _ in Int.random(in: 0...3, using: &chance) }
        let power = [1000, 100, 10, 1] as [Int64]
        let whole = zip(digits, scales).map { $0 * power[$1] }
        let order: ExactOrder =
            whole[0] < whole[1] ? .less : whole[0] > whole[1] ? .more : .same
        let left = ExactDecimal(digits: digits[0], scale: scales[0])
        let right = ExactDecimal(digits: digits[1], scale: scales[1])
        #expect(left.compared(with: right) == order)
    }
}
