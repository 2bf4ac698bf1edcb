import Foundation
import GRDB
import Protocols
import StepUp
import Testing

@testable import Daemon

@Suite struct JournalTests {
    private let folder: Folder
    private let path: String

    init() throws {
        folder = try Folder()
        path = folder.file("j.sqlite")
    }

    private func journal() throws -> Journal { try Journal(path: path, program: "1.2.3") }

    private func read(_ reader: JournalReader) throws -> [Moment] {
        var moments: [Moment] = []
        try reader.moments(after: 0) { moments.append($0) }
        return moments
    }

    @Test func givesBackEveryKindOfMomentAsItWas() throws {
        let journal = try journal()
        try journal.append(Moment.oneOfEach)
        #expect(try read(journal.reader) == Moment.oneOfEach)
        #expect(journal.head.number == 7)
    }

    @Test func goesOnWhereItEndedWhenOpenedAgain() throws {
        do {
            let journal = try journal()
            try journal.append(Moment.oneOfEach)
        }
        let again = try journal()
        #expect(again.head.number == 7)
        try again.append(Moment.numbered([.due, .due], from: 8))
        #expect(try JournalCheck(again.reader) == JournalCheck(JournalReader(path: path)))
        #expect(JournalCheck(again.reader).sound == 9)
        #expect(JournalCheck(again.reader).fault == nil)
    }

    @Test func writesWithSynchronousFull() throws {
        let journal = try journal()
        #expect(try journal.pragma("synchronous") == "2")
        #expect(try journal.pragma("journal_mode") == "wal")
        #expect(try journal.pragma("wal_autocheckpoint") == "0")
    }

    @Test func canBeReadWhileItIsWritten() throws {
        let journal = try journal()
        try journal.append(Moment.oneOfEach)
        let reader = try JournalReader(path: path)
        #expect(try read(reader).count == 7)
        try journal.append(Moment.numbered([.due], from: 8))
        #expect(try read(reader).count == 8)
    }

    @Test func tellsASecondDaemonWhoHoldsIt() throws {
        let first = try journal()
        let holder = "process \(getpid())"
        #expect(throws: JournalError.inUse(path: path, holder: holder)) { try journal() }
        #expect(first.head.number == 0)
    }

    @Test func refusesAFileThatIsNoJournal() throws {
        try "not a database at all, whatever its name says".write(
            toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: JournalError.self) { try journal() }
        let other = folder.file("other.sqlite")
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (x)") }
        #expect(throws: JournalError.closed("\(other) is not a journal of stepupd")) {
            try Journal(path: other, program: "1.2.3")
        }
        #expect(throws: JournalError.closed("there is no journal at /nowhere/j")) {
            try JournalReader(path: "/nowhere/j")
        }
    }

    @Test(arguments: [
        ("UPDATE moments SET payload = x'00' WHERE number = 3", "a moment never changes"),
        ("DELETE FROM moments WHERE number = 7", "a moment never disappears"),
        ("REPLACE INTO moments SELECT * FROM moments WHERE number = 3", "without a gap"),
        (
            "INSERT INTO moments SELECT 9, time, wall, kind, line, damage, payload, hash "
                + "FROM moments WHERE number = 7", "without a gap"
        ),
    ]) func refusesToChange(sql: String, why: String) throws {
        do {
            let journal = try journal()
            try journal.append(Moment.oneOfEach)
        }
        let error = #expect(throws: DatabaseError.self) {
            try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
        }
        #expect(error?.message?.contains(why) == true)
    }

    @Test func keepsTheNewestSoundRest() throws {
        let journal = try journal()
        try journal.append(Moment.oneOfEach)
        var rest = Station.Rest()
        rest.setup = .sample
        try journal.save(rest)
        try journal.append(Moment.numbered([.due], from: 8))
        try journal.save(Station.Rest())
        #expect(try journal.reader.rest()?.after == 8)
        #expect(try journal.reader.rest(at: 7)?.rest == rest)
        #expect(try journal.reader.rest(at: 6)?.after == nil)
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "UPDATE rests SET station = x'7b207d' WHERE number = 8")
        }
        #expect(try journal.reader.rest()?.after == 7)
    }

    @Test func doesNotLetItsLogGrow() throws {
        let journal = try journal()
        let log = path + "-wal"
        func size() throws -> Int {
            try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int ?? 0
        }
        let start = try size()
        for number in 1...1500 {
            try journal.append(Moment.numbered([.due], from: Int64(number)))
            try journal.tidy()
        }
        #expect(try size() == start)
        #expect(start > JournalSchema.logLength)
    }

    @Test func takesNothingWhileTheDiskIsFullAndGoesOnAfterwards() throws {
        let journal = try journal()
        try journal.append(Moment.oneOfEach)
        try journal.limit(pages: 1)
        let large = [UInt8](repeating: 65, count: 4 << 20)
        let moment = Moment.numbered([.bytes(line: "lab", large, damage: .init())], from: 8)
        #expect(throws: JournalError.stalled("the disk is full")) { try journal.append(moment) }
        #expect(journal.head.number == 7)
        try journal.limit(pages: 1 << 30)
        try journal.append(moment)
        #expect(try read(journal.reader).count == 8)
        #expect(JournalCheck(journal.reader).fault == nil)
    }
}
