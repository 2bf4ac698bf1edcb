/// The record in hand and the records above it, as offsets in a message's text.
///
/// Who belongs to whom follows from the order of the records alone: a header holds for the
/// message, a patient for its orders, an order for its results, and a comment for the record
/// before it (LIS02-A2 5.3). Each level has one row, which the next record of its kind overwrites:
///
///     row 0  H   letter, plain, fields, start, end of field 1, end of field 2 … field 64
///     row 1  P
///     row 2  O
///     row 3  R
///     row 4  any other record
///
/// All of it is one array of numbers: inline arrays would be copied at each look (Swift 6.3).
struct RecordTable: ~Copyable {
    /// Fields that are told apart: LIS02-A2's longest record, the order, has 31.
    static let fieldLimit = 64

    /// The row of the result in hand.
    static let resultRow = 3

    private static let width = 4 + fieldLimit
    private static let otherRow = 4

    /// The delimiters of the last header; `|\^&` before the first.
    private(set) var delimiters = Delimiters.standard

    private var cells: [Int32]
    private var scan = FieldScan(for: .standard)
    private var own = otherRow
    private var offset = 0

    /// A table with nothing in hand.
    ///
    /// - Parameter cells: what ``end()`` of another one gave, or nothing.
    init(in cells: consuming [Int32] = []) {
        if cells.isEmpty { cells = [Int32](repeating: 0, count: 5 * Self.width) }
        for row in 0...Self.otherRow { cells[row * Self.width] = 0 }
        self.cells = cells
    }

    /// The room of a table that is not needed any more.
    consuming func end() -> [Int32] { cells }

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
        case UInt8(ascii: "R"): resultRow
        default: otherRow
        }
    }

    /// The whole field that `locator` is in, as it stands, blanks and all; empty when missing.
    @inline(__always)
    func field(_ locator: FieldLocator) -> FieldPlace {
        let base = locator.row &* Self.width
        let row = cells.span.extracting(base..<base &+ Self.width)
        guard row[0] == Int32(locator.letter), locator.field <= row[2] else { return FieldPlace() }
        let start = Int(row[locator.field &+ 2]) &+ (locator.field == 1 ? 0 : 1)
        return FieldPlace(range: start..<Int(row[locator.field &+ 3]), isPlain: row[1] != 0)
    }

    /// Moves on to the next record, and forgets those that it is no part of.
    ///
    /// Records end with CR; LF and CR LF are taken too, since files and simplified links have
    /// them.
    ///
    /// - Parameter text: the message's text, the same one at each call.
    /// - Returns: the letter in upper case, 0 when the record has none; nil at the end.
    mutating func next(in text: Span<UInt8>) -> UInt8? {
        while offset < text.count, FieldScan.isEnd(text[offset]) { offset += 1 }
        guard offset < text.count else { return nil }
        let first = text[offset] & 0xDF
        if first == UInt8(ascii: "H") { adoptDelimiters(of: text) }
        let isDivided =
            offset + 1 == text.count || text[offset + 1] == delimiters.field
            || FieldScan.isEnd(text[offset + 1])
        let letter = isDivided && (0x41...0x5A).contains(first) ? first : 0
        own = Self.row(of: letter)
        findFields(in: text, letter: letter)
        return letter
    }

    private mutating func findFields(in text: Span<UInt8>, letter: UInt8) {
        let (scan, own, base) = (scan, own, own &* Self.width)
        var index = offset
        var cells = cells.mutableSpan
        for row in own...Self.otherRow { cells[row &* Self.width] = 0 }
        cells[base &+ 3] = Int32(truncatingIfNeeded: index)
        let ends = base &+ 4..<base &+ Self.width
        let (count, isPlain) = scan.fields(of: text, from: &index, into: &cells, at: ends)
        cells[base] = Int32(letter)
        cells[base &+ 1] = isPlain ? 1 : 0
        cells[base &+ 2] = Int32(truncatingIfNeeded: count)
        offset = index
    }

    private mutating func adoptDelimiters(of text: Span<UInt8>) {
        let header = text.extracting(offset..<min(offset + 5, text.count))
        guard let declared = Delimiters(declaredBy: header, unlessAs: delimiters) else { return }
        delimiters = declared
        scan = FieldScan(for: declared)
    }
}
