import Yams

/// One file being read: which keys were asked for, and where each value stands.
///
/// A class, because every container of a decoder writes into the same record.
final class FileReading {
    let file: String
    private var lines: [[String]: Int] = [:]
    private var mappings: [(path: [String], keys: [(name: String, line: Int?)])] = []
    private var asked: [[String]: [String]] = [:]

    init(file: String) { self.file = file }

    /// Remembers where the value at `path` stands.
    func visit(_ node: Node, at path: [String]) {
        lines[path] = node.mark?.line
    }

    /// Remembers the keys that stand in a mapping, to be compared with those that are asked for.
    func open(_ mapping: Node.Mapping, at path: [String]) {
        guard asked[path] == nil else { return }
        asked[path] = []
        let keys = mapping.map { ($0.key.scalar?.string ?? "?", $0.key.mark?.line) }
        mappings.append((path, keys))
    }

    /// Remembers that the type knows `key` in the mapping at `path`.
    func ask(_ key: String, at path: [String]) {
        if asked[path]?.contains(key) == false { asked[path]?.append(key) }
    }

    /// Throws for the first key that nobody asked for.
    func refuseUnknownKeys() throws(SettingsError) {
        for (path, keys) in mappings {
            let known = asked[path] ?? []
            for key in keys where !known.contains(key.name) {
                throw SettingsError(
                    file: file, line: key.line,
                    problem: "unknown key '\(key.name)'\(place(path))"
                        + " (known: \(known.sorted().joined(separator: ", ")))")
            }
        }
    }

    /// A key that is missing, and the one that was perhaps meant.
    func missing(_ key: String, at path: [String]) -> SettingsError {
        let present = mappings.first { $0.path == path }?.keys.map(\.name) ?? []
        let spare = present.filter { asked[path]?.contains($0) == false }
        let near = Spelling.nearest(to: key, among: spare)
        let hint = near.map { "; is '\($0)' meant to be it?" } ?? ""
        return error(at: path, "key '\(key)' is missing\(place(path))\(hint)")
    }

    /// What `problem` is at `path`.
    func error(at path: [String], _ problem: String) -> SettingsError {
        var place = path
        while lines[place] == nil, !place.isEmpty { place.removeLast() }
        return SettingsError(file: file, line: lines[place], problem: problem)
    }

    /// A type's own refusal, with its place.
    func explained(_ refusal: DecodingError) -> SettingsError {
        switch refusal {
        case .dataCorrupted(let context), .typeMismatch(_, let context),
            .valueNotFound(_, let context), .keyNotFound(_, let context):
            let path = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }
            return error(at: path, context.debugDescription + place(path))
        @unknown default:
            return SettingsError(file: file, line: nil, problem: "\(refusal)")
        }
    }

    /// ` in 'link.frames'`; nothing at the top of the file.
    func place(_ path: [String]) -> String {
        path.isEmpty ? "" : " in '\(path.joined(separator: "."))'"
    }
}
