/// Where something stands in a text, without blanks around it.
struct FieldPlace {
    /// Its bytes; empty when there is nothing.
    var range = 0..<0
    /// True when it is text as it stands (a record of ASCII without an escape character).
    var isPlain = true
}

/// A ``FieldPath`` made ready for a table.
struct FieldLocator: Sendable {
    /// The path's record letter, 0 for a segment, and its row in the table.
    let letter: UInt8
    let row: Int
    /// The field in the row, from 1.
    let field: Int
    /// The components, from 1; `all` when it is 0.
    let components: ClosedRange<Int>
    /// The subcomponent, from 1; 0 for all.
    let subcomponent: Int
    /// The part of it, from 1, and what divides the parts; 0 for all.
    let part: Int
    let divider: UInt8

    /// True when it is the field as a whole, as most are.
    let isWhole: Bool

    /// True when it is in the same field of the same record as `other`.
    func hasField(of other: FieldLocator) -> Bool {
        letter == other.letter && field == other.field
    }

    /// The place in a table of records; one in a segment, and a name, is in none of them.
    init(_ path: FieldPath) {
        let isInRecord = path.form == .record
        let letter = isInRecord ? path.record.utf8.first ?? 0 : 0
        self.init(
            path, letter: letter, row: RecordTable.row(of: letter),
            field: isInRecord ? path.field : RecordTable.fieldLimit + 1)
    }

    /// A whole cell of a row.
    init(cell: Int, row: Int) {
        (letter, self.row, field, components) = (0, row, cell, 0...0)
        (subcomponent, part, divider, isWhole) = (0, 0, 0, true)
    }

    /// The place in row `row` of a table whose fields are numbered as `field` says.
    init(_ path: FieldPath, letter: UInt8 = 0, row: Int, field: Int) {
        (self.letter, self.row, self.field) = (letter, row, field)
        subcomponent = path.subcomponent ?? 0
        (part, divider) = (path.part?.number ?? 0, path.part?.divider ?? 0)
        components = if case .some(let range) = path.components { range } else { 0...0 }
        isWhole = components.upperBound == 0 && subcomponent == 0 && part == 0
    }
}

/// Records or segments in hand, as offsets in a message's text.
protocol FieldTable: ~Copyable {
    /// What divides their fields.
    var delimiters: Delimiters { get }

    /// The whole field that `locator` is in, as it stands; empty when missing.
    func field(_ locator: FieldLocator) -> FieldPlace
}

extension RecordTable: FieldTable {}

extension FieldTable where Self: ~Copyable {
    /// What stands at `locator`; `""` means that a field is deleted, and is nothing.
    @inline(__always)
    func place(_ locator: FieldLocator, in text: Span<UInt8>) -> FieldPlace {
        var place = field(locator)
        guard !place.range.isEmpty else { return place }
        if !locator.isWhole { place.range = part(locator, of: place.range, in: text) }
        place.range = FieldText.trimmed(place.range, of: text)
        if isDeleted(place.range, in: text) { place.range = 0..<0 }
        return place
    }

    /// The part that `locator` means of a field at `range`; empty when missing.
    private func part(
        _ locator: FieldLocator, of range: Range<Int>, in text: Span<UInt8>
    ) -> Range<Int> {
        var range = range
        if locator.components.upperBound > 0 {
            range = components(locator.components, of: range, in: text)
        }
        if locator.subcomponent > 0 {
            let number = locator.subcomponent...locator.subcomponent
            let divider = delimiters.subcomponent ?? 0x0D
            range = piece(number, of: range, dividedBy: divider, in: text)
        }
        if locator.part > 0 {
            let part = locator.part...locator.part
            range = piece(part, of: range, dividedBy: locator.divider, in: text)
        }
        return range
    }

    /// Components `numbers` (from 1) of the first repeat in `range`; empty when missing.
    func components(
        _ numbers: ClosedRange<Int>, of range: Range<Int>, in text: Span<UInt8>
    ) -> Range<Int> {
        piece(
            numbers, of: range, dividedBy: delimiters.component ?? 0x0D,
            until: delimiters.repeat ?? 0x0D, in: text)
    }

    /// Pieces `numbers` (from 1) of `range`, with the delimiters between them; empty when missing.
    ///
    /// CR, which stands in no field, divides nothing.
    func piece(
        _ numbers: ClosedRange<Int>, of range: Range<Int>, dividedBy delimiter: UInt8,
        until stop: UInt8 = 0x0D, in text: Span<UInt8>
    ) -> Range<Int> {
        var number = 1
        var start = numbers.lowerBound == 1 ? range.lowerBound : -1
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            let byte = text[index]
            if byte == delimiter {
                if number == numbers.upperBound { return start..<index }
                number &+= 1
                if number == numbers.lowerBound { start = index &+ 1 }
            } else if byte == stop {
                break
            }
            index &+= 1
        }
        return start < 0 ? index..<index : start..<index
    }

    @inline(__always)
    private func isDeleted(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        let quote = UInt8(ascii: "\"")
        return range.count == 2 && text[range.lowerBound] == quote
            && text[range.lowerBound + 1] == quote
    }
}
