/// The fields of a bioMérieux text: two letters that name it, its text, and a bar.
///
///     mtrsl|ciA-01|rtFSH|rnFSH|qn30.94 mUI/ml|
extension KeyedMessage {
    /// The fields of `message`; those whose names are in `tests` begin a result each.
    static func bci(_ message: Message, beginningAt tests: [String]) -> KeyedMessage {
        let text = message.text
        var fields: [(field: KeyedEntry.Field, range: Range<Int>)] = []
        var start = 0
        for part in text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
            let range = start..<start + part.count
            start = range.upperBound + 1
            let trimmed = part.drop { $0 == 0x20 }
            guard trimmed.count >= 2 else { continue }
            let key = String(decoding: trimmed.prefix(2), as: UTF8.self)
            let value = FieldText.trimmed(trimmed.startIndex + 2..<trimmed.endIndex, of: text.span)
            fields.append((KeyedEntry.Field(key: key, text: Array(text[value])), range))
        }
        return KeyedMessage(fields, beginningAt: tests)
    }
}
