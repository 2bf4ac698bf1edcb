import Testing

@testable import Protocols

/// Character sets with more than one byte a character.
@Suite struct WideTextTests {
    @Test(arguments: [
        (Dialect.Encoding.gb18030, "a<xD5><xC5>b", "a<xD5><xC5>b"),
        (.gb18030, "<x81>0<x81>0|", "<x81><x30><x81><x30>|"),
        (.gb18030, "<x81>|x|", "<x81><x7C>x|"), (.gb18030, "<xFF>|", "<xFF>|"),
        (.gb18030, "<x81>", "<x81>"), (.big5, "<xA3>g", "μ"), (.korean, "<xA5><xEC>", "μ"),
        (.japanese, "<x83><xCA>", "μ"), (.japanese, "<xB1>|", "ｱ|"),
        (.japanese, "<x1B>$B&L%=<x1B>(B|", "μ<x83><x5C>|"),
        (.japanese, "<x1B>$B%=<CR>A|", "<x83><x5C>\rA|"),
        (.gb18030, "<xA6><xB1><xA6><xD2>", "Ρσ"),
    ])
    func charactersAreTakenWhole(encoding: Dialect.Encoding, line: String, text: String) {
        let message = Message(text: [UInt8](line: line)).inUTF8(from: encoding)
        #expect(String(decoding: message.text, as: UTF8.self) == text)
    }

    @Test func aNotationIsWrittenAsTheBytesThatItStandsFor() {
        for (encoding, line) in [
            (Dialect.Encoding.gb18030, "A<xD5><xC5>|<xA6><xCC>U<xA6><xA1>"),
            (.big5, "<xB3>\\|<xA3>gU<xA3>D"), (.korean, "<xB1><xE8><xA5><xEC>"),
            (.japanese, "<x83>\\<x83><xCA>"),
        ] {
            let bytes = [UInt8](line: line)
            let text = Message(text: bytes).inUTF8(from: encoding).text
            #expect(encoding.bytes(of: String(decoding: text, as: UTF8.self)) == bytes)
        }
    }

    /// Wherever a message was cut into frames, a record's bytes are where they were on the line.
    @Test(arguments: 1...9)
    func everyRecordIsWhereItStood(cut: Int) {
        let text = [UInt8](line: "<xD5><xC5>a<CR><xC8><xFD>b<CR>c")
        let pieces = [
            Message.Piece(text: 0, line: 10), Message.Piece(text: cut, line: 10 + cut + 100),
        ]
        let message = Message(text: text, isComplete: true, pieces: pieces)
        let moved = message.inUTF8(from: .gb18030)
        for (letter, range) in [("a", 2..<3), ("b", 6..<7), ("c", 8..<9)] {
            let place = moved.text.firstIndex { $0 == letter.utf8.first } ?? 0
            #expect(moved.lineRange(of: place..<place + 1) == message.lineRange(of: range))
        }
    }

    @Test func aDialectNamesTheSetOfItsRecords() throws {
        var dialect = Dialect(name: "chinese", title: "")
        dialect.reads.encoding = .gb18030
        let records = [
            "H|\\^&", "P|1||||<x81>|", "O|1|S7^<x81>^||<x81>|", "R|1|^^^INS|5|<xA6><xCC>U||H||F",
            "L|1",
        ]
        let text = [UInt8](line: records.map { $0 + "<CR>" }.joined())
        let results = MessageReader(dialect).read(Message(text: text)).results
        #expect(results.map(\.specimen) == ["S7"])
        #expect(results.map(\.value?.description) == ["5"])
        #expect(results.map(\.unit) == ["μU"])
    }
}
