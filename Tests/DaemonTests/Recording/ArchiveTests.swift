import Foundation
import StepUp
import Testing

@testable import Daemon

@Suite struct ArchiveTests {
    /// A journal of one small procedure in a folder of its own, for as long as `visit` lasts.
    private func withJournal(_ visit: (Archive) throws -> Void) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/a.journal"
        do {
            let journal = try Journal(path: path, program: "1.2.3")
            let clock = DrivenClock(time: .zero, wall: WallTime(nanoseconds: 0))
            let room = try Room(journal: journal, clock: clock)
            _ = try Story().play(in: room, clock)
        }
        try visit(Archive(journal: path))
    }

    @Test func listsWhatWasOpenedWithItsInjections() throws {
        try withJournal { archive in
            let entries = try archive.procedures()
            #expect(entries.map(\.procedure) == ["p1"])
            #expect(entries.first?.injections == [1, 1])
        }
    }

    @Test func tellsARecordingThatCanBeReadAgain() throws {
        try withJournal { archive in
            var text = ""
            try archive.record("p1") { text += $0 + "\n" }
            let recording = try RecordingReader(file: "r", content: Data(text.utf8))
            var told = ""
            try archive.announce("p1") { told += $0 + "\n" }
            let again = try recording.announcements().map { try JSONLine.text(of: $0) + "\n" }
            #expect(told == again.joined())
            #expect(told.contains(#""type":"verdict""#))
        }
    }

    @Test func tellsTheSealThatAVerificationFindsAgain() throws {
        try withJournal { archive in
            let seal = try archive.seal()
            let reader = try JournalReader(path: archive.journal)
            let sought = try reader.head().hash
            let check = JournalCheck(reader, sought: sought)
            #expect(check.found == seal.moment)
            #expect(check.seal == seal.seal)
            #expect(JournalCheck(reader, sought: Data(count: 32)).found == nil)
        }
    }

    @Test func namesTheProceduresThatItHasWhereOneIsUnknown() throws {
        try withJournal { archive in
            #expect(throws: ExcerptError.self) { try archive.record("other") { _ in } }
        }
    }
}
