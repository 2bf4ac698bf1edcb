import Testing

@testable import Protocols

/// Character sets with one byte a character, in both directions.
@Suite struct CodePageTests {
    @Test(arguments: [
        (Dialect.Encoding.latin1, "<xB5>g <xFC>", "µg ü"), (.latin2, "<xA3><xF3>d<xBC>", "Łódź"),
        (.cyrillic, "<xB8><xD2><xD0><xDD>", "Иван"), (.greek, "<xEC>g", "μg"),
        (.latin5, "<xD0><xFD>", "Ğı"), (.latin9, "<xA4><xBD>", "€œ"),
        (.windows1250, "<x8A><xB3>", "Šł"), (.windows1251, "<xC8><xE2><xE0><xED>", "Иван"),
        (.windows1252, "<x80><x96><xB5>", "€–µ"), (.utf8, "<xCE><xBC>g", "μg"),
    ])
    func aSetIsReadAsItIsWritten(encoding: Dialect.Encoding, line: String, text: String) {
        let bytes = [UInt8](line: line)
        #expect(FieldText.string(bytes.span, encoding: encoding) == text)
        #expect(encoding.bytes(of: text) == bytes)
    }

    @Test(arguments: Dialect.Encoding.allCases)
    func everyByteComesBackAsItself(encoding: Dialect.Encoding) throws {
        guard !encoding.isWide, encoding != .utf8 else { return }
        #expect(CodePage.upperHalf(of: encoding)?.count == 128)
        let bytes = Array(UInt8.min...UInt8.max)
        #expect(encoding.bytes(of: FieldText.string(bytes.span, encoding: encoding)) == bytes)
    }

    @Test func whatASetDoesNotHaveIsAQuestionMark() {
        #expect(Dialect.Encoding.latin1.bytes(of: "a€") == Array("a?".utf8))
        #expect(Dialect.Encoding.gb18030.bytes(of: "a€b") == Array("a?b".utf8))
    }

    @Test func textThatIsNoUTF8IsReadAsLatin1() {
        #expect(FieldText.string([0xB5, 0x67].span, encoding: .utf8) == "µg")
    }
}
