import Foundation
import GRDB
import Testing

@testable import Daemon

/// What is said of a journal that does not open: the path, the reason, the cure, and no SQL.
@Suite struct JournalRefusalTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func words(_ path: String) -> [String] {
        let attempts: [() throws -> Void] = [
            { _ = try Journal(path: path, program: "1") }, { _ = try JournalReader(path: path) },
        ]
        return attempts.map { attempt in
            do {
                try attempt()
                return ""
            } catch { return "\(error)" }
        }
    }

    @Test func ofAFileThatIsNoJournal() throws {
        let path = folder.file("notes.txt")
        try Data("buy milk".utf8).write(to: URL(fileURLWithPath: path))
        #expect(words(path) == Array(repeating: "\(path) is not a journal of stepupd", count: 2))
    }

    @Test func ofAFolder() throws {
        let path = folder.file("folder")
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false)
        #expect(
            words(path)
                == Array(repeating: "\(path) is a folder: give the journal's file", count: 2))
    }

    @Test func ofAFolderThatIsMissing() {
        #expect(
            words("/nowhere/j") == [
                "cannot open the journal /nowhere/j: there is no folder /nowhere: make it",
                "there is no journal at /nowhere/j",
            ])
    }

    @Test(arguments: [
        (ResultCode.SQLITE_READONLY, "copy it to another folder"),
        (.SQLITE_CANTOPEN, "no permission to open the journal /j"),
        (.SQLITE_CORRUPT, "stepupd backup"),
    ]) func ofWhatSQLiteRefuses(code: ResultCode, cure: String) {
        let error = DatabaseError(resultCode: code, message: "no words", sql: "SELECT 1")
        let words = "\(JournalError(opening: "/j", error))"
        #expect(words.contains("/j") && words.contains(cure))
        #expect(!words.contains("SELECT") && !words.contains("SQLite error"))
    }

    @Test(arguments: [(EACCES, "no permission to write in /a"), (EROFS, "read-only")])
    func ofALockThatTheSystemRefuses(code: Int32, why: String) {
        #expect("\(JournalError(locking: "/a/j", code: code))".contains(why))
    }
}
