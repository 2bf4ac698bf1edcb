import Foundation
import Protocols
import Settings
import Testing

/// Each dialect's own recording against its expectation; `STEPUPD_RECORD=1` writes it anew.
@Suite struct RecordingTests {
    private static let dialects = (try? Catalogue())?.names(in: "dialects") ?? []

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Recordings").standardizedFileURL

    private static let isRecording = ProcessInfo.processInfo.environment["STEPUPD_RECORD"] == "1"

    @Test(arguments: dialects)
    func aRecordingGivesWhatIsExpected(dialect: String) throws {
        let file = Self.folder.appending(path: "\(dialect).expected.ndjson")
        let found = try expectation(
            from: reading(of: try recordedBytes(of: dialect), as: try shippedDialect(dialect)),
            of: dialect)
        if Self.isRecording {
            try found.joined().write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        let lines = expected.split(separator: "\n").map { $0 + "\n" }
        #expect(found.count == lines.count)
        for (line, wanted) in zip(found, lines) { #expect(line == String(wanted)) }
    }

    @Test(arguments: dialects, [1, 2, 3, 7, 64, 241, 1000])
    func theSizeOfThePiecesMakesNoDifference(dialect: String, size: Int) throws {
        let bytes = try recordedBytes(of: dialect)
        let shipped = try shippedDialect(dialect)
        let whole = reading(of: bytes, as: shipped)
        let pieces = reading(of: bytes, as: shipped, inPiecesOf: size)
        #expect(pieces.results == whole.results)
        #expect(pieces.queries == whole.queries)
        #expect(pieces.defects == whole.defects)
    }

    @Test(arguments: dialects)
    func everyResultSaysWhichBytesItCameFrom(dialect: String) throws {
        let bytes = try recordedBytes(of: dialect)
        let shipped = try shippedDialect(dialect)
        for result in reading(of: bytes, as: shipped).results {
            let own = bytes[result.bytes]
            guard shipped.reads.test.allSatisfy({ $0.key == nil }) else {
                let scalars = own.filter { $0 != 0x1E }.map { Unicode.Scalar($0) }
                let text = String(String.UnicodeScalarView(scalars))
                    .replacing("&gt;", with: ">")
                #expect(text.contains(result.test) && text.contains(result.text))
                continue
            }
            let letters = [UInt8(ascii: "R")] + (shipped.reads.orderResults == nil ? [] : [0x4F])
            let isRecord = own.first.map(letters.contains) ?? false
            #expect(isRecord || own.starts(with: Array("OBX".utf8)))
            #expect(!own.contains(0x0D) || own.contains(0x17), "only a cut record holds a CR")
        }
    }

    private func expectation(
        from actions: [Session.Action], of dialect: String
    ) throws -> [String] {
        var lines = [try line(Header(recording: "\(dialect).txt"))]
        for action in actions {
            switch action {
            case .send, .dispatch, .training: break
            case .results(let results): lines += try results.map { try line(Row($0)) }
            case .badRow(let bad):
                lines.append(try line(["row": "\(bad.row)", "problem": bad.problem]))
            case .query(let query): lines.append(try line(Question(query)))
            case .defect(let defect): lines.append(try line(["defect": defect.rawValue]))
            }
        }
        return lines
    }

    private func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }

    private struct Header: Encodable {
        let recording: String
        let provenance = "what this program read in the recording, looked through by hand"
    }

    private struct Question: Encodable {
        let query, tests, status: String
        let bytes: [Int]

        init(_ query: Query) {
            (self.query, tests, status) = (query.specimen, query.tests, query.status)
            bytes = [query.bytes.lowerBound, query.bytes.upperBound]
        }
    }

    private struct Row: Encodable {
        let specimen, position, test, text, unit, status, role: String
        let analyte, value, bound, qualitative, measured: String?
        let dilution, replicate, instrument: String
        let flags, comments: [String]
        let resent, complete: Bool
        let cancelled: Bool?
        let bytes: [Int]

        init(_ result: AssayResult) {
            (specimen, position, test) = (result.specimen, result.position, result.test)
            (text, unit, status) = (result.text, result.unit, result.status)
            (role, analyte) = (result.role.rawValue, result.analyte)
            (value, bound) = (result.value?.description, result.bound?.rawValue)
            (qualitative, measured) = (result.qualitative, result.measured)
            (dilution, replicate) = (result.dilution, result.replicate)
            (instrument, flags) = (result.instrument, result.flags)
            (comments, resent) = (result.comments, result.isResent)
            complete = result.isComplete
            cancelled = result.isCancelled ? true : nil
            bytes = [result.bytes.lowerBound, result.bytes.upperBound]
        }
    }
}
