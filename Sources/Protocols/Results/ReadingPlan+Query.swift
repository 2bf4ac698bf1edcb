/// How a query is read: its specimens stand in the repeats of one field.
///
///     Q|1|^T-01-RHV-000||ALL||||||||O          component 2, as the standard has it
///     Q|1|^^T-01-RHV-000^1^0001^1^^S1^SC||…    component 3, and the position behind it
///     Q|1|^T-01\T-02\^T-03||ALL||||||||O       three specimens
extension ReadingPlan {
    /// The query in hand, which stands at `bytes` of the line.
    func query(
        in records: borrowing RecordTable, of text: Span<UInt8>, at bytes: Range<Int>
    ) -> Query {
        Query(
            subjects: subjects(in: records, of: text),
            tests: string(.queryTests, in: records, of: text),
            status: string(.queryStatus, in: records, of: text), bytes: bytes)
    }

    private func subjects(
        in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> [Query.Subject] {
        var first: FieldLocator?
        var ways: [ClosedRange<Int>] = []
        for index in places(of: .querySpecimen) {
            let place = locators[index]
            if first == nil, records.place(place, in: text).range.isEmpty { continue }
            first = first ?? place
            ways.append(place.components)
        }
        guard let first else { return [Query.Subject(specimen: "")] }
        let field = records.field(first)
        var subjects: [Query.Subject] = []
        for part in pieces(of: field.range, dividedBy: records.delimiters.repeat, in: text) {
            guard
                let found = component(
                    of: part, by: ways + [1...1], in: records, of: text)
            else { continue }
            let rest = min(found.upperBound + 1, part.upperBound)..<part.upperBound
            subjects.append(
                Query.Subject(
                    specimen: trimmed(found, like: field, in: records, of: text),
                    position: trimmed(rest, like: field, in: records, of: text)))
        }
        return subjects.isEmpty ? [Query.Subject(specimen: "")] : subjects
    }

    /// The first of the components that `ways` name which is not blank; the whole repeat for 0.
    private func component(
        of part: Range<Int>, by ways: [ClosedRange<Int>], in records: borrowing RecordTable,
        of text: Span<UInt8>
    ) -> Range<Int>? {
        for way in ways {
            let range =
                way.upperBound > 0 ? records.components(way, of: part, in: text) : part
            if !FieldText.trimmed(range, of: text).isEmpty { return range }
        }
        return nil
    }

    private func pieces(
        of range: Range<Int>, dividedBy delimiter: UInt8?, in text: Span<UInt8>
    ) -> [Range<Int>] {
        var (pieces, start) = ([Range<Int>](), range.lowerBound)
        for index in range where text[index] == delimiter {
            pieces.append(start..<index)
            start = index + 1
        }
        return pieces + [start..<range.upperBound]
    }

    private func trimmed(
        _ range: Range<Int>, like field: FieldPlace, in records: borrowing RecordTable,
        of text: Span<UInt8>
    ) -> String {
        let place = FieldPlace(
            range: FieldText.trimmed(range, of: text), isPlain: field.isPlain)
        return string(place, in: records, of: text)
    }
}
