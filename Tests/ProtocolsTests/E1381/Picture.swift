import Protocols

/// Bytes of a line in line notation, where `{1H|\^&<CR>}` is a frame with its check sum, ended
/// by ETX or by the `<ETB>` before the closing brace.
func line(_ picture: String, framer: Framer = Framer()) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, piece) in picture.split(separator: "{", omittingEmptySubsequences: false)
        .enumerated()
    {
        guard index > 0, let end = piece.firstIndex(of: "}") else {
            bytes += [UInt8](line: String(piece))
            continue
        }
        var text = [UInt8](line: String(piece[..<end]))
        let number = text.removeFirst() - UInt8(ascii: "0")
        let isEnd = text.last != .etb
        if !isEnd { text.removeLast() }
        bytes += framer.frame(Framer.Text(bytes: text, isEnd: isEnd), number: Int(number))
        bytes += [UInt8](line: String(piece[piece.index(after: end)...]))
    }
    return bytes
}

/// What a receiver did, on one line: replies by their names, defects in parentheses, messages in
/// quotation marks, with `…` behind one that is incomplete.
func picture(of actions: [LinkAction]) -> String {
    actions.map { action in
        switch action {
        case .send(let byte): LineNotation.text(of: [byte])
        case .write(let bytes): LineNotation.text(of: bytes)
        case .dispatch(let dispatch): "(\(dispatch.fate.words))"
        case .defect(let defect): "(\(defect.rawValue))"
        case .deliver(let message):
            "'\(LineNotation.text(of: message.text))'" + (message.isComplete ? "" : "…")
        }
    }.joined(separator: " ")
}

extension Dispatch.Fate {
    /// `delivered`, `kept: refused`, `dropped: timeOut`.
    var words: String {
        switch self {
        case .delivered: "delivered"
        case .kept(let reason): "kept: \(reason)"
        case .dropped(let reason): "dropped: \(reason)"
        }
    }
}

/// What a new receiver does with `drawing`, all of it read at once.
func reply(to drawing: String, _ change: (inout LinkOptions) -> Void = { _ in }) -> String {
    var options = LinkOptions()
    change(&options)
    var receiver = Receiver(options: options)
    return picture(of: receiver.receive(line(drawing), at: .zero))
}
