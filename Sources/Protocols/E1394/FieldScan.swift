/// Finds where the fields of a record end, eight bytes at once.
struct FieldScan: Sendable {
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
        var state = State(index: index, cell: row.lowerBound)
        let limit = row.upperBound &- 1
        while !state.isOver, EightBytes.areAll(in: text, at: state.index) {
            take(EightBytes.all(of: text, at: state.index), into: &cells, before: limit, &state)
        }
        // Apart from the loop above, which a call would slow down.
        while !state.isOver, state.index < text.count {
            take(EightBytes.last(of: text, at: state.index), into: &cells, before: limit, &state)
        }
        index = min(state.index, text.count)
        cells[state.cell] = Int32(truncatingIfNeeded: index)
        return (state.cell &- row.lowerBound &+ 1, state.odd & EightBytes.highs == 0)
    }

    /// How far a scan has come.
    private struct State {
        var index: Int
        /// Where the end of the field in hand goes.
        var cell: Int
        /// The highest bit of some byte is set when the record is no text as it stands.
        var odd: UInt64 = 0
        /// True when the end of the record is at `index`.
        var isOver = false
    }

    /// Takes the fields that end in a block.
    @inline(__always)
    private func take(
        _ block: UInt64, into cells: inout MutableSpan<Int32>, before limit: Int,
        _ state: inout State
    ) {
        let controls = EightBytes.controls(in: block)
        let odd = block | EightBytes.firstZero(in: block ^ escape)
        let ends = EightBytes.zeros(in: block ^ field)
        guard controls != 0 else {
            state.odd |= odd
            takeEnds(ends, into: &cells, before: limit, &state)
            state.index &+= 8
            return
        }
        // What stands before the first control character.
        let valid = (controls & (0 &- controls)) &- 1
        state.odd |= odd & valid
        takeEnds(ends & valid, into: &cells, before: limit, &state)
        let place = UInt64(truncatingIfNeeded: controls.trailingZeroBitCount) & 0x38
        state.index &+= Int(place / 8)
        state.isOver = Self.isEnd(UInt8(truncatingIfNeeded: block >> place))
        // Other control characters are text.
        if !state.isOver { state.index &+= 1 }
    }

    /// Notes the end of each field that has a bit in `ends`.
    @inline(__always)
    private func takeEnds(
        _ ends: UInt64, into cells: inout MutableSpan<Int32>, before limit: Int,
        _ state: inout State
    ) {
        var ends = ends
        while ends != 0, state.cell < limit {
            let end = state.index &+ ends.trailingZeroBitCount / 8
            cells[state.cell] = Int32(truncatingIfNeeded: end)
            state.cell &+= 1
            ends &= ends &- 1
        }
    }
}
