import Foundation

/// Finds keys in a JSON text that the program would not write back: misspelt, or of another
/// version.
enum JSONStrangers {
    /// The path of the first key of `text` that `value`, read from it, does not have; else nil.
    ///
    /// A key whose value is null counts as absent.
    static func first(in text: Data, besides value: some Encodable) throws -> String? {
        let back = try JSONLine.data(of: value)
        if back == text { return nil }
        let read = try JSONSerialization.jsonObject(with: text)
        let written = try JSONSerialization.jsonObject(with: back)
        return stranger(in: read, besides: written, at: "")
    }

    private static func stranger(in read: Any, besides written: Any, at path: String) -> String? {
        if let read = read as? [String: Any] {
            let written = written as? [String: Any] ?? [:]
            for (key, value) in read.sorted(by: { $0.key < $1.key }) where !(value is NSNull) {
                let here = path.isEmpty ? key : path + "." + key
                guard let other = written[key] else { return here }
                if let found = stranger(in: value, besides: other, at: here) { return found }
            }
        } else if let read = read as? [Any], let written = written as? [Any] {
            for (index, pair) in zip(read, written).enumerated() {
                let here = "\(path)[\(index)]"
                if let found = stranger(in: pair.0, besides: pair.1, at: here) { return found }
            }
        }
        return nil
    }
}
