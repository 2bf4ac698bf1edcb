import Foundation
import GRDB
import StepUp

/// The store that the daemon writes: an append-only table of moments in one SQLite file.
///
/// One connection on the desk's thread, with a write-ahead log so that others may read meanwhile,
/// and `synchronous=FULL`: when ``append(_:)`` returns, the moments survive a power cut. The log
/// is stretched at the start and folded back by us alone, between two answers; SQLite's own
/// checkpoints would swallow a failed sync.
final class Journal {
    /// The last moment stored; number 0 before the first.
    struct Head: Equatable {
        var number: Int64
        var time: Int64
        var wall: Int64
        var hash: Data
    }

    private(set) var head: Head
    /// What the chain starts from: a random name given at creation.
    let identity: String

    private let queue: DatabaseQueue
    private let insertion: MomentInsertion
    private let lock: JournalLock
    /// Bytes that were written to the log since it was folded back, roughly.
    private var bytesInLog = 0
    /// Set by the first failure that is final; nothing is stored from then on.
    private var broken: JournalError?

    /// Opens the journal at `path` for writing, and makes it when there is none.
    init(path: String, program: String) throws(JournalError) {
        lock = try JournalLock(journal: path)
        do {
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.prepareDatabase { db in
                // Of no effect on a journal that exists.
                try db.execute(sql: "PRAGMA page_size = \(JournalSchema.pageSize)")
            }
            configuration.busyMode = .timeout(5)
            queue = try DatabaseQueue(path: path, configuration: configuration)
            (identity, head, insertion) = try queue.writeWithoutTransaction { db in
                try Self.prepare(db, path: path, program: program)
                let identity = try JournalReader.identity(db)
                let head = try JournalReader.head(db, identity: identity)
                return (identity, head, try MomentInsertion(db))
            }
        } catch let error as JournalError {
            throw error
        } catch {
            throw JournalError(opening: path, error)
        }
    }

    private static func prepare(_ db: Database, path: String, program: String) throws {
        let isNew = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        // GRDB sets NORMAL with the write-ahead log, which a power cut undoes.
        try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0")
        guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
            throw JournalError.closed("SQLite refuses synchronous=FULL for \(path)")
        }
        if isNew {
            try db.inTransaction(.immediate) {
                try db.execute(sql: JournalSchema.tables)
                try db.execute(
                    sql: "INSERT INTO journal VALUES (?, ?)",
                    arguments: [UUID().uuidString.lowercased(), program])
                return .commit
            }
        }
        try JournalSchema.check(db, path: path)
        try stretchLog(db)
    }

    /// Makes the log as long as it will be, so that no later commit has to lengthen the file.
    private static func stretchLog(_ db: Database) throws {
        try db.inTransaction(.immediate) {
            try db.execute(
                sql: "INSERT INTO ballast VALUES (zeroblob(?)); DELETE FROM ballast",
                arguments: [JournalSchema.logLength])
            return .commit
        }
        try db.checkpoint(.passive)
    }

    /// Stores `moments` in one transaction; when this returns they are durable, else none is.
    ///
    /// A failed sync is final: what the disk then holds is not known, so nothing is ever tried
    /// again on this file.
    func append(_ moments: [Moment]) throws(JournalError) {
        if let broken { throw broken }
        guard !moments.isEmpty else { return }
        do {
            var next = head
            let sealed = try moments.map { moment in
                let row = try MomentRow(moment)
                precondition(row.number == next.number + 1)
                next = Head(
                    number: row.number, time: row.time, wall: row.wall,
                    hash: Chain.link(after: next.hash, row))
                return (row, next.hash)
            }
            try queue.writeWithoutTransaction { db in try insert(sealed, into: db) }
            head = next
            count(bytes: sealed.reduce(0) { $0 + $1.0.payload.count })
        } catch { throw remember(error) }
    }

    private func insert(_ rows: [(MomentRow, Data)], into db: Database) throws {
        if rows.count == 1 {
            // A statement alone is a transaction of its own.
            for (row, link) in rows { try insertion.store(row, link: link) }
        } else {
            try db.inTransaction(.immediate) {
                for (row, link) in rows { try insertion.store(row, link: link) }
                return .commit
            }
        }
    }

    /// Stores what the station must remember after the last moment; a projection.
    func save(_ rest: Station.Rest) throws(JournalError) {
        if let broken { throw broken }
        do {
            let station = try JSONLine.data(of: rest)
            let seal = Chain.seal(of: station, after: head.number)
            try queue.writeWithoutTransaction { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO rests VALUES (?, ?, ?)",
                    arguments: [head.number, station, seal])
            }
            count(bytes: station.count)
        } catch { throw remember(error) }
    }

    /// Folds the log back when it is long enough; called between answers, never before one.
    func tidy() throws(JournalError) {
        if let broken { throw broken }
        guard bytesInLog >= JournalSchema.logLength / 2 else { return }
        do {
            _ = try queue.writeWithoutTransaction { db in try db.checkpoint(.passive) }
            bytesInLog = 0
        } catch { throw remember(error) }
    }

    /// The journal's time zero on the clock of the boot named `boot`, in nanoseconds since that
    /// boot; kept when known, else `make` is asked and its answer stored.
    func origin(ofBoot boot: String, make: (Head) -> Int64) throws(JournalError) -> Int64 {
        do {
            return try queue.writeWithoutTransaction { db in
                let known = try Int64.fetchOne(
                    db, sql: "SELECT origin FROM boots WHERE boot = ?", arguments: [boot])
                if let known { return known }
                let origin = make(head)
                try db.execute(
                    sql: "INSERT INTO boots VALUES (?, ?)", arguments: [boot, origin])
                return origin
            }
        } catch { throw remember(error) }
    }

    /// A setting of the writing connection, as SQLite tells it.
    func pragma(_ name: String) throws -> String? {
        try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }

    /// Lets the file hold no more than `pages`, as a full disk would.
    func limit(pages: Int) throws { _ = try pragma("max_page_count = \(pages)") }

    /// A reader on the writer's own connection, for the start.
    var reader: JournalReader { JournalReader(identity: identity, database: queue) }

    private func remember(_ error: any Error) -> JournalError {
        let error = JournalError(error)
        if case .broken = error, broken == nil {
            broken = error
            // Never closed from here on: closing would fold the log back, which is to write.
            _ = Unmanaged.passRetained(queue)
        }
        return error
    }

    /// Counts a commit of `bytes`: their own pages, the one that they begin in, and one above it.
    private func count(bytes: Int) { bytesInLog += bytes + 2 * JournalSchema.pageSize }
}
