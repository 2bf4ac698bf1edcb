import Testing

@testable import Protocols

struct MessageTests {
    @Test func saysWhereBytesStoodThatCameInOnePiece() {
        let message = Message(text: [UInt8](line: "H|x<CR>"), at: 10)
        #expect(message.lineRange(of: 0..<4) == 10..<14)
        #expect(message.lineRange(of: 2..<2) == 12..<12)
    }

    @Test func aPlaceIsTheSameWhereverItsSearchBegins() {
        // Pieces of three bytes, each two bytes behind the one before it.
        let pieces = (0..<40).map { Message.Piece(text: $0 * 3, line: 100 + $0 * 5) }
        let message = Message(
            text: [UInt8](repeating: 0x41, count: 120), isComplete: true, pieces: pieces)
        for first in stride(from: 0, to: 40, by: 7) {
            for offset in 0..<119 {
                var piece = first
                let end = 100 + (offset + 1) / 3 * 5 + (offset + 1) % 3 + 1
                let range = message.lineRange(of: offset..<offset + 2, from: &piece)
                #expect(range == 100 + offset / 3 * 5 + offset % 3..<end)
                #expect(piece == offset / 3)
            }
        }
    }
}
