/// Bytes of a line as people read them: `<STX>1H|\^&<CR>`.
///
/// Printable ASCII stands for itself, a control character has its name in the standard, and what
/// is left is written in hexadecimal: 0xB5 as `<xB5>`, and `<` itself as `<x3C>`. So every byte
/// string has exactly one text, and that on one line.
public enum LineNotation {
    /// The characters that have names: those of LIS01-A2 6.1 and of HL7's lower layer.
    private static let names: [(byte: UInt8, name: String)] = [
        (0x01, "SOH"), (0x02, "STX"), (0x03, "ETX"), (0x04, "EOT"), (0x05, "ENQ"), (0x06, "ACK"),
        (0x0A, "LF"), (0x0B, "VT"), (0x0D, "CR"), (0x10, "DLE"), (0x11, "DC1"), (0x12, "DC2"),
        (0x13, "DC3"), (0x14, "DC4"), (0x15, "NAK"), (0x16, "SYN"), (0x17, "ETB"), (0x1C, "FS"),
        (0x1D, "GS"), (0x1E, "RS"),
    ]

    /// How each of the 256 bytes is written.
    private static let spellings: [[UInt8]] = (0...255).map { (byte: UInt8) in
        if let name = names.first(where: { $0.byte == byte })?.name {
            return Array("<\(name)>".utf8)
        }
        if (0x20...0x7E).contains(byte), byte != UInt8(ascii: "<") { return [byte] }
        let digits = String(byte, radix: 16, uppercase: true)
        return Array("<x\(byte < 16 ? "0" : "")\(digits)>".utf8)
    }

    /// The bytes that stand between `<` and `>`, by what stands there.
    private static let meanings: [[UInt8]: UInt8] = {
        var meanings: [[UInt8]: UInt8] = [:]
        for byte in UInt8.min...UInt8.max {
            let digits = String(byte, radix: 16, uppercase: true)
            meanings[Array("x\(byte < 16 ? "0" : "")\(digits)".utf8)] = byte
        }
        for (byte, name) in names { meanings[Array(name.utf8)] = byte }
        return meanings
    }()

    /// The notation of `bytes`, all of it printable ASCII.
    public static func text(of bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.underestimatedCount)
        for byte in bytes { text.append(contentsOf: spellings[Int(byte)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that `text` spells.
    ///
    /// Hexadecimal is taken for any byte, with capital digits; nothing else than what
    /// ``text(of:)`` could have written and such spellings is taken.
    public static func bytes(of text: String) throws(LineNotationError) -> [UInt8] {
        var bytes: [UInt8] = []
        var name: [UInt8]?
        for (offset, character) in text.utf8.enumerated() {
            switch (name, character) {
            case (nil, UInt8(ascii: "<")):
                name = []
            case (nil, 0x20...0x7E):
                bytes.append(character)
            case (nil, _):
                throw .unprintable(offset: offset)
            case (let word?, UInt8(ascii: ">")):
                guard let byte = meanings[word] else {
                    throw .unknownName(String(decoding: word, as: UTF8.self), offset: offset)
                }
                bytes.append(byte)
                name = nil
            case (let word?, _):
                guard word.count < 3 else {
                    throw .unknownName(String(decoding: word, as: UTF8.self), offset: offset)
                }
                name?.append(character)
            }
        }
        guard name == nil else { throw .unfinished }
        return bytes
    }
}

/// Why a text is no line notation; offsets count UTF-8 bytes from 0.
public enum LineNotationError: Error, Equatable {
    /// Something that the notation writes as a name or a number stands there raw.
    case unprintable(offset: Int)
    /// What stands between `<` and `>` is neither a name nor `x` with two hexadecimal digits.
    case unknownName(String, offset: Int)
    /// A `<` without its `>`.
    case unfinished
}

extension [UInt8] {
    /// The bytes that `line` spells in line notation; for literals, whose mistakes are ours.
    public init(line: String) {
        do {
            self = try LineNotation.bytes(of: line)
        } catch {
            preconditionFailure("no line notation: \(line): \(error)")
        }
    }
}
