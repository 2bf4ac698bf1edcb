import Foundation
import Protocols
import StepUp
import Testing

@testable import Daemon

@Suite struct RecordingTests {
    private func header(sealed: Bool = true) -> RecordingHeader {
        RecordingHeader(
            program: "1.2.3", journal: "j", setup: .sample, after: 0, rest: nil, sealed: sealed)
    }

    private func text(_ moments: [Moment], sealed: Bool = true) throws -> String {
        var writer = try RecordingWriter(header: header(sealed: sealed))
        let lines = try [writer.headerLine] + moments.map { try writer.line(of: $0) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func read(_ text: String) throws -> [Moment] {
        try RecordingReader(file: "r.ndjson", content: Data(text.utf8)).all()
    }

    private func refusal(of text: String) -> RecordingError? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return error as? RecordingError
        }
    }

    @Test(arguments: [true, false]) func givesBackEveryKindOfMoment(sealed: Bool) throws {
        let text = try text(Moment.oneOfEach, sealed: sealed)
        #expect(try read(text) == Moment.oneOfEach)
        #expect(RecordingReader.claims(Data(text.utf8)))
    }

    @Test func showsBytesInLineNotation() throws {
        let line = try text(Moment.oneOfEach, sealed: false).split(separator: "\n")[3]
        #expect(
            line == #"{"bytes":"<ENQ><x00><xFF><LF>","kind":"bytes","line":"lab","number":3,"#
                + #""time":3000000000,"wall":1767225600000000004}"#)
    }

    @Test func takesOtherSpacingAndOrderWhereNothingIsSealed() throws {
        let head = try text([], sealed: false)
        let line = #"{ "kind": "due", "wall": 5, "number": 1, "time": 7 }"#
        #expect(try read(head + line).map(\.time) == [.nanoseconds(7)])
    }

    @Test(arguments: [
        (#"{"kind":"due","number":1,"time":0,"wall":0,"line":"x"}"#, "unknown key 'line'"),
        (#"{"kind":"due","number":2,"time":0,"wall":0}"#, "moment 2 stands where 1 should"),
        (#"{"kind":"due","number":1,"time":-5,"wall":0}"#, "time runs backwards"),
        (#"{"kind":"due","number":1,"wall":0}"#, "the key 'time' is missing"),
        (#"{"kind":"opened","number":1,"time":0,"wall":0,"line":"x"}"#, "'detail' is missing"),
        (
            #"{"kind":"mark","number":1,"time":0,"wall":0,"mark":{"action":"close","by":"x","#
                + #""key":"k","procedure":"p","raeson":"y"}}"#, "unknown key 'mark.raeson'"
        ),
        (#"{"kind":"later","number":1,"time":0,"wall":0}"#, "kind: Cannot initialize Kind"),
        ("not JSON", "not"),
    ]) func namesFileAndLineOfWhatItRefuses(line: String, why: String) throws {
        let error = try #require(refusal(of: try text([], sealed: false) + line))
        #expect(error.description.hasPrefix("r.ndjson:2: "))
        #expect(error.why.contains(why), "\(error)")
    }

    @Test func refusesAnotherFormatAndAnEmptyFile() throws {
        let other = try text([], sealed: false)
            .replacingOccurrences(of: #""recording":1"#, with: #""recording":2"#)
        #expect(refusal(of: other)?.why == "format 2; this program reads 1")
        #expect(refusal(of: "")?.why == "the file is empty")
    }

    @Test func findsTheLineThatWasEdited() throws {
        let lines = try text(Moment.oneOfEach).split(separator: "\n").map(String.init)
        for index in lines.indices {
            var edited = lines
            edited[index] = edited[index].replacingOccurrences(of: #""wall":1"#, with: #""wall":2"#)
                .replacingOccurrences(of: #""program":"1"#, with: #""program":"2"#)
            #expect(refusal(of: edited.joined(separator: "\n"))?.line == index + 1)
        }
    }

    @Test func findsALineThatWasTakenOut() throws {
        var lines = try text(Moment.oneOfEach).split(separator: "\n")
        lines.remove(at: 4)
        #expect(refusal(of: lines.joined(separator: "\n"))?.line == 5)
    }

    @Test func isNoRecordingWhenTheKeyIsMissing() {
        #expect(!RecordingReader.claims(Data(#"{"kind":"due"}"#.utf8)))
        #expect(!RecordingReader.claims(Data("H|\\^&|||\n{\"recording\":1}".utf8)))
    }
}
