/// Eight bytes looked at in one: the first is the lowest of the number.
enum EightBytes {
    /// 1 in each byte.
    static let ones: UInt64 = 0x0101_0101_0101_0101
    /// The highest bit of each byte.
    static let highs: UInt64 = 0x8080_8080_8080_8080

    /// True when there are eight of `bytes` from `index` on.
    @inline(__always)
    static func areAll(in bytes: Span<UInt8>, at index: Int) -> Bool {
        index >= 0 && index <= bytes.count &- 8
    }

    /// Those of `bytes` from `index` on, which must be in it, with CR for what is behind the end.
    @inline(__always)
    static func of(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
        areAll(in: bytes, at: index) ? all(of: bytes, at: index) : last(of: bytes, at: index)
    }

    /// Those of `bytes` from `index` on, where ``areAll(in:at:)`` is true.
    @inline(__always)
    static func all(of bytes: Span<UInt8>, at index: Int) -> UInt64 {
        assert(areAll(in: bytes, at: index))
        // Inside the span by the condition; a byte at a time costs three times as much.
        let raw = unsafe bytes.bytes
        let loaded = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        return UInt64(littleEndian: loaded)
    }

    /// Writes `block` over the eight of `bytes` from `index` on.
    @inline(__always)
    static func put(_ block: UInt64, into bytes: inout MutableSpan<UInt8>, at index: Int) {
        // Any bits make a byte, and the store looks at its bounds itself.
        var raw = unsafe bytes.mutableBytes
        raw.storeBytes(of: block.littleEndian, toByteOffset: index, as: UInt64.self)
    }

    /// Those of `bytes` from `start` on, which must be in it and less than eight.
    static func last(of bytes: Span<UInt8>, at start: Int) -> UInt64 {
        var block = ones &* UInt64(UInt8.cr)
        for index in start..<bytes.count {
            let shift = UInt64(index &- start) &* 8
            block = block & ~(0xFF << shift) | UInt64(bytes[index]) << shift
        }
        return block
    }

    /// The highest bit of each byte that is below 0x20, sure up to the first of them.
    @inline(__always)
    static func controls(in block: UInt64) -> UInt64 {
        (block &- ones &* 0x20) & ~block & highs
    }

    /// The highest bit of some byte when one is zero, sure up to the first of them.
    @inline(__always)
    static func firstZero(in block: UInt64) -> UInt64 { (block &- ones) & ~block & highs }

    /// The highest bit of each byte that is zero.
    @inline(__always)
    static func zeros(in block: UInt64) -> UInt64 {
        ~(((block & ~highs) &+ ~highs) | block) & highs
    }
}
