/// A line of the board: pieces of text, each with what it means.
struct BoardLine: Equatable, Sendable {
    /// What a piece means; colour repeats it and never stands alone.
    enum Tone: String, Sendable {
        case plain, strong, soft, banner, rise, low, medium, high
    }

    /// One piece.
    struct Piece: Equatable, Sendable {
        var text: String
        var tone: Tone
    }

    private(set) var pieces: [Piece] = []

    /// A line with one piece, or none.
    init(_ text: String = "", _ tone: Tone = .plain) { add(text, tone) }

    /// Columns that the line takes.
    var width: Int { pieces.reduce(0) { $0 + $1.text.columns } }

    /// Adds a piece; what could command a terminal is taken out of it.
    mutating func add(_ text: String, _ tone: Tone = .plain) {
        guard !text.isEmpty else { return }
        pieces.append(Piece(text: Console.harmless(text), tone: tone))
    }

    /// Fills with blanks up to column `column`, or leaves one blank.
    mutating func tab(to column: Int) {
        add(String(repeating: " ", count: max(1, column - width)))
    }

    /// The line cut at `columns`, with a `…` where something was lost.
    func cut(to columns: Int) -> BoardLine {
        guard width > columns else { return self }
        var line = BoardLine()
        for piece in pieces {
            let room = columns - line.width
            guard piece.text.columns >= room else {
                line.pieces.append(piece)
                continue
            }
            line.pieces.append(
                Piece(text: piece.text.prefix(columns: room - 1) + "…", tone: piece.tone))
            return line
        }
        return line
    }

    /// The bare text.
    var text: String { pieces.map(\.text).joined() }

    /// The text with colours (ECMA-48 select graphic rendition).
    var ansi: String {
        pieces.map { piece in
            piece.tone.codes.isEmpty
                ? piece.text : "\u{1B}[\(piece.tone.codes)m\(piece.text)\u{1B}[0m"
        }.joined()
    }
}

extension BoardLine.Tone {
    /// The codes of ECMA-48 8.3.117; red, yellow and cyan are IEC 60601-1-8's.
    fileprivate var codes: String {
        switch self {
        case .plain: ""
        case .strong: "1"
        case .soft: "2"
        case .banner: "30;43"
        case .rise: "1;93"
        case .low: "36"
        case .medium: "33"
        case .high: "1;31"
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

    /// The text in lines of at most `columns`, broken at blanks.
    func wrapped(columns: Int) -> [String] {
        var lines = [""]
        for word in split(separator: " ") {
            let current = lines[lines.count - 1]
            if current.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if current.columns + 1 + String(word).columns <= columns {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

extension Character {
    fileprivate var columns: Int {
        guard let scalar = unicodeScalars.first?.value else { return 0 }
        switch scalar {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
