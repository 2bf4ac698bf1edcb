import Foundation
import StepUp

/// Reads a mark from a request's body: strictly, and naming what is wrong.
enum MarkReading {
    /// The keys that a mark can have; anything else is a misspelling, and would be lost silently.
    private static let keys: Set<String> = [
        "key", "procedure", "by", "action", "plan", "site", "number", "specimen", "place",
        "reason", "second", "shift", "text",
    ]

    /// The longest text that a mark may hold: a note of two pages.
    private static let textLimit = 4000

    /// The mark in `body` on `procedure`; its key from the header, or from the body.
    static func mark(
        from body: Data, procedure: String, header: String?
    ) throws(Problem) -> Mark {
        var object = try dictionary(from: body)
        try refuseUnknown(object, known: keys)
        if let named = object["procedure"] as? String, named != procedure {
            throw .unprocessable(
                "procedure", "The body says '\(named)' and the path says '\(procedure)'.")
        }
        object["procedure"] = procedure
        object["key"] = try key(in: object, header: header)
        if object["by"] == nil { object["by"] = "operator" }
        return try decode(Mark.self, from: object)
    }

    /// The idempotency key, which every change needs.
    static func key(in object: [String: Any], header: String?) throws(Problem) -> String {
        let body = object["key"] as? String
        guard let key = header ?? body, !key.isEmpty, key.utf8.count <= 200 else {
            throw .unprocessable(
                "key",
                "Every mark needs a key of its own (1 to 200 bytes), in Idempotency-Key or "
                    + "as 'key': the same key again is the same mark, told twice.")
        }
        if let header, let body, header != body {
            throw .unprocessable("key", "The body's 'key' is not the one in Idempotency-Key.")
        }
        return key
    }

    /// The object in `body`.
    static func dictionary(from body: Data) throws(Problem) -> [String: Any] {
        let value = try? JSONSerialization.jsonObject(with: body)
        guard let object = value as? [String: Any] else {
            throw .unprocessable(nil, "The body must be one JSON object.")
        }
        for (key, value) in object {
            if let text = value as? String, text.utf8.count > textLimit {
                throw .unprocessable(key, "'\(key)' is longer than \(textLimit) bytes.")
            }
        }
        return object
    }

    /// Refuses keys that nobody would read.
    static func refuseUnknown(_ object: [String: Any], known: Set<String>) throws(Problem) {
        guard let key = object.keys.sorted().first(where: { !known.contains($0) }) else { return }
        throw .unprocessable(
            key, "'\(key)' means nothing here; known are \(known.sorted().joined(separator: ", "))."
        )
    }

    private static func decode<T: Decodable>(
        _: T.Type, from object: [String: Any]
    ) throws(Problem) -> T {
        do {
            let data = try JSONSerialization.data(withJSONObject: object)
            return try JSONDecoder().decode(T.self, from: data)
        } catch DecodingError.keyNotFound(let key, let context) {
            let name = path(context.codingPath + [key])
            throw .unprocessable(name, "'\(name)' is missing.")
        } catch DecodingError.typeMismatch(let type, let context) {
            let name = path(context.codingPath)
            throw .unprocessable(name, "'\(name)' must be \(words(for: type)).")
        } catch DecodingError.valueNotFound(_, let context) {
            let name = path(context.codingPath)
            throw .unprocessable(name, "'\(name)' must not be null.")
        } catch DecodingError.dataCorrupted(let context) {
            let name = path(context.codingPath)
            throw .unprocessable(name, "'\(name)' has a value that is not known here.")
        } catch {
            throw .unprocessable(nil, "The body was not understood.")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }

    private static func words(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Int.Type: "a whole number"
        case is Double.Type: "a number"
        case is [String: Any].Type: "an object"
        default: type is any Collection.Type ? "a list" : "of another type"
        }
    }
}
