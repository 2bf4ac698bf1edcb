/// A table as text (RFC 4180): its first row names the columns, unless the dialect does.
///
///     Specimen;Test;Result;Unit;Time
///     GA-01-RHV-030;Gastrin;173,5;pg/mL;17.04.2026 10:15
///
/// A cell may stand in quotation marks, in which two stand for one; an end of a line ends the row
/// all the same. A first row `sep=;`, as Excel writes it, is passed over. Every row with something
/// in it becomes a result or is refused by its number.
struct TableText {
    /// Columns that are told apart: far more than a table of results has, for each row holds them.
    static let columnLimit = 256
    /// Rows that are read: a message of forty thousand records is the largest that is taken.
    static let rowLimit = 65_536
    /// Refused rows that are named one by one; the others are only counted.
    static let namedLimit = 100

    let labels: Dialect.Labels
    /// The columns that each row must fill, by what they are; one of the names is enough.
    let needed: [(what: String, names: [String])]
    /// The columns that anything is read from.
    let read: Set<String>
    /// The same by their names in lower case: people write headings as they like.
    private let spellings: [String: String]

    init(_ dialect: Dialect) {
        labels = dialect.reads.labels
        let fields: [(String, ReadingPlan.Field)] = [
            ("specimen", .specimen), ("test", .test), ("value", .value),
        ]
        needed = fields.map { ($0.0, dialect.reads.places(of: $0.1).compactMap(\.key)) }
        read = Set(dialect.reads.allPaths.compactMap(\.key))
        spellings = Dictionary(
            read.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
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
        var columns = labels.columns.map(columnRead)
        forEachRow(of: message.text) { row in
            guard row.number <= Self.rowLimit else {
                found.refuse(row.number, "it is one of too many: \(Self.rowLimit) are read")
                return false
            }
            if let names = names(in: row) {
                columns = names.map(columnRead)
            } else if columns.isEmpty {
                if !isSeparator(row) { found.refuse(row.number, noColumns) }
            } else {
                let (fields, problem) = fields(of: row, in: columns)
                if let problem {
                    found.refuse(row.number, problem)
                } else {
                    found.entries.append(KeyedEntry(own: fields, range: row.range))
                }
            }
            return true
        }
        if columns.isEmpty { found.defects.insert(.noHeader, at: 0) }
        return found
    }

    /// Why a row above the names is none.
    private var noColumns: String {
        "no columns are named (a \(labels.delimiter.rawValue) must stand between "
            + needed.map { "'\($0.names.first ?? $0.what)'" }.joined(separator: ", ") + " …)"
    }

    /// True for the row by which Excel says what stands between the cells: `sep=;`.
    private func isSeparator(_ row: Row) -> Bool {
        let text = row.cells?.first.map { String(decoding: $0, as: UTF8.self).lowercased() }
        return row.number == 1 && text?.hasPrefix("sep=") == true
    }

    /// The columns that a row names; nil when it is no row of names.
    private func names(in row: Row) -> [String]? {
        guard let cells = row.cells, cells.count <= Self.columnLimit,
            cells.contains(where: mayName)
        else { return nil }
        let names = cells.map { cell in
            let written = String(decoding: cell, as: UTF8.self)
            return spellings[written.lowercased()] ?? written
        }
        let isHeader = needed.allSatisfy { $0.names.contains { names.contains($0) } }
        return isHeader ? names : nil
    }

    /// False for a cell that surely is none of the names of the first column that is needed, which
    /// is so for nearly all rows, and seen without making their texts.
    private func mayName(_ cell: [UInt8]) -> Bool {
        if cell.contains(where: { $0 >= 0x80 }) { return true }
        return needed.isEmpty
            || needed[0].names.contains { name in
                name.utf8.count == cell.count
                    && zip(name.utf8, cell).allSatisfy { $0 | 0x20 == $1 | 0x20 }
            }
    }

    /// The name of a column that anything is read from; nil for another.
    private func columnRead(_ name: String) -> String? { read.contains(name) ? name : nil }

    private func fields(
        of row: Row, in columns: [String?]
    ) -> (fields: [KeyedEntry.Field], problem: String?) {
        guard let cells = row.cells else { return ([], "a quotation mark is not closed") }
        guard cells.count <= Self.columnLimit else {
            return ([], "it has more than \(Self.columnLimit) columns")
        }
        guard cells.count == columns.count else {
            return ([], "it has \(cells.count) columns, not \(columns.count)")
        }
        let fields = zip(columns, cells).compactMap { name, text in
            name.map { KeyedEntry.Field(key: $0, text: text) }
        }
        let entry = KeyedEntry(own: fields, range: row.range)
        let missing = needed.first { entry.text(of: $0.names).isEmpty }
        return (fields, missing.map { "its \($0.what) is missing" })
    }

    /// Goes through the rows with something in them, until `take` has had enough; blank ones are
    /// counted too.
    private func forEachRow(of text: [UInt8], _ take: (Row) -> Bool) {
        var (number, start) = (1, 0)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }  // The mark of UTF-8.
        while start < text.count {
            let end = text[start...].firstIndex { $0 == .cr || $0 == .lf } ?? text.count
            let place = FieldText.trimmed(start..<end, of: text.span)
            if text[place].contains(where: { $0 != labels.delimiter.byte }) {
                let cells = TableRow.cells(
                    of: text[start..<end], delimiter: labels.delimiter.byte,
                    limit: Self.columnLimit)
                guard take(Row(number: number, range: start..<end, cells: cells)) else { return }
            }
            let isPair = end + 1 < text.count && text[end] == .cr && text[end + 1] == .lf
            start = end + (isPair ? 2 : 1)
            number += 1
        }
    }
}
