import Foundation
import GRDB
import GRDBSQLite

/// The one statement that stands before every ACK: a row into `moments`.
///
/// Its values are bound by SQLite's own calls, on GRDB's statement: lists of arguments cost a tenth
/// of what the daemon adds to the disk's own time.
struct MomentInsertion {
    private let statement: Statement

    /// Prepares the insertion for one connection, on which alone it may be used.
    init(_ db: Database) throws {
        statement = try db.makeStatement(sql: "INSERT INTO moments VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        // Here GRDB checks that there are arguments at all; every row brings its own.
        statement.setUncheckedArguments(StatementArguments())
    }

    /// Stores a row, sealed by `link`; a transaction of its own where none is open.
    func store(_ row: MomentRow, link: Data) throws {
        sqlite3_reset(statement.sqliteStatement)
        try bind(row.number, at: 1)
        try bind(row.time, at: 2)
        try bind(row.wall, at: 3)
        try bind(row.kind.rawValue, at: 4)
        try bind(row.line, at: 5)
        try bind(row.damage, at: 6)
        try bind(row.payload, at: 7)
        try bind(link, at: 8)
        try statement.execute()
    }

    private func bind(_ value: (some StatementBinding)?, at place: CInt) throws {
        let raw = statement.sqliteStatement
        let code = value.map { $0.bind(to: raw, at: place) } ?? sqlite3_bind_null(raw, place)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}
