import Protocols
import Testing

/// Numbers as analyzers spell them, exactly.
@Suite struct ExactDecimalTests {
    @Test(arguments: [
        ("16.64", 1664, 2), ("173.", 173, 0), (".902", 902, 3), ("0.902", 902, 3),
        ("2.000", 2000, 3),
        ("-1", -1, 0), ("+4.5", 45, 1), ("-.5", -5, 1), ("0", 0, 0), ("007", 7, 0),
        ("1.2e3", 1200, 0),
        ("1.25E1", 125, 1), ("5e-3", 5, 3), ("1e0", 1, 0),
        ("123456789012345", 123_456_789_012_345, 0),
        ("0.000000000000001", 1, 15),
    ])
    func aNumberIsReadWithItsPlaces(text: String, digits: Int64, scale: Int) {
        #expect(ExactDecimal(parsing: text) == ExactDecimal(digits: digits, scale: scale))
    }

    @Test(arguments: [
        "", ".", "-", "+", "-.", "1.2.3", "1,5", "1 2", " 1", "1 ", "--1", "1-", "e3", "1e", "1e+",
        "1e31", "0x10", "1_000", "NaN", "inf", "½", "1234567890123456", "<2", "Positive", "-----",
    ])
    func whatIsNotOneNumberAndNoMoreIsNone(text: String) {
        #expect(ExactDecimal(parsing: text) == nil)
    }

    @Test func aCommaIsWhatTheDialectSays() {
        var notation = ExactDecimal.Notation()
        #expect(parse("161,152", notation) == nil)
        notation.decimalMark = .comma
        #expect(parse("7,41", notation) == ExactDecimal(digits: 741, scale: 2))
        #expect(parse("7.41", notation) == nil)
        notation.decimalMark = .point
        notation.thousands = .comma
        #expect(parse("161,152", notation) == ExactDecimal(digits: 161_152, scale: 0))
        #expect(parse("1,161,152.5", notation) == ExactDecimal(digits: 11_611_525, scale: 1))
    }

    @Test(arguments: ["7,41", "1,1611", ",152", "1,,152", "1,15,152", "1152,152", "1,152,"])
    func groupsOfThousandsHaveThreeDigitsEach(text: String) {
        var notation = ExactDecimal.Notation()
        notation.thousands = .comma
        #expect(parse(text, notation) == nil)
    }

    @Test func theDescriptionIsTheNumberAgain() {
        for text in ["16.64", "0.902", "-1", "2.000", "-0.5", "0.000", "1200"] {
            #expect(ExactDecimal(parsing: text)?.description == text)
        }
    }

    private func parse(_ text: String, _ notation: ExactDecimal.Notation) -> ExactDecimal? {
        ExactDecimal(parsing: Array(text.utf8).span, as: notation)
    }
}
