import Foundation
import Protocols
import StepUp
import Testing

@testable import Daemon

/// What was lived through once is the same when it is folded again.
@Suite struct RecoveryTests {
    private let folder: Folder
    private let path: String

    init() throws {
        folder = try Folder()
        path = folder.file("j.sqlite")
    }

    private func lines(_ told: [Announcement]) throws -> [String] { try told.map(JSONLine.text) }

    @Test func aRecordingAnnouncesByteForByteWhatTheRunDid() throws {
        let journal = try Journal(path: path, program: "1.2.3")
        let clock = DrivenClock()
        let room = try Room(journal: journal, clock: clock)
        let live = try Story().play(in: room, clock)
        #expect(live.contains { if case .verdict = $0.body { true } else { false } })
        #expect(live.count { if case .result = $0.body { true } else { false } } == 3)

        let reader = try JournalReader(path: path)
        let excerpt = try JournalExcerpt(of: "p1", in: reader, program: "1.2.3")
        var text = ""
        try excerpt.write(from: reader) { text += $0 + "\n" }
        let recording = try RecordingReader(file: "r", content: Data(text.utf8))
        #expect(recording.header.procedure == "p1")
        #expect(recording.header.plan?.pseudonym == "P-1")
        #expect(try lines(recording.announcements()) == lines(live))
    }

    @Test func goesOnAfterAnEndAtAnyMoment() throws {
        let story = try Story()
        let (whole, told) = try ending(story, at: story.events.count)
        for end in 1..<story.events.count {
            let (station, more) = try ending(story, at: end)
            #expect(station.procedures.count == whole.procedures.count, "after event \(end)")
            #expect(
                try JSONLine.text(of: station.procedures) == JSONLine.text(of: whole.procedures),
                "after event \(end)")
            #expect(try lines(more) == lines(told), "after event \(end)")
        }
    }

    /// The station at the end of `story`, and what it told, when the program ended at event `end`
    /// and was started again.
    private func ending(_ story: Story, at end: Int) throws -> (Station, [Announcement]) {
        let path = folder.file("j\(end).sqlite")
        let clock = DrivenClock()
        do {
            let journal = try Journal(path: path, program: "1.2.3")
            let room = try Room(journal: journal, clock: clock)
            _ = try story.play(in: room, clock, to: end)
        }
        var told: [Announcement] = []
        let journal = try Journal(path: path, program: "1.2.3")
        let room = try Room(journal: journal, clock: clock) { told.append($0) }
        told += try story.play(in: room, clock, from: end)
        return (room.station, told)
    }

    @Test func startsFromTheLastRest() throws {
        let clock = DrivenClock()
        let story = try Story()
        do {
            let room = try Room(
                journal: try Journal(path: path, program: "1.2.3"), clock: clock)
            _ = try room.enter([.began(try Story.setup), .opened(line: "lab", detail: "x")])
            try room.settle(isLast: true)
            _ = try story.play(in: room, clock, from: 2)
            try room.settle(isLast: true)
        }
        let reader = try JournalReader(path: path)
        #expect(try reader.rest()?.after == 2)
        #expect(try JournalExcerpt(of: "p1", in: reader, program: "1").after == 2)
        #expect(throws: ExcerptError.self) {
            try JournalExcerpt(of: "p2", in: reader, program: "1")
        }
        var retold: [Announcement] = []
        _ = try Room(journal: try Journal(path: path, program: "1.2.3"), clock: clock) {
            retold.append($0)
        }
        #expect(retold.first?.procedure == "p1")
    }
}
