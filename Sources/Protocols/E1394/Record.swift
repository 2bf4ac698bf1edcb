/// Where a record and its fields stand in a message's text: offsets, and no copy of a byte.
struct Record {
    /// Fields that are told apart: LIS02-A2's longest record, the order, has 31.
    static let fieldLimit = 64

    /// The record's letter in upper case; 0 when it has no letter of its own.
    var letter: UInt8 = 0

    /// The record's bytes, without its CR.
    var range = 0..<0

    /// True when it holds printable ASCII and no escape character: texts are bytes as they stand.
    var isPlain = true

    /// Fields that were found, ``fieldLimit`` at most.
    private(set) var count = 0

    private var ends = InlineArray<64, Int32>(repeating: 0)

    /// Begins a record at `start`, without fields.
    mutating func begin(at start: Int) {
        letter = 0
        range = start..<start
        isPlain = true
        count = 0
    }

    /// Ends the field in hand at `end`.
    @inline(__always)
    mutating func endField(at end: Int) {
        guard count < Self.fieldLimit else { return }
        ends[count] = Int32(truncatingIfNeeded: end)
        count += 1
    }

    /// Where the field with this number, from 1, stands; empty at the end when it is missing.
    @inline(__always)
    func field(_ number: Int) -> Range<Int> {
        guard number <= count, number > 0 else { return range.upperBound..<range.upperBound }
        let start = number == 1 ? range.lowerBound : Int(ends[number - 2]) + 1
        return start..<Int(ends[number - 1])
    }
}
