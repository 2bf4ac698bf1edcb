/// One row of a table as text (RFC 4180): its cells, unquoted and without blanks around them.
public enum TableRow {
    /// The cells of `row`, which holds no end of a line.
    ///
    /// A cell may stand in quotation marks, in which two stand for one. At most `limit` cells and
    /// one more are given, which shows that there are too many; nil when a quotation mark is not
    /// closed.
    public static func cells(
        of row: ArraySlice<UInt8>, delimiter: UInt8, limit: Int
    ) -> [[UInt8]]? {
        let quote = UInt8(ascii: "\"")
        var cells: [[UInt8]] = []
        var start = row.startIndex
        var isQuoted = false
        for index in row.indices {
            // The second of two inside quotation marks opens them again.
            if row[index] == quote { isQuoted.toggle() }
            guard row[index] == delimiter, !isQuoted else { continue }
            cells.append(unquoted(row[start..<index]))
            guard cells.count <= limit else { return cells }
            start = index + 1
        }
        return isQuoted ? nil : cells + [unquoted(row[start...])]
    }

    private static func unquoted(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        let bytes = cell.span
        let place = FieldText.trimmed(0..<bytes.count, of: bytes)
        let start = cell.startIndex
        let text = cell[start + place.lowerBound..<start + place.upperBound]
        guard text.count > 1, text.first == quote, text.last == quote else { return Array(text) }
        var unquoted: [UInt8] = []
        var isSecond = false
        for byte in text.dropFirst().dropLast() {
            isSecond = byte == quote && !isSecond
            if !isSecond { unquoted.append(byte) }
        }
        return unquoted
    }
}
