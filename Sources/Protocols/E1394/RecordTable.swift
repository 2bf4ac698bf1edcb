/// The record in hand and the records above it, as offsets in a message's text.
///
/// Who belongs to whom follows from the order of the records alone: a header holds for the
/// message, a patient for its orders, an order for its results, and a comment for the record
/// before it (LIS02-A2 5.3). Each level has one row, which the next record of its kind overwrites:
///
///     row 0  H   letter, plain, fields, start, end of field 1, end of field 2 … field 64
///     row 1  P
///     row 2  O
///     row 3  any other record
///
/// All of it is one array of numbers: inline arrays would be copied at each look (Swift 6.3).
struct RecordTable: ~Copyable {
    /// Fields that are told apart: LIS02-A2's longest record, the order, has 31.
    static let fieldLimit = 64

    private static let width = 4 + fieldLimit

    /// The delimiters of the last header; `|\^&` before the first.
    private(set) var delimiters = Delimiters.standard

    private var cells = [Int32](repeating: 0, count: 4 * width)
    private var kinds = ByteKinds.standard
    private var own = 3
    private var offset = 0

    /// The bytes of the record in hand, without its CR.
    var range: Range<Int> {
        let base = own &* Self.width
        let last = base &+ 3 &+ Int(cells[base &+ 2])
        return Int(cells[base &+ 3])..<Int(cells[last])
    }

    /// The row of records with this letter.
    static func row(of letter: UInt8) -> Int {
        switch letter {
        case UInt8(ascii: "H"): 0
        case UInt8(ascii: "P"): 1
        case UInt8(ascii: "O"): 2
        default: 3
        }
    }

    /// The whole field that `locator` is in, as it stands, blanks and all; empty when missing.
    @inline(__always)
    func field(_ locator: FieldLocator) -> FieldPlace {
        let base = locator.row &* Self.width
        guard cells[base] == Int32(locator.letter), locator.field <= cells[base &+ 2] else {
            return FieldPlace()
        }
        let end = base &+ 3 &+ locator.field
        let start = Int(cells[end &- 1]) &+ (locator.field == 1 ? 0 : 1)
        return FieldPlace(range: start..<Int(cells[end]), isPlain: cells[base &+ 1] != 0)
    }

    /// Moves on to the next record, and forgets those that it is no part of.
    ///
    /// Records end with CR; LF and CR LF are taken too, since files and simplified links have
    /// them.
    ///
    /// - Parameter text: the message's text, the same one at each call.
    /// - Returns: the letter in upper case, 0 when the record has none; nil at the end.
    mutating func next(in text: Span<UInt8>) -> UInt8? {
        while offset < text.count, kinds[text[offset]] == ByteKinds.end { offset += 1 }
        guard offset < text.count else { return nil }
        let first = text[offset] & 0xDF
        if first == UInt8(ascii: "H") { adoptDelimiters(of: text) }
        let follows = offset + 1 < text.count ? kinds[text[offset + 1]] : ByteKinds.end
        let isDivided = follows == ByteKinds.field || follows == ByteKinds.end
        let letter = isDivided && (0x41...0x5A).contains(first) ? first : 0
        own = Self.row(of: letter)
        for row in own..<4 { cells[row &* Self.width] = 0 }
        findFields(in: text, base: own &* Self.width)
        cells[own &* Self.width] = Int32(letter)
        return letter
    }

    private mutating func findFields(in text: Span<UInt8>, base: Int) {
        cells[base &+ 3] = Int32(truncatingIfNeeded: offset)
        let last = base &+ 3 &+ Self.fieldLimit
        var cell = base &+ 4
        var isPlain = true
        var index = offset
        let end = text.count
        let kinds = kinds
        scan: while index < end {
            let kind = kinds[text[index]]
            if kind != ByteKinds.text {
                if kind == ByteKinds.end { break scan }
                if kind == ByteKinds.coded {
                    isPlain = false
                } else if cell < last {
                    cells[cell] = Int32(truncatingIfNeeded: index)
                    cell &+= 1
                }
            }
            index &+= 1
        }
        cells[cell] = Int32(truncatingIfNeeded: index)
        cells[base &+ 1] = isPlain ? 1 : 0
        cells[base &+ 2] = Int32(truncatingIfNeeded: cell &- base &- 3)
        offset = index
    }

    private mutating func adoptDelimiters(of text: Span<UInt8>) {
        let header = text.extracting(offset..<min(offset + 5, text.count))
        guard let declared = Delimiters(declaredBy: header, unlessAs: delimiters) else { return }
        delimiters = declared
        kinds = ByteKinds(for: declared)
    }
}

/// What each of the 256 bytes is to a scan for fields.
struct ByteKinds {
    /// Part of a field's text.
    static let text: UInt8 = 0
    /// The field delimiter.
    static let field: UInt8 = 1
    /// CR or LF.
    static let end: UInt8 = 2
    /// An escape character, or no ASCII: the texts of the record must be decoded.
    static let coded: UInt8 = 3

    /// Those of `|\^&`.
    static let standard = ByteKinds(for: .standard)

    private var kinds = [UInt8](repeating: text, count: 256)

    init(for delimiters: Delimiters) {
        for byte in 0x80...0xFF { kinds[byte] = Self.coded }
        if let escape = delimiters.escape { kinds[Int(escape)] = Self.coded }
        kinds[Int(delimiters.field)] = Self.field
        kinds[0x0D] = Self.end
        kinds[0x0A] = Self.end
    }

    @inline(__always)
    subscript(byte: UInt8) -> UInt8 { kinds[Int(byte)] }
}
