import Foundation
import GRDB
import StepUp
import Testing

@testable import Daemon

@Suite struct JournalCheckTests {
    private let folder: Folder
    private let path: String

    init() throws {
        folder = try Folder()
        path = folder.file("j.sqlite")
        let journal = try Journal(path: path, program: "1.2.3")
        try journal.append(Moment.oneOfEach)
    }

    private func tamper(_ sql: String) throws -> JournalCheck {
        try DatabaseQueue(path: path).write { db in
            try db.execute(sql: "DROP TRIGGER moments_stay; DROP TRIGGER moments_remain")
            try db.execute(sql: sql)
        }
        return JournalCheck(try JournalReader(path: path))
    }

    @Test func findsAWholeChain() throws {
        let check = JournalCheck(try JournalReader(path: path))
        #expect(check.sound == 7)
        #expect(check.fault == nil)
        #expect(check.seal.count == 64)
    }

    @Test(
        arguments: [
            "payload = x'050000'", "time = time + 1", "wall = 0", "line = 'other'", "kind = 'due'",
            "hash = zeroblob(32)", #"damage = '{"parity":1}'"#,
        ]) func namesTheMomentThatWasChanged(change: String) throws
    {
        let check = try tamper("UPDATE moments SET \(change) WHERE number = 3")
        #expect(check.sound == 2)
        #expect(check.fault?.moment == 3)
    }

    @Test func namesTheMomentThatIsMissing() throws {
        let check = try tamper("DELETE FROM moments WHERE number = 4")
        #expect(check.fault?.moment == 4)
        #expect(check.fault?.description == "moment 4 is missing; 5 follows")
    }

    @Test func seesThatAnotherIdentityWasGiven() throws {
        #expect(try tamper("UPDATE journal SET identity = 'x'").fault?.moment == 1)
    }

    /// Every byte of the stored moments in the file is one that matters.
    @Test func findsAChangedByteInTheFile() throws {
        var content = try Data(contentsOf: URL(fileURLWithPath: path))
        let place = try #require(content.range(of: Data("unplugged".utf8)))
        content[place.lowerBound] ^= 1
        try content.write(to: URL(fileURLWithPath: path))
        #expect(JournalCheck(try JournalReader(path: path)).fault?.moment == 5)
    }
}
