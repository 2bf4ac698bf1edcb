/// A line of the board: pieces of text, each with what it means.
struct BoardLine: Equatable, Sendable {
    /// One piece.
    struct Piece: Equatable, Sendable {
        var text: String
        var tone: BoardTone
    }

    private(set) var pieces: [Piece] = []

    /// A line with one piece, or none.
    init(_ text: String = "", _ tone: BoardTone = .plain) { add(text, tone) }

    /// Columns that the line takes.
    var width: Int { pieces.reduce(0) { $0 + $1.text.columns } }

    /// Adds a piece; what could command a terminal is taken out of it.
    mutating func add(_ text: String, _ tone: BoardTone = .plain) {
        guard !text.isEmpty else { return }
        pieces.append(Piece(text: Console.harmless(text), tone: tone))
    }

    /// Adds the pieces of another line.
    mutating func add(_ line: BoardLine) { pieces += line.pieces }

    /// Fills with blanks up to column `column`; leaves one where it is passed already.
    mutating func tab(to column: Int, _ tone: BoardTone = .plain) {
        guard width < column else { return width == column ? () : add(" ", tone) }
        add(String(repeating: " ", count: column - width), tone)
    }

    /// The line cut at `columns`, with a `…` where something was lost.
    func cut(to columns: Int) -> BoardLine {
        guard width > columns else { return self }
        guard columns > 0 else { return BoardLine() }
        var line = BoardLine()
        for piece in pieces {
            let room = columns - line.width
            guard piece.text.columns >= room else {
                line.pieces.append(piece)
                continue
            }
            line.add(piece.text.prefix(columns: room - 1) + "…", piece.tone)
            return line
        }
        return line
    }

    /// The line cut and filled to exactly `columns`.
    func filled(to columns: Int, _ tone: BoardTone = .plain) -> BoardLine {
        var line = cut(to: columns)
        line.tab(to: columns, tone)
        return line
    }

    /// `text` in the middle of `columns`, all of it in one tone.
    static func centred(_ text: String, _ columns: Int, _ tone: BoardTone) -> BoardLine {
        var line = BoardLine(
            String(repeating: " ", count: max(0, (columns - text.columns) / 2)), tone)
        line.add(text, tone)
        return line.filled(to: columns, tone)
    }

    /// The bare text, without blanks at its end.
    var text: String {
        let text = pieces.map(\.text).joined()
        let end = text.lastIndex { $0 != " " }
        return end.map { String(text[...$0]) } ?? ""
    }

    /// The text for a terminal.
    func ansi(_ depth: ColourDepth) -> String {
        pieces.map { piece in
            let codes = piece.tone.codes(depth)
            return codes.isEmpty ? piece.text : "\u{1B}[\(codes)m\(piece.text)\u{1B}[0m"
        }.joined()
    }

    /// The line for a terminal that knows ASCII alone: as wide, with a sign for each sign.
    var ascii: BoardLine {
        var line = BoardLine()
        line.pieces = pieces.map { Piece(text: $0.text.ascii, tone: $0.tone) }
        return line
    }
}

extension [BoardLine] {
    /// Two columns of lines: `right` begins at column `column`.
    func beside(_ right: [BoardLine], at column: Int) -> [BoardLine] {
        (0..<Swift.max(count, right.count)).map { index in
            var line = (index < count ? self[index] : BoardLine()).filled(to: column - 1)
            line.add(" ")
            if index < right.count { line.add(right[index]) }
            return line
        }
    }
}

extension String {
    /// The columns that a terminal gives the text: two for wide characters (UAX #11), else one.
    var columns: Int { reduce(0) { $0 + $1.columns } }

    /// The longest beginning of at most `columns` columns.
    func prefix(columns: Int) -> String {
        var (room, end) = (columns, startIndex)
        while end < endIndex, self[end].columns <= room {
            room -= self[end].columns
            end = index(after: end)
        }
        return String(self[..<end])
    }

    /// The text in lines of at most `columns`, broken at blanks, and inside words that are longer.
    func wrapped(columns: Int) -> [String] {
        var lines = [""]
        for word in split(separator: " ") {
            var word = String(word)
            let current = lines[lines.count - 1]
            if current.isEmpty {
                lines[lines.count - 1] = word
            } else if current.columns + 1 + word.columns <= columns {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(word)
            }
            word = lines[lines.count - 1]
            while word.columns > columns, columns > 1 {
                let head = word.prefix(columns: columns)
                lines[lines.count - 1] = head
                word = String(word.dropFirst(head.count))
                lines.append(word)
            }
        }
        return lines
    }

    /// As wide in ASCII alone: a sign of its own for each sign of the board, `?` for the rest.
    fileprivate var ascii: String {
        String(
            flatMap { character -> String in
                if character.isASCII { return String(character) }
                if let sign = Self.signs[character] { return String(sign) }
                return String(repeating: "?", count: character.columns)
            })
    }

    private static let signs: [Character: Character] = [
        "▲": "^", "–": "-", "—": "-", "−": "-", "×": "x", "…": "~", "✕": "X", "○": "o", "◐": "d",
        "◑": "r", "●": "*", "□": "_", "·": ".", "≥": ">", "≤": "<", "→": ">", "←": "<", "↑": "^",
        "↓": "v", "─": "-", "│": "|", "█": "#", "µ": "u", "μ": "u", "’": "'", "\u{FFFD}": "?",
    ]
}

extension Character {
    fileprivate var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default:
            return [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
                ? 0 : 1
        }
    }
}
