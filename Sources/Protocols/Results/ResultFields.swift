/// What a plan reads from a result record and those above it.
extension ReadingPlan {
    /// Reads what the result record in hand may have in common with others.
    func context(
        in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> KnownContexts.Entry {
        var fields = AssayResult.Context.Fields()
        fillTest(of: &fields, from: records, of: text)
        fields.unit = string(.unit, in: records, of: text)
        fields.flags = flags(in: records, of: text)
        let status = first(of: .status, in: records, of: text)
        fields.status = string(status, in: records, of: text)
        fields.isResent = repeats(of: status, in: records, of: text, include: resentStatus)
        fields.isCancelled = repeats(of: status, in: records, of: text, include: cancelledStatus)
        fields.dilution = string(.dilution, in: records, of: text)
        fields.replicate = string(.replicate, in: records, of: text)
        fields.instrument = string(.instrument, in: records, of: text)
        return KnownContexts.Entry(
            context: AssayResult.Context(fields), bound: bound(among: fields.flags),
            saysNoValue: repeats(of: status, in: records, of: text, include: noValueStatus))
    }

    private func fillTest(
        of fields: inout AssayResult.Context.Fields, from records: borrowing RecordTable,
        of text: Span<UInt8>
    ) {
        fields.test = string(.test, in: records, of: text)
        fields.analyte = analytes[fields.test]
        guard fields.analyte == nil, !places(of: .testName).isEmpty else { return }
        fields.analyte = analytes[string(.testName, in: records, of: text)]
    }

    /// Reads the value field and decides what the record means.
    ///
    /// - Parameters:
    ///   - records: the record in hand, and those above it.
    ///   - text: the bytes of the message.
    ///   - flagBound: what the flags say of a number.
    ///   - saysNoValue: true when the status says that there is none.
    /// - Returns: what the field says; words and blanks have no number.
    @inline(__always)
    func reading(
        in records: borrowing RecordTable, of text: Span<UInt8>,
        bound flagBound: AssayResult.Bound?,
        saysNoValue: Bool
    ) -> AssayResult.Reading {
        guard let index = places(of: .value).first else {
            return AssayResult.Reading(text: "", value: nil, bound: nil, role: .result)
        }
        // The field as it stands, unless the dialect says that only a component of it counts.
        let isPart = locators[index].components.upperBound > 0
        let field =
            isPart ? records.place(locators[index], in: text) : records.field(locators[index])
        let (range, isQualitative) = numberPlace(in: records, of: text)
        return AssayResult.Reading(
            PrintedValue(text.extracting(range), as: numbers),
            text: string(field, in: records, of: text),
            ruled: rules.role(in: records, of: text), flagBound: flagBound,
            isQualitative: isQualitative, isNoValue: isNoValue(range, of: text),
            saysNoValue: saysNoValue)
    }

    /// Where the number stands in the value field; and true when a qualitative code is before it.
    @inline(__always)
    private func numberPlace(
        in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> (range: Range<Int>, isQualitative: Bool) {
        let range = first(of: .value, in: records, of: text).range
        guard qualitativeFirst, let code = component(1, of: range, in: records, of: text) else {
            return (range, false)
        }
        return (component(2, of: range, in: records, of: text) ?? 0..<0, !code.isEmpty)
    }

    /// The qualitative code in the value field, which may be empty; nil where there is none.
    func qualitative(in records: borrowing RecordTable, of text: Span<UInt8>) -> String? {
        guard qualitativeFirst else { return nil }
        let place = first(of: .value, in: records, of: text)
        guard let code = component(1, of: place.range, in: records, of: text) else { return nil }
        return string(FieldPlace(range: code, isPlain: place.isPlain), in: records, of: text)
    }

    /// Component `number` of `range`; nil when it has only one.
    private func component(
        _ number: Int, of range: Range<Int>, in records: borrowing RecordTable,
        of text: Span<UInt8>
    ) -> Range<Int>? {
        let divider = records.delimiters.component
        guard range.contains(where: { text[$0] == divider }) else { return nil }
        return records.components(number...number, of: range, in: text)
    }

    private func flags(
        in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> [String] {
        let place = first(of: .flags, in: records, of: text)
        guard let start = place.range.first else { return [] }
        if place.range.count == 1, text[start] < 0x80 { return singleFlags[Int(text[start])] }
        let divider = flagComponents ? records.delimiters.component : nil
        return pieces(of: place.range, in: records, of: text, orAt: divider).map {
            string(FieldPlace(range: $0, isPlain: place.isPlain), in: records, of: text)
        }
    }

    /// The repeats of a field that hold something, cut at `divider` too, without blanks around.
    private func pieces(
        of range: Range<Int>, in records: borrowing RecordTable, of text: Span<UInt8>,
        orAt divider: UInt8?
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound {
            let isEnd = index == range.upperBound
            guard isEnd || text[index] == records.delimiters.repeat || text[index] == divider else {
                continue
            }
            let piece = FieldText.trimmed(start..<index, of: text)
            if !piece.isEmpty { pieces.append(piece) }
            start = index + 1
        }
        return pieces
    }

    /// True when one of the repeats at `place` is one of `words`.
    private func repeats(
        of place: FieldPlace, in records: borrowing RecordTable, of text: Span<UInt8>,
        include words: [[UInt8]]
    ) -> Bool {
        guard !place.range.isEmpty, !words.isEmpty else { return false }
        if place.range.count == 1 {
            for word in words where FieldText.equal(word, place.range, in: text) { return true }
            return false
        }
        return pieces(of: place.range, in: records, of: text, orAt: nil).contains { piece in
            words.contains { FieldText.equal($0, piece, in: text) }
        }
    }
}
