/// A line in which each name ends with `=` and its text follows behind a comma.
///
///     SampleID=, A-01 , Analyte=, #TSH , Conc=, 1.353, Unit=, uIU/ml, Flag=, CV,Date=, 10/07/25
///
/// No name comes twice. Where one does, or the first one again behind a piece of another, a line
/// broke off and the next one followed without a line end between: the value of one would be read
/// as another specimen's, so neither is.
extension KeyedMessage {
    /// The fields of `message`; the one whose name is in `tests` begins the result.
    static func printedLine(_ message: Message, beginningAt tests: [String]) -> KeyedMessage {
        let text = message.text
        var fields: [(field: KeyedEntry.Field, range: Range<Int>)] = []
        var (start, value) = (0, 0)
        for part in text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let range = start..<start + part.count
            start = range.upperBound + 1
            let place = FieldText.trimmed(range, of: text.span)
            if let last = place.last, text[last] == UInt8(ascii: "=") {
                let key = String(decoding: text[place].dropLast(), as: UTF8.self)
                fields.append((KeyedEntry.Field(key: key, text: []), range))
                value = start
            } else if !fields.isEmpty {
                // What follows another comma belongs to the text, with the comma.
                let count = fields.count
                let text = text[FieldText.trimmed(value..<range.upperBound, of: text.span)]
                fields[count - 1].field.text = Array(text)
                fields[count - 1].range = fields[count - 1].range.lowerBound..<range.upperBound
            }
        }
        let names = fields.map(\.field.key)
        let first = names.first ?? ""
        if Set(names).count < names.count
            || names.dropFirst().contains(where: { $0.hasSuffix(first) })
        {
            return KeyedMessage(defects: [.cutRecord])
        }
        return KeyedMessage(fields, beginningAt: tests)
    }
}
