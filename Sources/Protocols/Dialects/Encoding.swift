extension Dialect {
    /// A character set: what the bytes above 7F stand for.
    ///
    /// Below that all of them are ASCII. Bytes that a set leaves out are read as Latin-1.
    public enum Encoding: String, Sendable, Codable, CaseIterable {
        /// ISO 8859-1, the standard's own: `µ` is B5.
        case latin1 = "latin-1"
        /// UTF-8; what is no UTF-8 is read as Latin-1.
        case utf8 = "utf-8"
        /// ISO 8859-2, Central European.
        case latin2 = "latin-2"
        /// ISO 8859-5, Cyrillic.
        case cyrillic
        /// ISO 8859-7, Greek.
        case greek
        /// ISO 8859-9, Turkish.
        case latin5 = "latin-5"
        /// ISO 8859-15, Western European with the euro.
        case latin9 = "latin-9"
        /// Code pages of Windows: Central European, Cyrillic, Western European.
        case windows1250 = "windows-1250"
        case windows1251 = "windows-1251"
        case windows1252 = "windows-1252"
        /// Chinese: GB 18030, with GBK and GB 2312 in it.
        case gb18030
        /// Chinese: Big5.
        case big5
        /// Japanese: Shift JIS, and JIS X 0208 between the escapes of ISO 2022.
        case japanese
        /// Korean: KS X 1001.
        case korean

        /// The bytes of one character may look like delimiters: such texts are made UTF-8 as a
        /// whole before they are divided (``Message/inUTF8(from:)``).
        var isWide: Bool {
            switch self {
            case .gb18030, .big5, .japanese, .korean: true
            default: false
            }
        }
    }
}

extension Dialect.Encoding {
    /// The character set that HL7 calls `name` in MSH-18 (table 0211), or as makers spell it there;
    /// nil for one that is unknown, and for ASCII, which is a part of all of them.
    ///
    /// What makers call `UNICODE` is UTF-8 on the line: a block of MLLP cannot hold UTF-16, some of
    /// whose bytes would end it.
    init?(hl7 name: some Collection<UInt8>) {
        var word = String(decoding: name, as: UTF8.self).uppercased()
            .filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        if word.hasPrefix("ISO8859") { word.removeFirst(3) }
        guard let set = Self.names[word] else { return nil }
        self = set
    }

    /// The sets by the letters and digits of their names.
    private static let names: [String: Self] = [
        "UNICODEUTF8": .utf8, "UNICODE": .utf8, "UTF8": .utf8,
        "88591": .latin1, "ISOIR100": .latin1, "88592": .latin2, "ISOIR101": .latin2,
        "88595": .cyrillic, "ISOIR144": .cyrillic, "88597": .greek, "ISOIR126": .greek,
        "88599": .latin5, "ISOIR148": .latin5, "885915": .latin9,
        "WINDOWS1250": .windows1250, "CP1250": .windows1250, "WINDOWS1251": .windows1251,
        "CP1251": .windows1251, "WINDOWS1252": .windows1252, "CP1252": .windows1252,
        "GB180302000": .gb18030, "GB18030": .gb18030, "GBK": .gb18030, "GB2312": .gb18030,
        "BIG5": .big5, "KSX1001": .korean, "KSC5601": .korean, "EUCKR": .korean,
        "ISOIR14": .japanese, "ISOIR87": .japanese, "ISOIR159": .japanese,
        "SHIFTJIS": .japanese, "SJIS": .japanese,
    ]
}
