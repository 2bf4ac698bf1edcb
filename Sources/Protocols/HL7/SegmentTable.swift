/// The segments that a dialect reads from, each with a row in the table.
struct SegmentRows: Sendable {
    /// Rows that are always there, in this order.
    static let (msh, obx) = (0, 1)

    /// The names by row.
    let names: [UInt32]

    /// Rows for the segments of `paths`.
    init(_ paths: [FieldPath]) {
        var names = [Segment.msh, Segment.obx]
        for name in paths.map({ Segment.name($0.record) }) where !names.contains(name) {
            names.append(name)
        }
        self.names = names
    }

    /// The row of segments of this name; nil when nothing is read from them.
    func row(of name: UInt32) -> Int? { names.firstIndex(of: name) }

    /// Where `path` is in the table; one in a record is nowhere.
    ///
    /// A row's first cell is the segment's name, so that field 5 is the sixth; the field delimiter
    /// behind MSH counts as its first field, so that MSH-9 is the ninth.
    func locator(_ path: FieldPath) -> FieldLocator {
        let name = Segment.name(path.record)
        guard path.isInSegment, let row = row(of: name) else {
            return FieldLocator(path, row: 0, field: RecordTable.fieldLimit + 1)
        }
        return FieldLocator(path, row: row, field: path.field + (name == Segment.msh ? 0 : 1))
    }
}

/// The segment in hand and those that it belongs to, as offsets in a message's text.
///
/// One row for each segment that is read from: how deep it stands, whether it is plain text,
/// how many cells it has, where it starts, and where each cell ends.
struct SegmentTable: FieldTable, ~Copyable {
    private static let width = 4 + RecordTable.fieldLimit
    /// The depth of a row that holds nothing.
    private static let empty: Int32 = .max

    /// The message's encoding characters.
    private(set) var delimiters = Delimiters.standard

    private let rows: Int
    private var cells: [Int32]
    private var scan = FieldScan(for: .standard)

    init(rows: Int) {
        self.rows = rows
        cells = [Int32](repeating: 0, count: rows * Self.width)
        for row in 0..<rows { cells[row * Self.width] = Self.empty }
    }

    /// Begins a message whose header declares `delimiters`: nothing is in hand any more.
    mutating func begin(_ delimiters: Delimiters) {
        self.delimiters = delimiters
        scan = FieldScan(for: delimiters)
        forget(below: -1)
    }

    /// Takes the segment that starts at `start` into `row`, `depth` levels below the message.
    mutating func take(_ start: Int, into row: Int, depth: Int, of text: Span<UInt8>) {
        let base = row &* Self.width
        let scan = scan
        var index = start
        var cells = cells.mutableSpan
        let ends = base &+ 4..<base &+ Self.width
        let (count, isPlain) = scan.fields(of: text, from: &index, into: &cells, at: ends)
        cells[base] = Int32(truncatingIfNeeded: depth)
        cells[base &+ 1] = isPlain ? 1 : 0
        cells[base &+ 2] = Int32(truncatingIfNeeded: count)
        cells[base &+ 3] = Int32(truncatingIfNeeded: start)
    }

    /// Forgets every segment that stands deeper than `depth`.
    mutating func forget(below depth: Int) {
        let rows = rows
        var cells = cells.mutableSpan
        for row in 0..<rows where cells[row &* Self.width] > Int32(depth) {
            cells[row &* Self.width] = Self.empty
        }
    }

    /// Forgets the segment in `row`.
    mutating func forget(_ row: Int) { cells[row &* Self.width] = Self.empty }

    func field(_ locator: FieldLocator) -> FieldPlace {
        let base = locator.row &* Self.width
        let cells = cells.span
        guard cells[base] != Self.empty, locator.field <= cells[base &+ 2] else {
            return FieldPlace()
        }
        let end = base &+ 3 &+ locator.field
        let start = Int(cells[end &- 1]) &+ (locator.field == 1 ? 0 : 1)
        return FieldPlace(range: start..<Int(cells[end]), isPlain: cells[base &+ 1] != 0)
    }
}
