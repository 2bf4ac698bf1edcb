import Testing

@testable import Protocols

struct FieldScanTests {
    /// Ends of the fields, a byte at a time.
    private func slowly(_ text: [UInt8]) -> (ends: [Int32], isPlain: Bool) {
        let record = text.prefix { $0 != .cr && $0 != .lf }
        var ends = record.indices.filter { record[$0] == UInt8(ascii: "|") }.map(Int32.init)
        ends = Array(ends.prefix(63)) + [Int32(record.count)]
        return (ends, record.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "&") })
    }

    @Test(arguments: 1...400)
    func eightBytesAtOnceFindWhatOneAtATimeFinds(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        let alphabet: [UInt8] = [0x7C, 0x7C, 0x7C, 0x41, 0x61, 0x5E, 0x09, 0x1F, 0x20, 0x7B, 0x7F]
        let rare: [UInt8] = [0x26, 0x0D, 0x0A, 0x80, 0xFC, 0xFF, 0x00, 0x27, 0x7D]
        let text = (0..<Int(seed)).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let die = Int(state >> 33)
            return die % 40 == 0 ? rare[die / 40 % rare.count] : alphabet[die / 40 % alphabet.count]
        }
        var cells = [Int32](repeating: 0, count: 64)
        var index = 0
        var span = cells.mutableSpan
        let found = FieldScan(for: .standard)
            .fields(of: text.span, from: &index, into: &span, at: 0..<64)
        let (ends, isPlain) = slowly(text)
        #expect(Array(cells[..<found.count]) == ends)
        #expect(found.isPlain == isPlain)
        #expect(index == Int(ends[ends.count - 1]))
    }
}
