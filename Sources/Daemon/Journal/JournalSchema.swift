import Foundation
import GRDB

/// The tables of a journal, format 1.
///
/// `moments` is the only store; `rests` and `boots` are projections of it: losing them costs time
/// at the next start, nothing else.
enum JournalSchema {
    /// Says "this SQLite file is a journal": the letters `STEP`.
    static let application: Int32 = 0x5354_4550
    /// The format that this program writes and reads.
    static let format: Int32 = 1

    /// The bytes of a page of a new journal.
    ///
    /// A commit writes whole pages. One of a moment's size mostly leaves a single block of the disk
    /// to sync; a larger one never does, since the log puts a header before each.
    static let pageSize = 1024

    /// Bytes that the write-ahead log is stretched to before the first commit.
    ///
    /// It is folded back when half of them were written, and begun anew: a commit that need not
    /// make the file longer syncs in half the time.
    static let logLength = 2 << 20

    static let tables = """
        PRAGMA application_id = \(application);
        PRAGMA user_version = \(format);
        CREATE TABLE journal (identity TEXT NOT NULL, program TEXT NOT NULL) STRICT;
        CREATE TABLE moments (
            number INTEGER PRIMARY KEY,
            time INTEGER NOT NULL,
            wall INTEGER NOT NULL,
            kind TEXT NOT NULL,
            line TEXT,
            damage TEXT,
            payload BLOB NOT NULL,
            hash BLOB NOT NULL
        ) STRICT;
        CREATE INDEX marks ON moments (number) WHERE kind = 'mark';
        CREATE TRIGGER moments_stay BEFORE UPDATE ON moments
            BEGIN SELECT RAISE(ABORT, 'a moment never changes'); END;
        CREATE TRIGGER moments_remain BEFORE DELETE ON moments
            BEGIN SELECT RAISE(ABORT, 'a moment never disappears'); END;
        CREATE TRIGGER moments_follow BEFORE INSERT ON moments
            WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM moments)
            BEGIN SELECT RAISE(ABORT, 'moments are numbered without a gap'); END;
        CREATE TABLE rests (
            number INTEGER PRIMARY KEY, station BLOB NOT NULL, seal BLOB NOT NULL
        ) STRICT;
        CREATE TABLE boots (boot TEXT PRIMARY KEY, origin INTEGER NOT NULL) STRICT;
        CREATE TABLE ballast (content BLOB NOT NULL) STRICT;
        """

    /// Says in one sentence why `db` is no journal of this format.
    static func check(_ db: Database, path: String) throws {
        let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        guard mark == application else {
            throw JournalError.closed("\(path) is not a journal of stepupd")
        }
        let found = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found == format else {
            throw JournalError.closed(
                "\(path) has format \(found), and this program reads format \(format)")
        }
    }
}

extension JournalError {
    /// What SQLite's refusal means: a full disk or a foreign lock may pass, all else is final.
    init(_ error: any Error) {
        switch error {
        case let error as JournalError: self = error
        case let error as DatabaseError: self.init(database: error)
        default: self = .broken("\(error)")
        }
    }

    private init(database error: DatabaseError) {
        let words = "\(error.message ?? "SQLite") (\(error.extendedResultCode.rawValue))"
        switch error.extendedResultCode {
        case .SQLITE_IOERR_SHMSIZE: self = .stalled(words)
        default:
            switch error.resultCode {
            case .SQLITE_FULL: self = .stalled("the disk is full")
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .stalled("another program holds the file")
            default: self = .broken(words)
            }
        }
    }
}
