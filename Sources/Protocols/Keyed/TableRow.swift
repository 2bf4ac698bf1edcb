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
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in row {
            if byte == quote {
                // The second of two inside quotation marks opens them again.
                isQuoted.toggle()
                cells[cells.count - 1].append(byte)
            } else if byte == delimiter, !isQuoted {
                guard cells.count <= limit else { return cells }
                cells.append([])
            } else {
                cells[cells.count - 1].append(byte)
            }
        }
        return isQuoted ? nil : cells.map(unquoted)
    }

    private static func unquoted(_ cell: [UInt8]) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        let range = FieldText.trimmed(0..<cell.count, of: cell.span)
        guard range.count > 1, cell[range.lowerBound] == quote, cell[range.upperBound - 1] == quote
        else { return Array(cell[range]) }
        var text: [UInt8] = []
        var isSecond = false
        for byte in cell[range].dropFirst().dropLast() {
            isSecond = byte == quote && !isSecond
            if !isSecond { text.append(byte) }
        }
        return text
    }
}
