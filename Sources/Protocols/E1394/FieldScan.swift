/// Finds where the fields of a record end, eight bytes at once.
struct FieldScan {
    /// The field and the escape delimiter in each of eight bytes.
    private let field, escape: UInt64

    init(for delimiters: Delimiters) {
        field = EightBytes.ones &* UInt64(delimiters.field)
        // Where nothing escapes, FF does no harm: a record that has it is not plain anyway.
        escape = EightBytes.ones &* UInt64(delimiters.escape ?? 0xFF)
    }

    /// True for CR and LF, which end a record.
    @inline(__always)
    static func isEnd(_ byte: UInt8) -> Bool { byte == .cr || byte == .lf }

    /// Goes through the record that begins at `index`, and on to the CR or LF behind it.
    ///
    /// - Parameters:
    ///   - text: the bytes of the message.
    ///   - index: where the record begins, and then where it ends.
    ///   - cells: takes the end of each field.
    ///   - row: which cells are for this record; what they are too few for stays part of the last
    ///     field.
    /// - Returns: how many fields there are; and true when the record is text as it stands: ASCII
    ///   without an escape character.
    @inline(__always)
    func fields(
        of text: Span<UInt8>, from index: inout Int, into cells: inout MutableSpan<Int32>,
        at row: Range<Int>
    ) -> (count: Int, isPlain: Bool) {
        var cell = row.lowerBound
        var odd: UInt64 = 0
        while index < text.count {
            let block = EightBytes.of(text, at: index)
            let controls = EightBytes.controls(in: block)
            // What stands before the first control character: all of it where there is none.
            let valid = (controls & (0 &- controls)) &- 1
            odd |= (block | EightBytes.firstZero(in: block ^ escape)) & valid
            var ends = EightBytes.zeros(in: block ^ field) & valid
            while ends != 0 {
                if cell < row.upperBound &- 1 {
                    cells[cell] = Int32(truncatingIfNeeded: index &+ ends.trailingZeroBitCount / 8)
                    cell &+= 1
                }
                ends &= ends &- 1
            }
            index &+= controls == 0 ? 8 : controls.trailingZeroBitCount / 8
            guard controls != 0, index < text.count else { continue }
            if Self.isEnd(text[index]) { break }
            index &+= 1
        }
        cells[cell] = Int32(truncatingIfNeeded: index)
        return (cell &- row.lowerBound &+ 1, odd & EightBytes.highs == 0)
    }
}
