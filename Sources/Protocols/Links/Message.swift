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
        var piece = 0
        return lineRange(of: range, from: &piece)
    }

    /// The same, quicker for one range behind the other.
    ///
    /// - Parameters:
    ///   - range: offsets in ``text``.
    ///   - piece: 0, or what the range before this one left there.
    /// - Returns: offsets counted from the first byte ever received on the line.
    func lineRange(of range: Range<Int>, from piece: inout Int) -> Range<Int> {
        piece = self.piece(at: range.lowerBound, from: piece)
        let start = position(of: range.lowerBound, in: piece)
        guard let last = range.last else { return start..<start }
        let end = self.piece(at: last, from: piece)
        return start..<position(of: last, in: end) + 1
    }

    /// The part of the text in `range`, which is not empty, as a message of its own.
    func part(_ range: Range<Int>) -> Message {
        let first = piece(at: range.lowerBound)
        var parts = [Piece(text: 0, line: position(of: range.lowerBound, in: first))]
        for piece in pieces.dropFirst(first + 1) {
            // What goes on right behind it says how far its last byte can be.
            guard piece.text <= range.upperBound else { break }
            parts.append(Piece(text: piece.text - range.lowerBound, line: piece.line))
        }
        return Message(text: Array(text[range]), isComplete: isComplete, pieces: parts)
    }

    /// The same message spelled otherwise, where `jumps` say at which offsets of `text` it goes on
    /// at which of its own.
    func moved(to text: [UInt8], jumps: [(text: Int, source: Int)]) -> Message {
        var (moved, next, shift) = ([Piece](), 0, 0)
        for (index, piece) in pieces.enumerated() {
            let end = index + 1 < pieces.count ? pieces[index + 1].text : Int.max
            moved.append(Piece(text: piece.text + shift, line: piece.line))
            while next < jumps.count, jumps[next].source < end {
                let jump = jumps[next]
                shift = jump.text - jump.source
                moved.append(Piece(text: jump.text, line: position(of: jump.source, in: index)))
                next += 1
            }
        }
        return Message(text: text, isComplete: isComplete, pieces: moved)
    }

    /// The piece that holds one byte of the text: a search in steps that double, then halve.
    private func piece(at offset: Int, from first: Int = 0) -> Int {
        func isReached(_ piece: Int) -> Bool {
            piece < pieces.count && pieces[piece].text <= offset
        }
        var (found, step) = (isReached(first) ? first : 0, 1)
        while isReached(found + step) { (found, step) = (found + step, step * 2) }
        while step > 1 {
            step /= 2
            if isReached(found + step) { found += step }
        }
        return found
    }

    /// Where one byte of the text, which is in `piece`, stood on the line.
    private func position(of offset: Int, in piece: Int) -> Int {
        guard piece < pieces.count else { return offset }
        let place = pieces[piece].line + (offset - pieces[piece].text)
        guard piece + 1 < pieces.count else { return place }
        // A character may be spelled longer than it stood on the line.
        return min(place, max(pieces[piece].line, pieces[piece + 1].line - 1))
    }
}
