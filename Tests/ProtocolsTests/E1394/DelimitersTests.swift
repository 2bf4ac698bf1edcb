import Testing

@testable import Protocols

/// What a header declares (LIS02-A2 5.4).
@Suite struct DelimitersTests {
    @Test func aHeaderDeclaresFieldRepeatComponentAndEscape() {
        let declared = declaration(#"H|\^&|||x"#)
        #expect(declared.field == UInt8(ascii: "|"))
        #expect(declared.repeat == UInt8(ascii: "\\"))
        #expect(declared.component == UInt8(ascii: "^"))
        #expect(declared.escape == UInt8(ascii: "&"))
    }

    @Test func otherCharactersAreAsGood() {
        let declared = declaration(#"H*@!~*x"#)
        #expect(declared.field == UInt8(ascii: "*"))
        #expect(declared.repeat == UInt8(ascii: "@"))
        #expect(declared.component == UInt8(ascii: "!"))
        #expect(declared.escape == UInt8(ascii: "~"))
    }

    @Test func aMissingEscapeIsNoneAndNotTheNextField() {
        #expect(declaration(#"H|\^||PASSWORD"#).escape == nil)
        #expect(declaration(#"H|\^"#).component == UInt8(ascii: "^"))
    }

    @Test func missingOnesEndTheDeclaration() {
        let declared = declaration(#"H||^&"#)
        #expect(declared.repeat == nil)
        #expect(declared.component == nil)
        #expect(declared.escape == nil)
    }

    @Test func whatCannotDivideIsNotTaken() {
        #expect(declaration("HELLO").field == UInt8(ascii: "|"))
        #expect(declaration("H").field == UInt8(ascii: "|"))
        #expect(declaration("H|||||").repeat == nil)
        #expect(declaration(#"H|\\&"#).component == nil)
    }

    private func declaration(_ header: String) -> Delimiters {
        Delimiters(declaredBy: Array(header.utf8).span)
    }
}
