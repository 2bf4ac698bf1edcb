import Yams

/// Where a key stands for the second time: the parser tells of the first time only, which is
/// seldom the one that was added by mistake.
struct SecondKey {
    /// The line, from 1; that of the first time where both stand in one line.
    let line: Int

    /// Looks for `key` in `text` below `mark`, where it stands first, in the same mapping.
    init(_ key: String, after mark: Mark, in text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indent = mark.column - 1
        var found = mark.line
        for (index, line) in lines.enumerated().dropFirst(mark.line) {
            let depth = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(depth)
            if rest.isEmpty || rest.first == "#" { continue }
            guard depth >= indent else { break }
            if depth == indent, Self.begins(rest, with: key) {
                found = index + 1
                break
            }
        }
        line = found
    }

    /// True for `key:`, `"key" :` and `'key':`.
    private static func begins(_ text: Substring, with key: String) -> Bool {
        for spelling in [key, "\"\(key)\"", "'\(key)'"] where text.hasPrefix(spelling) {
            let rest = text.dropFirst(spelling.count).drop { $0 == " " }
            if rest.first == ":" { return true }
        }
        return false
    }
}
