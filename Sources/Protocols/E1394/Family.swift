/// A result record and the records above it: who belongs to whom follows from their order alone.
///
/// A header holds for the message, a patient for its orders, an order for its results, and a
/// comment belongs to the record before it (LIS02-A2 5.3).
struct Family {
    private var header = Record()
    private var patient = Record()
    private var order = Record()
    private var own = Record()

    /// The delimiters of the header.
    var delimiters = Delimiters.standard

    /// Takes the next record, and forgets those that it is no part of.
    mutating func take(_ record: Record) {
        switch record.letter {
        case UInt8(ascii: "H"): (header, patient, order) = (record, Record(), Record())
        case UInt8(ascii: "P"): (patient, order) = (record, Record())
        case UInt8(ascii: "O"): order = record
        default: break
        }
        own = record
    }

    /// The first of `paths` that holds something, without blanks around it; empty when none does.
    func first(of paths: [FieldPath], in text: Span<UInt8>) -> Place {
        for path in paths {
            let place = self.place(of: path, in: text)
            if !place.range.isEmpty { return place }
        }
        return Place(range: 0..<0, isPlain: true)
    }

    /// Where something stands, and whether it is text as it stands (``Record/isPlain``).
    struct Place {
        var range: Range<Int>
        var isPlain: Bool
    }

    /// The whole field that `path` is in, as it stands, blanks and all.
    func field(_ path: FieldPath, in text: Span<UInt8>) -> Place {
        switch path.record {
        case own.letter: Place(range: own.field(path.field), isPlain: own.isPlain)
        case UInt8(ascii: "O"): Place(range: order.field(path.field), isPlain: order.isPlain)
        case UInt8(ascii: "P"): Place(range: patient.field(path.field), isPlain: patient.isPlain)
        case UInt8(ascii: "H"): Place(range: header.field(path.field), isPlain: header.isPlain)
        default: Place(range: 0..<0, isPlain: true)
        }
    }

    /// What stands at `path`, without blanks around it; `""` means that the field is deleted.
    func place(of path: FieldPath, in text: Span<UInt8>) -> Place {
        let field = self.field(path, in: text)
        var range = field.range
        if case .some(let components) = path.components {
            range = first(range, upTo: delimiters.repeat, in: text)
            range = pieces(components, of: range, dividedBy: delimiters.component, in: text)
        }
        if let part = path.part {
            range = pieces(part...part, of: range, dividedBy: UInt8(ascii: "/"), in: text)
        }
        range = FieldText.trimmed(range, of: text)
        if isDeleted(range, in: text) { range = range.upperBound..<range.upperBound }
        return Place(range: range, isPlain: field.isPlain)
    }

    /// Calls `body` with each repeat and each component of the field at `path`, until it says true.
    func any(
        of path: FieldPath, in text: Span<UInt8>, where body: (Range<Int>) -> Bool
    ) -> Bool {
        let field = self.field(path, in: text).range
        var start = field.lowerBound
        for index in field
        where text[index] == delimiters.component || text[index] == delimiters.repeat {
            if body(FieldText.trimmed(start..<index, of: text)) { return true }
            start = index + 1
        }
        return body(FieldText.trimmed(start..<field.upperBound, of: text))
    }

    private func isDeleted(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        let quote = UInt8(ascii: "\"")
        return range.count == 2 && range.allSatisfy { text[$0] == quote }
    }

    private func first(
        _ range: Range<Int>, upTo delimiter: UInt8?, in text: Span<UInt8>
    ) -> Range<Int> {
        guard let delimiter else { return range }
        for index in range where text[index] == delimiter { return range.lowerBound..<index }
        return range
    }

    /// Pieces `numbers` (from 1) of `range`, with the delimiters between them; empty when missing.
    func pieces(
        _ numbers: ClosedRange<Int>, of range: Range<Int>, dividedBy delimiter: UInt8?,
        in text: Span<UInt8>
    ) -> Range<Int> {
        var number = 1
        var start = numbers.lowerBound == 1 ? range.lowerBound : range.upperBound
        for index in range where text[index] == delimiter {
            if number == numbers.upperBound { return start..<index }
            number += 1
            if number == numbers.lowerBound { start = index + 1 }
        }
        return start..<range.upperBound
    }
}
