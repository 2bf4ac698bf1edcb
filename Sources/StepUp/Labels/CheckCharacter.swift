/// The character that tells a mistyped specimen ID: ISO/IEC 7064 MOD 37-2 over its letters and
/// digits.
///
/// It is printed beside the ID and is no part of the bar code, as on blood bags (ISBT 128). It
/// finds every single wrong character and every swap of two neighbours.
public enum CheckCharacter {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*")

    /// The check character of `id`; nil when the ID has no letter or digit from A to Z and 0 to 9.
    ///
    /// Letters count in either case; everything else is a separator.
    public static func of(_ id: String) -> Character? {
        var (sum, count) = (0, 0)
        for byte in id.utf8 {
            guard let value = value(of: byte) else { continue }
            sum = (sum + value) * 2 % 37
            count += 1
        }
        return count == 0 ? nil : alphabet[(38 - sum) % 37]
    }

    /// What somebody typed for a specimen: its ID, without the check character in brackets.
    ///
    /// Only as labels show it, `R1-01-RHV-B120 [5]`: an ID of a hospital's own may end in a blank
    /// and a letter.
    ///
    /// - Returns: the ID; or the wrong and the right character when they differ.
    public static func read(_ typed: String) -> Reading {
        let parts = typed.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 3, parts[1].hasPrefix("["),
            parts[1].hasSuffix("]"), let given = parts[1].dropFirst().uppercased().first,
            let right = of(String(parts[0]))
        else { return .id(typed) }
        return given == right ? .id(String(parts[0])) : .wrong(given: given, right: right)
    }

    /// What was read.
    public enum Reading: Sendable, Equatable {
        /// The specimen ID.
        case id(String)
        /// A check character that is not the ID's.
        case wrong(given: Character, right: Character)
    }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 10
        default: nil
        }
    }
}
