import Foundation

/// The one way in which this program writes JSON: compact, keys sorted, slashes as they are; so
/// that the same value always gives the same bytes.
enum JSONLine {
    /// `value` as one line of JSON, without its end of line.
    static func data(of value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// The same as text.
    static func text(of value: some Encodable) throws -> String {
        String(decoding: try data(of: value), as: UTF8.self)
    }
}
