/// Texts in character sets with more than one byte a character, made UTF-8 as a whole.
///
/// The second byte of a character may be `|`, `^` or `\`: divided first, such a text would have its
/// fields moved. Characters other than ASCII and Greek letters (for `μ` in units) have no table
/// here; they stay apart as their bytes in line notation, `<xD5><xC5>`, which nothing else spells.
struct WideText {
    private let encoding: Dialect.Encoding
    private(set) var text: [UInt8] = []
    /// Where the text goes on at another place of the source, as offsets in both.
    private(set) var jumps: [(text: Int, source: Int)] = []
    /// True between the escapes of ISO 2022, where two bytes below 80 are one character.
    private var isShifted = false

    /// The text of `source` in UTF-8.
    init(_ source: Span<UInt8>, as encoding: Dialect.Encoding) {
        self.encoding = encoding
        text.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let length = takeCharacter(at: index, of: source)
            index += length
        }
    }

    /// The bytes of `text`: notations are the bytes that they spell, and Greek letters two bytes;
    /// any other character beyond ASCII becomes `?`.
    static func bytes(of text: String, as encoding: Dialect.Encoding) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            if scalar == "<", let byte = spelled(by: rest.prefix(4)) {
                bytes.append(byte)
                rest = rest.dropFirst(4)
            } else if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else {
                bytes += code(of: scalar, as: encoding) ?? [UInt8(ascii: "?")]
            }
        }
        return bytes
    }

    /// The byte that `xB5>`, what is left of a notation, spells.
    private static func spelled(by rest: ArraySlice<Unicode.Scalar>) -> UInt8? {
        guard rest.count == 4, rest.first == "x", rest.last == ">" else { return nil }
        return UInt8(String(String.UnicodeScalarView(rest.dropFirst().dropLast())), radix: 16)
    }
}

extension WideText {
    /// Takes what begins at `index`, and says how many bytes it has.
    private mutating func takeCharacter(at index: Int, of source: Span<UInt8>) -> Int {
        func byte(_ place: Int) -> UInt8 {
            index + place < source.count ? source[index + place] : 0
        }
        let lead = byte(0)
        if encoding == .japanese {
            if lead == 0x1B, let isShift = Self.escape(byte(1), byte(2)) {
                isShifted = isShift
                add([], from: 3, at: index)
                return 3
            }
            if lead == .cr || lead == .lf { isShifted = false }
            if isShifted, (0x21...0x7E).contains(lead), (0x21...0x7E).contains(byte(1)) {
                let (first, second) = Self.shiftJIS(lead, byte(1))
                add(letter(first, second) ?? Self.notation([first, second]), from: 2, at: index)
                return 2
            }
            if (0xA1...0xDF).contains(lead) {
                // Katakana of half the width, which stand in Unicode in the same order.
                add(Self.utf8(0xFF61 + UInt32(lead - 0xA1)), from: 1, at: index)
                return 1
            }
        }
        guard lead >= 0x80 else {
            text.append(lead)
            return 1
        }
        let length = self.length(lead, byte(1), byte(2), byte(3))
        let bytes = (0..<length).map(byte)
        let letter = length == 2 ? letter(lead, byte(1)) : nil
        add(letter ?? Self.notation(bytes), from: length, at: index)
        return length
    }

    private mutating func add(_ bytes: [UInt8], from length: Int, at index: Int) {
        text += bytes
        jumps.append((text.count, index + length))
    }

    /// How many bytes the character has; 1 for a byte that begins none.
    private func length(_ lead: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Int {
        guard (0x81...0xFE).contains(lead) else { return 1 }
        let isFour =
            encoding == .gb18030 && (0x30...0x39).contains(second)
            && (0x81...0xFE).contains(third) && (0x30...0x39).contains(fourth)
        if isFour { return 4 }
        let isTwo =
            switch encoding {
            case .korean:
                (0x41...0x5A).contains(second) || (0x61...0x7A).contains(second) || second > 0x80
            default: (0x40...0x7E).contains(second) || second >= 0x80
            }
        return isTwo ? 2 : 1
    }

    /// The Greek letter that two bytes stand for: the sets have them in a row, large and small.
    private func letter(_ lead: UInt8, _ second: UInt8) -> [UInt8]? {
        let code = UInt32(lead) << 8 | UInt32(second)
        for (row, alpha) in Self.rows(of: encoding) where (row..<row + 24).contains(code) {
            let place = code - row
            return Self.utf8(alpha + place + (place > Self.rho ? 1 : 0))
        }
        return nil
    }

    /// The two bytes of a Greek letter; nil for other characters.
    private static func code(
        of letter: Unicode.Scalar, as encoding: Dialect.Encoding
    ) -> [UInt8]? {
        for (row, alpha) in rows(of: encoding) where (alpha..<alpha + 25).contains(letter.value) {
            let place = letter.value - alpha
            // The sigma at the end of a word, which the sets do not have.
            guard place != rho + 1 else { return nil }
            let code = row + place - (place > rho ? 1 : 0)
            return [UInt8(code >> 8), UInt8(code & 0xFF)]
        }
        return nil
    }

    /// Where the large and the small Greek letters begin, in the set and in Unicode, which has a
    /// place more behind rho: for the sigma at the end of a word.
    private static func rows(of encoding: Dialect.Encoding) -> [(row: UInt32, alpha: UInt32)] {
        switch encoding {
        case .gb18030: [(0xA6A1, 0x391), (0xA6C1, 0x3B1)]
        case .big5: [(0xA344, 0x391), (0xA35C, 0x3B1)]
        case .japanese: [(0x839F, 0x391), (0x83BF, 0x3B1)]
        default: [(0xA5C1, 0x391), (0xA5E1, 0x3B1)]
        }
    }

    private static let rho: UInt32 = 16

    /// True for the escapes that begin two-byte characters, false for those that end them.
    private static func escape(_ second: UInt8, _ third: UInt8) -> Bool? {
        switch (second, third) {
        case (0x24, 0x40), (0x24, 0x42): true
        case (0x28, 0x42), (0x28, 0x4A): false
        default: nil
        }
    }

    /// The same character of JIS X 0208 as Shift JIS has it.
    private static func shiftJIS(_ row: UInt8, _ cell: UInt8) -> (UInt8, UInt8) {
        let lead = (row - 0x21) / 2 + 0x81
        let second = row % 2 == 1 ? cell + 0x1F + (cell >= 0x60 ? 1 : 0) : cell + 0x7E
        return (lead > 0x9F ? lead + 0x40 : lead, second)
    }

    private static func notation(_ bytes: [UInt8]) -> [UInt8] {
        Array(bytes.map { "<x" + String($0, radix: 16, uppercase: true) + ">" }.joined().utf8)
    }

    private static func utf8(_ value: UInt32) -> [UInt8] {
        Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
    }
}

extension Message {
    /// The message in UTF-8, for character sets whose bytes may look like delimiters; as it is for
    /// all others.
    func inUTF8(from encoding: Dialect.Encoding) -> Message {
        guard encoding.isWide, text.contains(where: { $0 >= 0x80 || $0 == 0x1B }) else {
            return self
        }
        let wide = WideText(text.span, as: encoding)
        return moved(to: wide.text, jumps: wide.jumps)
    }
}
