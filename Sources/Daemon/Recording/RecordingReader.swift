import Foundation
import StepUp

/// Reads a recording strictly: what it does not understand to the last key, it refuses.
struct RecordingReader {
    let header: RecordingHeader

    private let file: String
    /// The moments' lines, each still with its seal.
    private let lines: ArraySlice<Data>
    private let firstSeal: String

    /// True when `content` claims to be a recording: an object whose first line has the key.
    static func claims(_ content: Data) -> Bool {
        let start = content.prefix(while: { $0 != UInt8(ascii: "\n") })
        return start.first == UInt8(ascii: "{")
            && start.range(of: Data(#""recording":"#.utf8)) != nil
    }

    /// The recording in `content`, which came from `file`; the header is read at once.
    init(file: String, content: Data) throws(RecordingError) {
        self.file = file
        var lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard let first = lines.first else {
            throw RecordingError(file: file, line: 1, why: "the file is empty")
        }
        // Whether there are seals is said in the header itself.
        let isSealed = first.range(of: Data(#""sealed":true"#.utf8)) != nil
        let place = Place(file: file, line: 1)
        let (object, seal) = try place.opened(first, after: isSealed ? Seal.origin : nil)
        header = try place.decode(RecordingHeader.self, from: object)
        (self.lines, firstSeal) = (lines.dropFirst(), seal ?? "")
        guard header.recording == RecordingHeader.format else {
            throw place.error(
                "format \(header.recording); this program reads \(RecordingHeader.format)")
        }
    }

    /// Hands every moment to `take`, in order.
    ///
    /// Throws ``RecordingError`` at the first line that is not what it should be, or whatever
    /// `take` throws.
    func moments(take: (Moment) throws -> Void) throws {
        var seal = header.sealed ? firstSeal : nil
        var (last, time) = (header.after, Duration.zero)
        for (index, text) in zip(2..., lines) {
            let place = Place(file: file, line: index)
            let object: Data
            (object, seal) = try place.opened(text, after: seal)
            let moment = try place.decode(RecordedMoment.self, from: object).moment
            guard moment.number == last + 1 else {
                throw place.error("moment \(moment.number) stands where \(last + 1) should")
            }
            guard moment.time >= time else { throw place.error("time runs backwards") }
            (last, time) = (moment.number, moment.time)
            try take(moment)
        }
    }
}

/// A line of a file, counted from 1.
private struct Place {
    var file: String
    var line: Int

    func error(_ why: String) -> RecordingError {
        RecordingError(file: file, line: line, why: why)
    }

    /// `text` without its seal, and the seal; as it is where seals are not expected.
    func opened(
        _ text: Data, after previous: String?
    ) throws(RecordingError) -> (object: Data, seal: String?) {
        guard let previous else { return (text, nil) }
        let words = Substring(decoding: text, as: UTF8.self)
        guard let (object, seal) = Seal.opening(words, after: previous) else {
            throw error(
                "the seal is broken: this line was changed, or one before it was taken out")
        }
        return (Data(object.utf8), seal)
    }

    func decode<T: Codable>(_ type: T.Type, from text: Data) throws(RecordingError) -> T {
        do {
            let value = try JSONDecoder().decode(type, from: text)
            guard let stranger = try JSONStrangers.first(in: text, besides: value) else {
                return value
            }
            throw error("unknown key '\(stranger)'")
        } catch let error as RecordingError {
            throw error
        } catch let cause as DecodingError {
            throw error(cause.words)
        } catch let cause {
            throw error("\(cause)")
        }
    }
}

/// Why a recording is refused, and where.
struct RecordingError: Error, Equatable, CustomStringConvertible {
    var file: String
    /// Counted from 1; the header is line 1.
    var line: Int
    var why: String

    /// `file:line: why`, as compilers write it.
    var description: String { "\(file):\(line): \(why)" }
}

extension DecodingError {
    /// One sentence for people: the path and what is wrong there.
    var words: String {
        func at(_ path: [any CodingKey]) -> String {
            path.isEmpty ? "" : path.map(\.stringValue).joined(separator: ".") + ": "
        }
        switch self {
        case .keyNotFound(let key, let context):
            return at(context.codingPath) + "the key '\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            return at(context.codingPath) + context.debugDescription
        @unknown default: return "\(self)"
        }
    }
}
