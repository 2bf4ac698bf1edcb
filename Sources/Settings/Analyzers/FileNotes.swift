/// The comments of a dialect file, each with the key that it stands above: where its facts are from
/// and how sure they are, in the words of who wrote the file.
struct FileNotes: Sendable {
    /// One comment: a run of lines, joined.
    struct Note: Sendable, Equatable {
        /// The key under it, such as `reads.specimen`; empty for the file's head.
        let key: String
        /// Its words.
        let text: String
    }

    /// The comments, in their order.
    let notes: [Note]
    /// The keys that have a value, such as `reads.specimen`.
    let keys: Set<String>

    /// The comments in the text of a dialect file.
    init(_ file: String) {
        var notes: [Note] = []
        var (section, current, words) = ("", "", [String]())
        var keys: Set<String> = []
        func take(for key: String) {
            let text = words.joined(separator: " ")
            if !text.isEmpty { notes.append(Note(key: key, text: text)) }
            words = []
        }
        for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
            let indent = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(indent)
            if rest.first == "#" {
                let text = rest.drop { $0 == "#" || $0 == " " }
                // An empty comment parts two paragraphs.
                if text.isEmpty { take(for: current) } else { words.append(String(text)) }
            } else if let key = Self.key(rest), indent <= 2 {
                if indent == 0 { section = key }
                let isHead = key == "name" && indent == 0
                let path = indent == 0 ? key : "\(section).\(key)"
                keys.insert(path)
                take(for: isHead ? "" : path)
                current = path
            } else {
                take(for: current)
            }
        }
        take(for: current)
        (self.notes, self.keys) = (notes, keys)
    }

    /// The key that a line gives; nil for any other line.
    private static func key(_ line: Substring) -> String? {
        guard let colon = line.firstIndex(of: ":"), line.first != "-" else { return nil }
        let name = line[..<colon].filter { $0 != "\"" && $0 != "'" }
        return name.isEmpty ? nil : String(name)
    }

    /// The comments above `key` itself.
    func texts(of key: String) -> [String] { notes.filter { $0.key == key }.map(\.text) }

    /// The comments above `section` and the keys in it.
    func texts(in section: String) -> [Note] {
        notes.filter { $0.key == section || $0.key.hasPrefix(section + ".") }
    }

    /// True when a comment above `key` says that it is unverified.
    func isDoubtful(_ key: String) -> Bool { texts(of: key).contains(where: Self.isDoubt) }

    /// True for words that say that nobody has seen it.
    static func isDoubt(_ text: String) -> Bool {
        let text = text.lowercased()
        return ["unverified", "general knowledge", "guess", "not known", "unknown", "not public"]
            .contains { text.contains($0) }
    }

    /// Every sentence that says so, each once, in their order.
    var doubts: [String] {
        var found: [String] = []
        for note in notes where !note.key.hasPrefix("writes") {
            for sentence in Self.sentences(of: note.text)
            where Self.isDoubt(sentence) && !found.contains(sentence) {
                found.append(sentence)
            }
        }
        return found
    }

    /// The sentences of a text, by a stop with a blank and a capital behind it.
    static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == ".", text[next...].hasPrefix(" "),
                text[next...].dropFirst().first?.isUppercase == true
            {
                sentences.append(String(text[start...index]))
                start = text.index(after: next)
            }
            index = next
        }
        if start < text.endIndex { sentences.append(String(text[start...])) }
        return sentences
    }
}
