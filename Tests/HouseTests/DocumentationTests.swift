import Testing

/// HOUSE rule 11: what other targets may use is explained, in more words than its name.
@Suite struct DocumentationTests {
    private let tree = Tree()

    @Test func everyPublicDeclarationIsExplained() throws {
        for file in tree.files(in: ["Sources"]) {
            let lines = try tree.lines(of: file)
            for (number, line) in lines.enumerated() {
                guard let name = publicName(line) else { continue }
                let comment = comment(above: number, in: lines)
                #expect(!comment.isEmpty, "\(file):\(number + 1): \(name) has no docstring")
                #expect(
                    comment.split(separator: " ").count >= 2 || comment.isEmpty,
                    "\(file):\(number + 1): \(name): '\(comment)' says no more than the name")
            }
        }
    }

    /// The docstring that ends right above line `number`, attributes passed over.
    private func comment(above number: Int, in lines: [String]) -> String {
        var index = number - 1
        while index >= 0, lines[index].trimmed.hasPrefix("@") { index -= 1 }
        var words: [String] = []
        while index >= 0, lines[index].trimmed.hasPrefix("///") {
            words.insert(String(lines[index].trimmed.dropFirst(3)), at: 0)
            index -= 1
        }
        return words.joined(separator: " ").trimmed
    }

    /// The name that a line declares for other targets, when it is one that needs words of its
    /// own: operators and conformances are explained by their protocols.
    private func publicName(_ line: String) -> String? {
        let words = line.trimmed.split(separator: " ").map(String.init)
        guard words.first == "public", words.count > 2, words[1] != "import" else { return nil }
        let kinds = ["struct", "enum", "class", "actor", "protocol", "func", "var", "let"]
        guard let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count else {
            return words[1].hasPrefix("init") ? "init" : nil
        }
        let name = words[kind + 1]
        let explained = ["<", "==", "description", "hash(into:", "encode(to"]
        return explained.contains { name.hasPrefix($0) } ? nil : name
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        var rest = Substring(self)
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
