import Crypto
import Foundation

/// The chain of a recording's lines: each line ends with `,"seal":"…"}`, the SHA-256 of the seal
/// before it and of its own text without the seal, so that an edited line is found by its number.
enum Seal {
    /// The seal before the first line.
    static let origin = ""

    private static let mark = #","seal":""#
    private static let length = mark.utf8.count + 64 + 2

    /// `object`, one line of JSON, with its seal; and the seal.
    static func closing(_ object: String, after previous: String) -> (line: String, seal: String) {
        let seal = hash(object, after: previous)
        return (object.dropLast() + mark + seal + "\"}", seal)
    }

    /// `line` without its seal, and the seal; nil when it is not the right one.
    static func opening(
        _ line: Substring, after previous: String
    ) -> (object: String, seal: String)? {
        let end = line.utf8.suffix(length)
        guard end.count == length, String(Substring(end)).hasPrefix(mark) else { return nil }
        let seal = String(Substring(end.dropLast(2).suffix(64)))
        let object = String(Substring(line.utf8.dropLast(length))) + "}"
        return hash(object, after: previous) == seal ? (object, seal) : nil
    }

    private static func hash(_ object: String, after previous: String) -> String {
        Data(SHA256.hash(data: Data((previous + object).utf8))).hexadecimal
    }
}
