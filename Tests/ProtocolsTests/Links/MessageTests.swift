import Protocols
import Testing

struct MessageTests {
    @Test func saysWhereBytesStoodThatCameInOnePiece() {
        let message = Message(text: [UInt8](line: "H|x<CR>"), at: 10)
        #expect(message.lineRange(of: 0..<4) == 10..<14)
        #expect(message.lineRange(of: 2..<2) == 12..<12)
    }
}
