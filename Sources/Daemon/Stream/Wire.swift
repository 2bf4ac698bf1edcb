import Protocols
import StepUp
import Synchronization

/// The last bytes on every line, either way, for people who look at it.
///
/// Kept in memory alone: the journal has all that was ever received.
final class Wire: Sendable {
    /// Pieces that are kept of each line: a few minutes of an analyzer that sends without pause.
    static let limit = 400

    /// Which way bytes went.
    enum Way: String, Sendable, Encodable {
        case received = "in"
        case sent = "out"
    }

    /// Bytes that arrived, or were sent, at once.
    struct Piece: Sendable, Encodable {
        /// Its number on this line, from 1.
        let number: Int64
        /// When, RFC 3339.
        let at: String
        let way: Way
        /// The bytes in line notation.
        let text: String
    }

    /// What was asked for, and the number to go on after.
    struct Answer: Sendable, Encodable {
        let last: Int64
        let pieces: [Piece]
    }

    private struct Noted {
        let number: Int64
        let at: WallTime
        let way: Way
        let bytes: [UInt8]
    }

    private let lines = Mutex<[Substring: [Noted]]>([:])

    /// Notes that `bytes` went `way` on `line`; calls on one listening port are one line.
    func note(_ bytes: [UInt8], on line: String, way: Way, at: WallTime) {
        lines.withLock { lines in
            let name = Self.name(line)
            let number = (lines[name]?.last?.number ?? 0) + 1
            lines[name, default: []].append(
                Noted(number: number, at: at, way: way, bytes: bytes))
            if lines[name, default: []].count > Self.limit {
                lines[name]?.removeFirst(Self.limit / 4)
            }
        }
    }

    /// What was noted on `line` after number `after`, oldest first.
    func pieces(on line: String, after: Int64) -> Answer {
        let noted = lines.withLock { $0[Self.name(line)] ?? [] }
        return Answer(
            last: noted.last?.number ?? 0,
            pieces: noted.filter { $0.number > after }.map { piece in
                Piece(
                    number: piece.number, at: piece.at.description, way: piece.way,
                    text: LineNotation.text(of: piece.bytes))
            })
    }

    private static func name(_ line: String) -> Substring { line.prefix { $0 != "#" } }
}
