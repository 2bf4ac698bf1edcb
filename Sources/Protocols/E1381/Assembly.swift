/// Puts the accepted texts of frames together to messages, from header to terminator record.
///
/// The frame in progress is written behind what was accepted, and stays or is taken back: the
/// bytes of a message are copied once, from what was read.
struct Assembly: Sendable {
    /// The message in progress, then the text of the frame in progress.
    var text: [UInt8] = []

    private let limit: Int
    private let etbEndsRecord: Bool
    private var pieces: [Message.Piece] = []
    /// Where the record in progress begins: the first one whose CR has not come.
    private var record = 0
    private var hasTerminator = false
    /// The last accepted frame: where its text stands, in ``text`` unless `delivered` holds it.
    private var last = 0..<0
    private var delivered: [UInt8]?

    init(options: LinkOptions) {
        limit = options.messageLimit
        etbEndsRecord = options.etbEndsRecord
    }

    /// True when text was accepted that is not delivered yet.
    var isUnfinished: Bool { !text.isEmpty }

    /// False when the message would go past its limit with the frame that has just come.
    var hasRoom: Bool { text.count <= limit }

    /// True when the frame that has just come holds the same text as the last accepted one.
    func isRepeat(_ frame: Deframer.Frame) -> Bool {
        (delivered ?? text)[last] == text[frame.start...]
    }

    /// Takes the text of a refused frame back.
    mutating func drop(_ frame: Deframer.Frame) {
        text.removeSubrange(frame.start...)
    }

    /// Keeps the text of an accepted frame, and delivers each message that it completes.
    mutating func take(_ frame: Deframer.Frame, into actions: inout [LinkAction]) {
        last = frame.start..<text.count
        delivered = nil
        guard !last.isEmpty else { return }
        pieces.append(Message.Piece(text: frame.start, line: frame.line))
        var returns = frame.returns
        if frame.isEnd || etbEndsRecord, text.last != .cr, text.count > record {
            text.append(.cr)
            returns += 1
        }
        // Nearly always one record ends in a frame, at its end: no need to search.
        let isSingle = returns == 1 && text.last == .cr
        let end = isSingle ? text.count - 1 : Self.firstReturn(in: text, from: frame.start)
        if let end { closeRecords(fromReturnAt: end, into: &actions) }
    }

    /// Delivers what was accepted, incomplete; a record that was cut is left out.
    mutating func end(into actions: inout [LinkAction]) {
        if record < text.count { actions.append(.defect(.cutRecord)) }
        if record > 0 { deliver(0..<record, isComplete: false, into: &actions) }
        text.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        (record, hasTerminator, last, delivered) = (0, false, 0..<0, nil)
    }

    /// Goes through the records that end in the text from the CR at `first` on, and delivers what
    /// they complete; the rest is moved to the front once, however many messages a frame holds.
    private mutating func closeRecords(
        fromReturnAt first: Int, into actions: inout [LinkAction]
    ) {
        var (next, begin) = (Optional(first), 0)
        while let end = next {
            if begins(UInt8(ascii: "H")), record > begin {
                if !hasTerminator { actions.append(.defect(.missingTerminator)) }
                deliver(begin..<record, isComplete: hasTerminator, into: &actions)
                begin = record
            }
            if begins(UInt8(ascii: "L")) { hasTerminator = true }
            record = end + 1
            next = record < text.count ? Self.firstReturn(in: text, from: record) : nil
            if record < text.count, text[record] == .lf { record += 1 }
        }
        if hasTerminator {
            deliver(begin..<record, isComplete: true, into: &actions)
            begin = record
        }
        if begin > 0 { forget(upTo: begin) }
    }

    /// True when the record in progress is of the type `letter`: alone, or before a delimiter.
    private func begins(_ letter: UInt8) -> Bool {
        guard text[record] & 0xDF == letter, record + 1 < text.count else { return false }
        switch text[record + 1] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            return false
        default: return true
        }
    }

    private static func firstReturn(in text: [UInt8], from start: Int) -> Int? {
        let span = text.span
        let returns = EightBytes.ones &* UInt64(UInt8.cr)
        var index = start
        while EightBytes.areAll(in: span, at: index) {
            let found = EightBytes.firstZero(in: EightBytes.all(of: span, at: index) ^ returns)
            if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < span.count {
            if span[index] == .cr { return index }
            index += 1
        }
        return nil
    }

    /// Delivers a part of the text as a message.
    private mutating func deliver(
        _ range: Range<Int>, isComplete: Bool, into actions: inout [LinkAction]
    ) {
        hasTerminator = false
        let all = Message(text: text, isComplete: isComplete, pieces: pieces)
        if range.count == text.count {
            delivered = delivered ?? text
            actions.append(.deliver(all))
        } else {
            if delivered == nil {
                delivered = Array(text[last])
                last = 0..<last.count
            }
            actions.append(.deliver(all.part(range)))
        }
    }

    /// Forgets the text up to `end`, which was delivered.
    private mutating func forget(upTo end: Int) {
        if end == text.count {
            let count = pieces.count
            (text, pieces) = ([], [])
            // The next message is likely to be as long.
            text.reserveCapacity(end)
            pieces.reserveCapacity(count)
        } else {
            let rest = Message(text: text, isComplete: true, pieces: pieces)
                .part(end..<text.count)
            (text, pieces) = (rest.text, rest.pieces)
        }
        record -= end
    }
}
