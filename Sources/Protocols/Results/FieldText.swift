/// Bytes of a field as text: trimmed, its escapes decoded, in the dialect's character set.
enum FieldText {
    /// `range` without the blanks around it.
    @inline(__always)
    static func trimmed(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start] == 0x20 { start += 1 }
        while end > start, text[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    /// True when `bytes` stand at `range`.
    @inline(__always)
    static func equal(_ bytes: [UInt8], _ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        guard bytes.count == range.count else { return false }
        for index in bytes.indices where bytes[index] != text[range.lowerBound + index] {
            return false
        }
        return true
    }

    /// True when the bytes of `range` stand in `other` too, from `start` on.
    ///
    /// Eight bytes at once, and so eight bytes must stand behind the last one in `other`.
    @inline(__always)
    static func equal(
        _ range: Range<Int>, of text: Span<UInt8>, at start: Int, of other: Span<UInt8>
    ) -> Bool {
        var left = range.upperBound &- range.lowerBound
        precondition(start >= 0 && EightBytes.areAll(in: other, at: start &+ left))
        var (here, there) = (range.lowerBound, start)
        while left > 0 {
            let difference =
                EightBytes.of(text, at: here) ^ EightBytes.all(of: other, at: there)
            if left < 8 {
                return difference & ((1 << (UInt64(truncatingIfNeeded: left) &* 8)) &- 1) == 0
            }
            if difference != 0 { return false }
            (here, there, left) = (here &+ 8, there &+ 8, left &- 8)
        }
        return true
    }

    /// The text of `place`; a plain one is ASCII as it stands.
    @inline(__always)
    static func string(
        _ place: FieldPlace, of text: Span<UInt8>, dividedBy delimiters: Delimiters,
        encoding: Dialect.Encoding
    ) -> String {
        guard !place.range.isEmpty else { return "" }
        if place.isPlain { return ascii(text.extracting(place.range)) }
        return decoded(text.extracting(place.range), delimiters, encoding)
    }

    /// Bytes in which nothing stands for another character, in a character set.
    static func string(_ bytes: Span<UInt8>, encoding: Dialect.Encoding) -> String {
        if encoding == .utf8, let string = utf8(bytes) { return string }
        return spelled(bytes, in: encoding)
    }

    private static func decoded(
        _ bytes: Span<UInt8>, _ delimiters: Delimiters, _ encoding: Dialect.Encoding
    ) -> String {
        let decoded = Escapes.decoded(bytes, delimiters)
        return string(decoded.span, encoding: encoding)
    }

    /// Bytes that are known to be ASCII, as the scan for fields has seen: nothing looks again.
    @inline(__always)
    static func ascii(_ bytes: Span<UInt8>) -> String {
        String(copying: unsafe UTF8Span(unchecked: bytes, isKnownASCII: true))
    }

    private static func utf8(_ bytes: Span<UInt8>) -> String? {
        guard let characters = try? UTF8Span(validating: bytes) else { return nil }
        return String(copying: characters)
    }

    /// Each byte is one character of the set; what has no such set is read as ISO 8859-1, where
    /// the byte is the character's number: B5 is `µ`.
    private static func spelled(_ bytes: Span<UInt8>, in encoding: Dialect.Encoding) -> String {
        let half = CodePage.upperHalf(of: encoding)
        var characters = String.UnicodeScalarView()
        for index in bytes.indices {
            let byte = bytes[index]
            characters.append(
                byte < 0x80 ? Unicode.Scalar(byte) : half?[Int(byte - 0x80)] ?? Unicode.Scalar(byte)
            )
        }
        return String(characters)
    }
}
