import Testing

@testable import Protocols

/// Characters that stand for others (LIS02-A2 5.4.5), both ways.
@Suite struct EscapesTests {
    @Test(arguments: [
        ("a&F&b", "a|b"), ("a&S&b", "a^b"), ("a&R&b", "a\\b"), ("a&E&b", "a&b"),
        ("&X41&&X4243&", "ABC"), ("a&H&b&N&c", "abc"), ("&X0D&", "\r"),
    ])
    func aSequenceIsWhatItStandsFor(coded: String, meant: String) {
        #expect(decoded(coded) == meant)
    }

    @Test(arguments: ["Smith & Sons", "&", "a&b", "&Q&", "&X4&", "&XGG&", "&F", "&Zown&", "&&"])
    func whatIsNoSequenceStandsForItself(text: String) {
        #expect(decoded(text) == text)
    }

    @Test func everyByteComesBack() {
        for byte in UInt8.min...UInt8.max {
            let coded = Escapes.encoded([0x41, byte, 0x42], .standard)
            #expect(Escapes.decoded(coded.span, .standard) == [0x41, byte, 0x42])
            #expect(!coded.contains(0x0D) && !coded.contains(UInt8(ascii: "|")))
        }
    }

    @Test func withoutAnEscapeDelimiterABlankStandsForWhatCannotBeWritten() {
        let header = Delimiters(declaredBy: Array(#"H|\^|"#.utf8).span)
        #expect(Escapes.encoded(Array("a|b^c".utf8), header) == Array("a b c".utf8))
    }

    private func decoded(_ text: String) -> String {
        String(decoding: Escapes.decoded(Array(text.utf8).span, .standard), as: UTF8.self)
    }
}
