/// Walks over a message's text record by record, in one pass.
///
/// The delimiters are those of the last header; `|\^&` before the first. Records end with CR; LF
/// and CR LF are taken too, since files and simplified links have them.
struct RecordScanner {
    /// What a byte is to the scan.
    private enum Kind {
        static let text: UInt8 = 0
        static let field: UInt8 = 1
        static let end: UInt8 = 2
        /// An escape character, or a byte that is no ASCII: the record's texts must be decoded.
        static let coded: UInt8 = 3
    }

    /// The delimiters in force.
    private(set) var delimiters = Delimiters.standard

    private var offset = 0
    private var kinds: InlineArray<256, UInt8>

    init() {
        kinds = Self.kinds(for: .standard)
    }

    /// Moves on to the next record; false at the end of the text.
    ///
    /// - Parameters:
    ///   - text: the message's text, the same one at each call.
    ///   - record: becomes the record; what it was is gone.
    /// - Returns: true when there was one.
    mutating func next(in text: Span<UInt8>, into record: inout Record) -> Bool {
        while offset < text.count, kinds[Int(text[offset])] == Kind.end { offset += 1 }
        guard offset < text.count else { return false }
        record.begin(at: offset)
        let first = text[offset] & 0xDF
        if first == UInt8(ascii: "H") { adoptDelimiters(of: text) }
        findFields(in: text, into: &record)
        if record.field(1).count == 1, (0x41...0x5A).contains(first) { record.letter = first }
        return true
    }

    private mutating func findFields(in text: Span<UInt8>, into record: inout Record) {
        let start = offset
        var index = start
        let end = text.count
        scan: while index < end {
            switch kinds[Int(text[index])] {
            case Kind.text: break
            case Kind.field: record.endField(at: index)
            case Kind.end: break scan
            default: record.isPlain = false
            }
            index += 1
        }
        record.endField(at: index)
        record.range = start..<index
        offset = index
    }

    private mutating func adoptDelimiters(of text: Span<UInt8>) {
        let next = offset + 1
        // A word that begins with H is no header: `HELLO` declares nothing.
        guard next < text.count, kinds[Int(text[next])] != Kind.end else { return }
        let declared = Delimiters(declaredBy: text.extracting(offset..<min(next + 4, text.count)))
        guard text[next] == declared.field, declared != delimiters else { return }
        delimiters = declared
        kinds = Self.kinds(for: declared)
    }

    private static func kinds(for delimiters: Delimiters) -> InlineArray<256, UInt8> {
        var kinds = InlineArray<256, UInt8>(repeating: Kind.text)
        for byte in 0x80...0xFF { kinds[byte] = Kind.coded }
        if let escape = delimiters.escape { kinds[Int(escape)] = Kind.coded }
        kinds[Int(delimiters.field)] = Kind.field
        kinds[0x0D] = Kind.end
        kinds[0x0A] = Kind.end
        return kinds
    }
}
