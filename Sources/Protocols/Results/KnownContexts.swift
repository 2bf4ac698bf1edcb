/// The contexts of the last results on a line, found again by the bytes that they were read from.
///
/// An analyzer has a menu of tests, and reports them with the same unit, status and serial every
/// day: a handful of contexts stands for all of its results. What is kept changes nothing in what
/// is read, for a context is found only when every byte that it depends on is the same.
struct KnownContexts: Sendable {
    /// A context, and what its flags and status say of a value.
    struct Entry: Sendable {
        var context = AssayResult.Context.none
        /// The bound that a flag gives.
        var bound: AssayResult.Bound?
        /// True when the status says that there is no value.
        var saysNoValue = false
        /// The entry that mostly stands behind this one: tests alternate more than they repeat.
        var next = 0
        /// True when another one stood behind it last, as a result with a flag does.
        var isDoubtful = false
    }

    /// Entries that are kept: the tests of a panel, with their usual flags.
    static let limit = 16

    /// Bytes that an entry may depend on; one that has more is never kept.
    static let width = 128

    private var entries: [Entry] = []
    /// What each entry depends on: its fields, each with a CR behind it; then room to look beyond.
    private var keys: [UInt8] = []
    private var current = 0
    /// The entry that was added last; the oldest one is behind it when all are in use.
    private var newest = 0
    private var delimiters = Delimiters.standard

    /// The entry that was found or added last.
    var last: Entry {
        @inline(__always) get { entries[current] }
    }

    /// Forgets all, when it was read under other delimiters than those of the record in hand.
    mutating func keep(for records: borrowing RecordTable) {
        guard delimiters != records.delimiters else { return }
        self = KnownContexts()
        delimiters = records.delimiters
    }

    /// Makes the entry for the result in hand the ``last`` one, by `fields`, which are all that a
    /// context depends on; false when there is none.
    mutating func find(
        _ fields: [FieldLocator], in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> Bool {
        guard !entries.isEmpty else { return false }
        let former = current
        current = entries[former].next
        if isKey(current, fields, in: records, of: text) {
            if entries[former].isDoubtful { entries[former].isDoubtful = false }
            return true
        }
        for number in entries.indices where isKey(number, fields, in: records, of: text) {
            if entries[former].isDoubtful { entries[former].next = number }
            entries[former].isDoubtful.toggle()
            current = number
            return true
        }
        current = former
        return false
    }

    /// Keeps `entry` for the result in hand, in place of the oldest when there are many.
    mutating func add(
        _ entry: Entry, _ fields: [FieldLocator], in records: borrowing RecordTable,
        of text: Span<UInt8>
    ) {
        let key = key(fields, in: records, of: text)
        if entries.count < Self.limit {
            newest = entries.count
            entries.append(entry)
            keys += key
        } else {
            newest = (newest + 1) % Self.limit
            entries[newest] = entry
            keys.replaceSubrange(newest * Self.width..<(newest + 1) * Self.width, with: key)
        }
        entries[current].next = newest
        current = newest
    }

    /// What the result in hand depends on; where that is too long, a key that no result has.
    private func key(
        _ fields: [FieldLocator], in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> [UInt8] {
        var key: [UInt8] = []
        for locator in fields {
            for index in records.field(locator).range { key.append(text[index]) }
            key.append(.cr)
        }
        if key.count > Self.width - 8 { key = [] }
        return key + [UInt8](repeating: 0, count: Self.width - key.count)
    }

    /// True when the result in hand has the same bytes as the entry with this number.
    @inline(__always)
    private func isKey(
        _ number: Int, _ fields: [FieldLocator], in records: borrowing RecordTable,
        of text: Span<UInt8>
    ) -> Bool {
        let (keys, fields) = (keys.span, fields.span)
        var place = number &* Self.width
        let end = place &+ Self.width &- 8
        for index in fields.indices {
            let range = records.field(fields[index]).range
            guard place &+ range.count < end,
                FieldText.equal(range, of: text, at: place, of: keys)
            else { return false }
            place &+= range.count
            guard keys[place] == .cr else { return false }
            place &+= 1
        }
        return true
    }
}
