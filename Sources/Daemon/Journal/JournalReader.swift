import Foundation
import GRDB
import StepUp

/// Reads a journal, also while a daemon writes it.
struct JournalReader {
    let identity: String
    let database: any DatabaseReader

    /// A reader of `database`, which is a journal named `identity`.
    init(identity: String, database: any DatabaseReader) {
        self.identity = identity
        self.database = database
    }

    /// Opens the journal at `path` for reading only.
    init(path: String) throws(JournalError) {
        guard FileManager.default.fileExists(atPath: path) else {
            throw .closed("there is no journal at \(path)")
        }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            identity = try queue.read { db in
                try JournalSchema.check(db, path: path)
                return try Self.identity(db)
            }
            database = queue
        } catch let error as JournalError {
            throw error
        } catch {
            throw JournalError(opening: path, error)
        }
    }

    /// Hands every moment after number `start` to `take`, in order, as one snapshot.
    func moments(
        after start: Int64, through end: Int64 = .max, take: (Moment) throws -> Void
    ) throws {
        try rows(after: start, through: end) { row, _ in try take(try row.moment()) }
    }

    /// Hands every row after number `start`, and the hash stored with it, to `take`.
    func rows(
        after start: Int64, through end: Int64 = .max, take: (MomentRow, Data) throws -> Void
    ) throws {
        try database.read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT * FROM moments WHERE number > ? AND number <= ? ORDER BY number",
                arguments: [start, end])
            while let row = try rows.next() {
                try take(try MomentRow(row), try row.decode(Data.self, forColumn: "hash"))
            }
        }
    }

    /// The set-up of the journal's first run; nil when it is empty.
    func firstSetup() throws -> Setup? {
        try database.read { db in
            let sql = "SELECT * FROM moments WHERE kind = 'began' ORDER BY number LIMIT 1"
            guard let row = try Row.fetchOne(db, sql: sql) else { return nil }
            guard case .began(let setup) = try MomentRow(row).moment().event else { return nil }
            return setup
        }
    }

    /// The newest rest at or before moment `number` that is sound, and the moment it follows.
    ///
    /// One that this program cannot read, or that does not bear its seal, is passed over: it is
    /// only a short cut.
    func rest(at number: Int64 = .max) throws -> (after: Int64, rest: Station.Rest)? {
        try database.read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT * FROM rests WHERE number <= ? ORDER BY number DESC",
                arguments: [number])
            while let row = try rows.next() {
                let after = try row.decode(Int64.self, forColumn: "number")
                let station = try row.decode(Data.self, forColumn: "station")
                let seal = try row.decode(Data.self, forColumn: "seal")
                guard seal == Chain.seal(of: station, after: after),
                    let rest = try? JSONDecoder().decode(Station.Rest.self, from: station)
                else { continue }
                return (after, rest)
            }
            return nil
        }
    }

    /// Every mark with its moment's number, in order.
    func marks() throws -> [(moment: Int64, mark: Mark)] {
        try stampedMarks().map { ($0.moment.number, $0.mark) }
    }

    /// Every mark with its moment, in order.
    func stampedMarks() throws -> [(moment: Moment, mark: Mark)] {
        try database.read { db in
            let sql = "SELECT * FROM moments WHERE kind = 'mark' ORDER BY number"
            return try Row.fetchAll(db, sql: sql).compactMap { row in
                let moment = try MomentRow(row).moment()
                guard case .mark(let mark) = moment.event else { return nil }
                return (moment, mark)
            }
        }
    }

    /// The last moment, and the link that seals it.
    func head() throws -> Journal.Head {
        try database.read { try Self.head($0, identity: identity) }
    }

    /// Copies the whole journal, as it is now, to a new file at `path`.
    func backUp(to path: String) throws {
        let copy = try DatabaseQueue(path: path)
        try database.backup(to: copy)
        try copy.close()
    }

    static func identity(_ db: Database) throws -> String {
        guard let name = try String.fetchOne(db, sql: "SELECT identity FROM journal") else {
            throw JournalError.closed("the journal has no identity: it was not made by stepupd")
        }
        return name
    }

    static func head(_ db: Database, identity: String) throws -> Journal.Head {
        let sql = "SELECT number, time, wall, hash FROM moments ORDER BY number DESC LIMIT 1"
        guard let row = try Row.fetchOne(db, sql: sql) else {
            return Journal.Head(number: 0, time: 0, wall: 0, hash: Chain.origin(of: identity))
        }
        return Journal.Head(
            number: try row.decode(Int64.self, forColumn: "number"),
            time: try row.decode(Int64.self, forColumn: "time"),
            wall: try row.decode(Int64.self, forColumn: "wall"),
            hash: try row.decode(Data.self, forColumn: "hash"))
    }
}

extension MomentRow {
    /// The stored row; throws when it holds what no row of this format can.
    init(_ row: Row) throws {
        number = try row.decode(Int64.self, forColumn: "number")
        time = try row.decode(Int64.self, forColumn: "time")
        wall = try row.decode(Int64.self, forColumn: "wall")
        line = try row.decode(String?.self, forColumn: "line")
        damage = try row.decode(String?.self, forColumn: "damage")
        payload = try row.decode(Data.self, forColumn: "payload")
        let word = try row.decode(String.self, forColumn: "kind")
        guard let known = Kind(rawValue: word) else {
            throw JournalError.unreadable(moment: number, why: "no kind is called '\(word)'")
        }
        kind = known
    }
}
