/// A table as text (RFC 4180): its first row names the columns, unless the dialect does.
///
///     Specimen;Test;Result;Unit;Time
///     GA-01-RHV-030;Gastrin;173,5;pg/mL;17.04.2026 10:15
///
/// A cell may stand in quotation marks, in which two stand for one; an end of a line ends the row
/// all the same. Every row with something in it becomes a result or is refused by its number.
struct TableText {
    let labels: Dialect.Labels
    /// The columns that each row must fill, by what they are; one of the names is enough.
    let needed: [(what: String, names: [String])]

    init(_ dialect: Dialect) {
        labels = dialect.reads.labels
        let fields: [(String, ReadingPlan.Field)] = [
            ("specimen", .specimen), ("test", .test), ("value", .value),
        ]
        needed = fields.map { ($0.0, dialect.reads.places(of: $0.1).compactMap(\.key)) }
    }

    /// One row of `message`, with its number and where it stands.
    private struct Row {
        var number: Int
        var range: Range<Int>
        /// Nil when a quotation mark has no other half.
        var cells: [[UInt8]]?
    }

    /// The rows of `message` as results.
    func read(_ message: Message) -> KeyedMessage {
        var found = KeyedMessage()
        var columns = labels.columns
        for row in rows(of: message.text) {
            if let names = names(in: row) {
                columns = names
                continue
            }
            guard !columns.isEmpty else {
                found.badRows.append(BadRow(row: row.number, problem: "no columns are named"))
                continue
            }
            let (fields, problem) = fields(of: row, in: columns)
            if let problem {
                found.badRows.append(BadRow(row: row.number, problem: problem))
            } else {
                found.entries.append(KeyedEntry(own: fields, range: row.range))
            }
        }
        if columns.isEmpty { found.defects.append(.noHeader) }
        return found
    }

    /// The columns that a row names; nil when it is no row of names.
    private func names(in row: Row) -> [String]? {
        guard let cells = row.cells else { return nil }
        let names = cells.map { String(decoding: $0, as: UTF8.self) }
        let isHeader = needed.allSatisfy { $0.names.contains { names.contains($0) } }
        return isHeader ? names : nil
    }

    private func fields(
        of row: Row, in columns: [String]
    ) -> (fields: [KeyedEntry.Field], problem: String?) {
        guard let cells = row.cells else { return ([], "a quotation mark is not closed") }
        guard cells.count == columns.count else {
            return ([], "it has \(cells.count) columns, not \(columns.count)")
        }
        let fields = zip(columns, cells).map { KeyedEntry.Field(key: $0, text: $1) }
        let entry = KeyedEntry(own: fields, range: row.range)
        let missing = needed.first { entry.text(of: $0.names).isEmpty }
        return (fields, missing.map { "its \($0.what) is missing" })
    }

    /// The rows with something in them; blank ones are counted too.
    private func rows(of text: [UInt8]) -> [Row] {
        var rows: [Row] = []
        var (number, start, index) = (1, 0, 0)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }  // The mark of UTF-8.
        func take(upTo end: Int) {
            let range = start..<max(start, end)
            defer { number += 1 }
            let place = FieldText.trimmed(range, of: text.span)
            guard !place.isEmpty, text[place].contains(where: { $0 != labels.delimiter.byte })
            else { return }
            rows.append(Row(number: number, range: range, cells: cells(of: text[range])))
        }
        while index < text.count {
            if text[index] == .cr || text[index] == .lf {
                take(upTo: index)
                let isPair = text[index] == .cr && index + 1 < text.count && text[index + 1] == .lf
                index += isPair ? 1 : 0
                start = index + 1
            }
            index += 1
        }
        if start < text.count { take(upTo: text.count) }
        return rows
    }

    /// The cells of a row without blanks around them; nil when a quotation mark is not closed.
    private func cells(of row: ArraySlice<UInt8>) -> [[UInt8]]? {
        let quote = UInt8(ascii: "\"")
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in row {
            if byte == quote {
                // The second of two inside quotation marks opens them again.
                isQuoted.toggle()
                cells[cells.count - 1].append(byte)
            } else if byte == labels.delimiter.byte, !isQuoted {
                cells.append([])
            } else {
                cells[cells.count - 1].append(byte)
            }
        }
        guard !isQuoted else { return nil }
        return cells.map(Self.unquoted)
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
