/// Text as Markdown shows it letter for letter.
enum Markdown {
    /// `text` in running words, nothing in it taken for a mark.
    static func plain(_ text: String) -> String {
        var plain = ""
        for character in text {
            if #"\`*_<[]|"#.contains(character) { plain.append("\\") }
            plain.append(character)
        }
        return plain
    }

    /// `text` as code, whatever backticks it holds.
    static func code(_ text: String) -> String {
        text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }

    /// `text` as code in a table, whose columns a bar would end.
    static func cell(_ text: String) -> String {
        code(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: #"\|"#)
    }
}
