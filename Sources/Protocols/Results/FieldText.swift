/// Bytes of a field as text: trimmed, its escapes decoded, in the dialect's character set.
struct FieldText {
    let delimiters: Delimiters
    let encoding: Dialect.Encoding

    /// `range` without the blanks around it.
    @inline(__always)
    static func trimmed(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start] == 0x20 { start += 1 }
        while end > start, text[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    /// The text of `range`; `isPlain` when it needs no decoding (``Record/isPlain``).
    func string(_ range: Range<Int>, of text: Span<UInt8>, isPlain: Bool) -> String {
        guard !range.isEmpty else { return "" }
        if isPlain { return Self.utf8(text.extracting(range)) ?? "" }
        let bytes = Escapes.decoded(text.extracting(range), delimiters)
        if encoding == .utf8, let string = Self.utf8(bytes.span) { return string }
        return Self.latin1(bytes)
    }

    private static func utf8(_ bytes: Span<UInt8>) -> String? {
        guard let characters = try? UTF8Span(validating: bytes) else { return nil }
        return String(copying: characters)
    }

    /// Each byte is the character with its number (ISO 8859-1): B5 is `µ`.
    private static func latin1(_ bytes: [UInt8]) -> String {
        var characters = String.UnicodeScalarView()
        for byte in bytes { characters.append(Unicode.Scalar(byte)) }
        return String(characters)
    }
}
