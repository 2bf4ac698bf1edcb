/// One message as it came over a line: its records, and where each of their bytes stood.
///
/// The frames' texts are joined, so a record that was cut by ETB is whole again. Each record ends
/// with CR; an LF may follow it where a sender wrote lines.
public struct Message: Sendable, Equatable {
    /// The records' bytes, each record ended by CR.
    public var text: [UInt8]

    /// False when the terminator record never came.
    public var isComplete: Bool

    /// One stretch of text whose bytes stood side by side on the line.
    struct Piece: Sendable, Equatable {
        /// Where the stretch begins in the text.
        var text: Int
        /// Where it begins on the line, counted from the first byte ever received.
        var line: Int
    }

    /// The stretches in ascending order, from text offset 0.
    private(set) var pieces: [Piece]

    /// A message made of `pieces`, which begin with the one at text offset 0.
    init(text: [UInt8], isComplete: Bool, pieces: [Piece]) {
        self.text = text
        self.isComplete = isComplete
        self.pieces = pieces
    }

    /// A message whose bytes stood side by side, the first of them at `line` on the line.
    public init(text: [UInt8], isComplete: Bool = true, at line: Int = 0) {
        self.init(text: text, isComplete: isComplete, pieces: [Piece(text: 0, line: line)])
    }

    /// Where the bytes of `range` of the text stood on the line, with what lay between them.
    ///
    /// - Parameter range: offsets in ``text``.
    /// - Returns: offsets counted from the first byte ever received on the line.
    public func lineRange(of range: Range<Int>) -> Range<Int> {
        let piece = piece(at: range.lowerBound)
        let start = position(of: range.lowerBound, in: piece)
        guard let last = range.last else { return start..<start }
        // A record seldom goes on in another piece than it began in.
        let isOne = piece + 1 >= pieces.count || pieces[piece + 1].text > last
        return start..<position(of: last, in: isOne ? piece : self.piece(at: last)) + 1
    }

    /// The part of the text in `range`, which is not empty, as a message of its own.
    func part(_ range: Range<Int>) -> Message {
        let first = piece(at: range.lowerBound)
        var parts = [Piece(text: 0, line: position(of: range.lowerBound, in: first))]
        for piece in pieces.dropFirst(first + 1) {
            guard piece.text < range.upperBound else { break }
            parts.append(Piece(text: piece.text - range.lowerBound, line: piece.line))
        }
        return Message(text: Array(text[range]), isComplete: isComplete, pieces: parts)
    }

    /// The piece that holds one byte of the text: a search by halves.
    private func piece(at offset: Int) -> Int {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].text <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Where one byte of the text, which is in `piece`, stood on the line.
    private func position(of offset: Int, in piece: Int) -> Int {
        guard piece < pieces.count else { return offset }
        return pieces[piece].line + (offset - pieces[piece].text)
    }
}
