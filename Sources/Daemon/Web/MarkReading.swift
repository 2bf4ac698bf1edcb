import Foundation
import StepUp

/// Reads a mark from a request's body: strictly, and naming what is wrong.
enum MarkReading {
    /// The keys that a mark can have; anything else is a misspelling, and would be lost silently.
    private static let keys: Set<String> = [
        "key", "procedure", "by", "action", "plan", "site", "number", "specimen", "place",
        "reason", "second", "shift", "text", "line", "test", "analyte",
        "artery", "vein", "variant", "regions", "chosen", "name", "to", "wait", "dose", "criterion",
    ]

    /// The longest text that a mark may hold: a note of two pages.
    private static let textLimit = 4000

    /// The keys of names, which stand on every screen, and how many bytes a name may have.
    private static let names: Set<String> = ["procedure", "by"]
    private static let nameLimit = 200

    /// The keys whose value is a text, in a mark or in an opening from a template.
    private static let texts: Set<String> = [
        "key", "procedure", "by", "action", "site", "specimen", "reason", "text", "template",
        "pseudonym", "tag", "line", "test", "analyte", "artery", "vein", "variant", "sheet",
        "positions", "name", "dose",
    ]

    /// The texts that are files, and how many bytes one may have: rows for 3,000 tubes.
    private static let files: Set<String> = ["sheet", "positions"]
    private static let fileLimit = 120_000

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
        if let typed = object["specimen"] as? String { object["specimen"] = try specimen(typed) }
        if object["by"] == nil { object["by"] = "operator" }
        return try decode(Mark.self, from: object)
    }

    /// The mark that a notice was seen, which belongs to no procedure: a line has notices too.
    static func acknowledgement(
        of notice: Int64, from body: Data, header: String?
    ) throws(Problem) -> Mark {
        let object = try dictionary(from: body)
        try refuseUnknown(object, known: ["key", "by"])
        return Mark(
            key: try key(in: object, header: header), procedure: "",
            by: object["by"] as? String ?? "operator", action: .acknowledge(notice: notice))
    }

    /// The specimen ID in what was typed or scanned; a check character behind it must be right.
    private static func specimen(_ typed: String) throws(Problem) -> String {
        switch CheckCharacter.read(typed) {
        case .id(let id): return id
        case .wrong(let given, let right):
            throw .unprocessable(
                "specimen",
                "'\(typed)' is mistyped: its check character would be \(right), not \(given). Read "
                    + "the label again.")
        }
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
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            if let text = value as? String {
                try check(text, of: key)
            } else if texts.contains(key), !(value is NSNull) {
                throw .unprocessable(key, "'\(key)' must be a text.")
            }
        }
        return object
    }

    /// Refuses texts that no screen could show as they are.
    private static func check(_ text: String, of key: String) throws(Problem) {
        let limit =
            names.contains(key) ? nameLimit : files.contains(key) ? fileLimit : textLimit
        guard text.utf8.count <= limit else {
            throw .unprocessable(key, "'\(key)' is longer than \(limit) bytes.")
        }
        if names.contains(key), Console.harmless(text) != text {
            throw .unprocessable(key, "'\(key)' contains a control character: leave it out.")
        }
        if key == "reason", text.allSatisfy(\.isWhitespace) {
            throw .unprocessable(key, "'reason' is blank: say why, for the record.")
        }
        if key == "test", text.allSatisfy(\.isWhitespace) {
            throw .unprocessable(key, "'test' is blank: name the analyzer's test code.")
        }
        if key == "specimen", text.allSatisfy(\.isWhitespace) {
            throw .unprocessable(key, "'specimen' is blank: scan it again, or leave it out.")
        }
    }

    /// Refuses keys that nobody would read.
    static func refuseUnknown(_ object: [String: Any], known: Set<String>) throws(Problem) {
        guard let key = object.keys.sorted().first(where: { !known.contains($0) }) else { return }
        throw .unprocessable(
            key, "'\(key)' means nothing here; known are \(known.sorted().joined(separator: ", "))."
        )
    }

    private static func decode<T: Codable>(
        _: T.Type, from object: [String: Any]
    ) throws(Problem) -> T {
        do {
            let data = try JSONSerialization.data(withJSONObject: object)
            let value = try JSONDecoder().decode(T.self, from: data)
            if let stranger = try JSONStrangers.first(in: data, besides: value) {
                throw Problem.unprocessable(stranger, "'\(stranger)' means nothing here.")
            }
            return value
        } catch let problem as Problem {
            throw problem
        } catch let error as DecodingError {
            throw problem(error)
        } catch {
            throw .unprocessable(nil, "The body was not understood.")
        }
    }

    private static func problem(_ error: DecodingError) -> Problem {
        switch error {
        case .keyNotFound(let key, let context):
            let name = path(context.codingPath + [key])
            return .unprocessable(name, "'\(name)' is missing.")
        case .typeMismatch(let type, let context):
            let name = path(context.codingPath)
            return .unprocessable(name, "'\(name)' must be \(words(for: type)).")
        case .valueNotFound(_, let context):
            let name = path(context.codingPath)
            return .unprocessable(name, "'\(name)' must not be null.")
        case .dataCorrupted(let context):
            // The decoder does not say where a number stands that does not fit.
            guard !context.codingPath.isEmpty else {
                return .unprocessable(nil, "A number is not whole, or too large: correct it.")
            }
            let name = path(context.codingPath)
            return .unprocessable(name, "'\(name)' has a value that is not known here.")
        @unknown default:
            return .unprocessable(nil, "The body was not understood.")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }

    private static func words(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        case is Int.Type: "a whole number"
        case is Double.Type: "a number"
        case is [String: Any].Type: "an object"
        default: type is any Collection.Type ? "a list" : "of another type"
        }
    }
}
