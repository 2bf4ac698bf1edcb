import Protocols
import Testing

struct LineNotationTests {
    @Test func writesNamesHexadecimalAndPrintableCharacters() {
        #expect(
            LineNotation.text(of: [0x02, 0x31, 0x48, 0x7C, 0x5C, 0x5E, 0x26, 0x0D, 0x03])
                == #"<STX>1H|\^&<CR><ETX>"#)
        #expect(LineNotation.text(of: [0x00, 0x3C, 0x3E, 0x7F, 0xB5]) == "<x00><x3C>><x7F><xB5>")
    }

    @Test func givesEveryByteBack() throws {
        let all = Array(UInt8.min...UInt8.max)
        let text = LineNotation.text(of: all)
        #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        #expect(try LineNotation.bytes(of: text) == all)
    }

    @Test func readsHexadecimalForAByteThatHasAName() throws {
        #expect(try LineNotation.bytes(of: "<x02><x41>") == [0x02, 0x41])
    }

    @Test func refusesWhatItWouldNeverWrite() {
        #expect(throws: LineNotationError.unknownName("FOO", offset: 5)) {
            try LineNotation.bytes(of: "A<FOO>")
        }
        #expect(throws: LineNotationError.unknownName("xb5", offset: 4)) {
            try LineNotation.bytes(of: "<xb5>")
        }
        #expect(throws: LineNotationError.unknownName("LON", offset: 4)) {
            try LineNotation.bytes(of: "<LONG")
        }
        #expect(throws: LineNotationError.unfinished) { try LineNotation.bytes(of: "H|<ET") }
        #expect(throws: LineNotationError.unprintable(offset: 1)) {
            try LineNotation.bytes(of: "H\nP")
        }
        #expect(throws: LineNotationError.unprintable(offset: 0)) {
            try LineNotation.bytes(of: "µ")
        }
    }
}
