import Testing

@testable import Protocols

/// What stands in a value field.
@Suite struct PrintedValueTests {
    @Test(arguments: [
        ("16.64", nil), ("<2.00", AssayResult.Bound.below), ("< 2.00", .below), (">1000.", .above),
        ("> 15000.00", .above), ("<=5", .atMost), (">= 5", .atLeast), ("  7.1  ", nil),
    ])
    func aNumberMayHaveABound(text: String, bound: AssayResult.Bound?) {
        guard case .number(_, let found) = read(text) else {
            Issue.record("'\(text)' was read as \(read(text))")
            return
        }
        #expect(found == bound)
    }

    @Test(arguments: ["", " ", "       ", "-----", "---", "*****", "\"\"", ".", "<", ">", "+", "?"])
    func whatSaysNothingIsBlank(text: String) {
        #expect(read(text) == .blank)
    }

    @Test(arguments: ["Positive", "NA", "1:15", "> 15000.00 RLU", "1-2", "5 %", "<abc", "12,5"])
    func wordsAreWords(text: String) {
        #expect(read(text) == .words)
    }

    private func read(_ text: String) -> PrintedValue {
        PrintedValue(Array(text.utf8).span, as: ExactDecimal.Notation())
    }
}
