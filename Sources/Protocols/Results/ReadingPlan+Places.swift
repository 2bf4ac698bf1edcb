/// What a plan finds in a table, be it of records or of segments.
extension ReadingPlan {
    /// Where the places of `field` are in ``locators``.
    @inline(__always)
    func places(of field: Field) -> Range<Int> {
        starts[field.rawValue]..<starts[field.rawValue &+ 1]
    }

    /// What the first place of `field` holds that is not empty.
    @inline(__always)
    func first<Table: FieldTable & ~Copyable>(
        of field: Field, in table: borrowing Table, of text: Span<UInt8>
    ) -> FieldPlace {
        for index in places(of: field) {
            let place = table.place(locators[index], in: text)
            if !place.range.isEmpty { return place }
        }
        return FieldPlace()
    }

    /// The text of the first place of `field` that is not empty.
    func string<Table: FieldTable & ~Copyable>(
        _ field: Field, in table: borrowing Table, of text: Span<UInt8>
    ) -> String {
        string(first(of: field, in: table, of: text), in: table, of: text)
    }

    /// The text of a place, its escapes decoded.
    @inline(__always)
    func string<Table: FieldTable & ~Copyable>(
        _ place: FieldPlace, in table: borrowing Table, of text: Span<UInt8>
    ) -> String {
        FieldText.string(place, of: text, dividedBy: table.delimiters, encoding: encoding)
    }

    /// The time of completion, as ``LocalTime/packed(_:)`` gives it; 0 when no place holds one.
    @inline(__always)
    func time<Table: FieldTable & ~Copyable>(
        in table: borrowing Table, of text: Span<UInt8>
    ) -> UInt64 {
        for index in places(of: .measured) {
            let range = table.place(locators[index], in: text).range
            let time = LocalTime.packed(text.extracting(range))
            if time != 0 { return time }
        }
        return 0
    }
}
