import Foundation
import StepUp
import Testing

@testable import Daemon

/// Each recording in `Recordings` against what it announced when it was looked through.
///
/// `STEPUPD_RECORD=1` writes the expectations anew. A recording is history, with the catalogue of
/// its day in it: it is written when it is not there, and never again.
@Suite struct GoldenRecordingTests {
    private static let isRecording = ProcessInfo.processInfo.environment["STEPUPD_RECORD"] == "1"
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Recordings")
    private static let names = [
        "cut-before-its-comment", "message-sent-twice", "one-injection", "unplugged-in-a-message",
    ]

    @Test(arguments: names) func announcesWhatItDidWhenItWasLookedThrough(name: String) throws {
        let file = Self.folder.appendingPathComponent("\(name).ndjson")
        let expectation = Self.folder.appendingPathComponent("\(name).expected.ndjson")
        if Self.isRecording, !FileManager.default.fileExists(atPath: file.path) {
            let story = try #require(try Story.all[name])
            try Self.record(story).write(to: file, atomically: true, encoding: .utf8)
        }
        let recording = try RecordingReader(file: file.path, content: try Data(contentsOf: file))
        let told = try recording.announcements().map { try JSONLine.text(of: $0) }
        let head =
            #"{"provenance":"what this program announced, looked through by hand","#
            + #""recording":"\#(name).ndjson"}"#
        let text = ([head] + told).joined(separator: "\n") + "\n"
        if Self.isRecording { try text.write(to: expectation, atomically: true, encoding: .utf8) }
        let expected = try String(contentsOf: expectation, encoding: .utf8).split(separator: "\n")
        for (index, pair) in zip(text.split(separator: "\n"), expected).enumerated() {
            #expect(pair.0 == pair.1, "\(name).expected.ndjson:\(index + 1)")
        }
        #expect(told.count + 1 == expected.count)
    }

    @Test(arguments: names) func holdsTheMomentsOfItsStoryUnderTheCatalogueOfItsDay(
        name: String
    ) throws {
        let file = Self.folder.appendingPathComponent("\(name).ndjson")
        let told = try Self.record(try #require(try Story.all[name]))
        let kept = try Self.moments(of: try String(contentsOf: file, encoding: .utf8))
        let played = try Self.moments(of: told)
        #expect(kept.count == played.count)
        for (kept, played) in zip(kept, played) { #expect(kept == played) }
    }

    @Test(.enabled(if: !isRecording)) func everyFileHasItsTest() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let known = Self.names.flatMap { ["\($0).ndjson", "\($0).expected.ndjson"] }
        #expect(files.sorted() == known.sorted())
    }

    /// The moments of a recording, without what depends on the catalogue: the set-up and the seals.
    private static func moments(of text: String) throws -> [String] {
        try text.split(separator: "\n").dropFirst().map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            var moment = try #require(object as? [String: Any])
            (moment["setup"], moment["seal"]) = (nil, nil)
            let rest = try JSONSerialization.data(
                withJSONObject: moment, options: [.sortedKeys, .withoutEscapingSlashes])
            return String(decoding: rest, as: UTF8.self)
        }
    }

    private static func record(_ story: Story) throws -> String {
        let folder = try Folder()
        let path = folder.file("j.sqlite")
        let clock = DrivenClock(wall: WallTime(nanoseconds: 1_767_225_600_000_000_000))
        let journal = try Journal(path: path, program: Stepupd.version)
        _ = try story.play(in: try Room(journal: journal, clock: clock), clock)
        let reader = try JournalReader(path: path)
        var excerpt = try JournalExcerpt(of: "p1", in: reader, program: Stepupd.version)
        excerpt.header.journal = nil
        var text = ""
        try excerpt.write(from: reader) { text += $0 + "\n" }
        return text
    }
}
