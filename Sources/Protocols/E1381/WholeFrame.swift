/// A frame that stands whole and right in what was read, which is how nearly all of them come.
///
/// One scan finds its end, its check sum and its records' ends. Whatever is odd about a frame is
/// left to the table of ``Deframer``.
struct WholeFrame {
    /// Where its text stands.
    var text: Range<Int>
    /// True when ETX ended it.
    var isEnd: Bool
    /// How many CR its text holds.
    var returns: Int
    /// Where what follows it begins: behind its CR LF, or behind C2.
    var end: Int
    /// False when its CR LF is not there, or not there yet.
    var hasTrailer: Bool

    /// The characters that are never text, as bits: STX, ETX, EOT, ENQ, ETB.
    static var framing: UInt32 { 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 0x17 }

    /// The frame whose STX stands at `start`; nil when the table must look at it.
    @inline(__always)
    init?(in bytes: Span<UInt8>, at start: Int, limit: Int) {
        var index = start + 2
        guard index < bytes.count, bytes[start + 1] > .etb else { return nil }
        var sum = bytes[start + 1]
        var returns = 0
        while index < bytes.count {
            if bytes[index] >= 0x20 { Self.skipText(of: bytes, from: &index, adding: &sum) }
            guard index < bytes.count else { return nil }
            let byte = bytes[index]
            if byte <= .etb {
                if Self.framing & (1 << UInt32(byte)) != 0 { break }
                if byte == .cr { returns += 1 }
            }
            sum &+= byte
            index += 1
        }
        guard index + 2 < bytes.count, index - start - 2 <= limit else { return nil }
        let last = bytes[index]
        guard last == .etx || last == .etb,
            let high = bytes[index + 1].hexadecimalValue,
            let low = bytes[index + 2].hexadecimalValue, sum &+ last == high << 4 | low
        else { return nil }
        text = start + 2..<index
        isEnd = last == .etx
        self.returns = returns
        hasTrailer =
            index + 4 < bytes.count && bytes[index + 3] == .cr && bytes[index + 4] == .lf
        end = index + (hasTrailer ? 5 : 3)
    }

    /// Goes over text without control characters, eight bytes at once.
    @inline(__always)
    private static func skipText(
        of bytes: Span<UInt8>, from index: inout Int, adding sum: inout UInt8
    ) {
        var pairs: UInt64 = 0
        // Sixteen bits hold the pairs of 128 blocks; behind them the caller goes on.
        let end = min(bytes.count, index &+ 1024)
        while index <= end &- 8 {
            let block = EightBytes.all(of: bytes, at: index)
            let controls = EightBytes.controls(in: block)
            guard controls == 0 else {
                // The lowest bit that is left marks the first byte below 0x20.
                let bits = UInt64(controls.trailingZeroBitCount) & 0x38
                pairs &+= Self.pairs(of: block & ((1 &<< bits) &- 1))
                index &+= Int(bits) / 8
                break
            }
            pairs &+= Self.pairs(of: block)
            index &+= 8
        }
        sum &+= UInt8(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    }

    /// The sums of each two bytes of a block, sixteen bits each.
    @inline(__always)
    private static func pairs(of block: UInt64) -> UInt64 {
        (block & 0x00FF_00FF_00FF_00FF) &+ (block >> 8 & 0x00FF_00FF_00FF_00FF)
    }
}
