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

    /// Bytes that an entry may depend on; one that has more is never found again.
    static let width = 128

    private var entries: [Entry] = []
    /// What the result in hand depends on, and then the same of each entry.
    ///
    /// These are the fields, each with a CR behind it, which stands in no field.
    private var keys = [UInt8](repeating: 0, count: (1 + limit) * width)
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

    /// Makes the entry for the result in hand the ``last`` one; false when there is none.
    ///
    /// - Parameters:
    ///   - plan: says which fields a context depends on.
    ///   - records: the result in hand, and the records above it.
    ///   - text: the bytes of the message.
    /// - Returns: true when one was found.
    mutating func find(
        _ plan: ReadingPlan, in records: borrowing RecordTable, of text: Span<UInt8>
    ) -> Bool {
        let count = writeKey(plan, of: records, in: text)
        guard count > 0, !entries.isEmpty else { return false }
        let former = current
        if isKey(entries[former].next, count) {
            if entries[former].isDoubtful { entries[former].isDoubtful = false }
            current = entries[former].next
            return true
        }
        for number in entries.indices where isKey(number, count) {
            if entries[former].isDoubtful { entries[former].next = number }
            entries[former].isDoubtful.toggle()
            current = number
            return true
        }
        return false
    }

    /// Keeps `entry` for the result in hand, in place of the oldest when there are many.
    mutating func add(_ entry: Entry) {
        if entries.count < Self.limit {
            newest = entries.count
            entries.append(entry)
        } else {
            newest = (newest + 1) % Self.limit
            entries[newest] = entry
        }
        let row = (newest + 1) * Self.width
        for index in 0..<Self.width { keys[row + index] = keys[index] }
        entries[current].next = newest
        current = newest
    }

    /// Writes down what the result in hand depends on.
    ///
    /// - Returns: how many bytes it has; 0 where there are too many, with a key that no result has.
    @inline(__always)
    private mutating func writeKey(
        _ plan: ReadingPlan, of records: borrowing RecordTable, in text: Span<UInt8>
    ) -> Int {
        let fields = plan.contextFields
        var key = keys.mutableSpan
        var place = 0
        for number in fields.indices {
            let range = records.field(fields[number]).range
            let end = place &+ range.count
            guard end <= Self.width &- 16 else {
                key[0] = 0
                return 0
            }
            // What is written too far, the CR and the zeros behind it replace, or the next field.
            var index = range.lowerBound
            while place < end {
                EightBytes.put(EightBytes.of(text, at: index), into: &key, at: place)
                (index, place) = (index &+ 8, place &+ 8)
            }
            EightBytes.put(UInt64(UInt8.cr), into: &key, at: end)
            place = end &+ 1
        }
        return place
    }

    /// True when the entry with this number depends on the same `count` bytes as the result in
    /// hand.
    @inline(__always)
    private func isKey(_ number: Int, _ count: Int) -> Bool {
        let (keys, row) = (keys.span, (number &+ 1) &* Self.width)
        var index = 0
        while index < count {
            guard EightBytes.all(of: keys, at: index) == EightBytes.all(of: keys, at: row &+ index)
            else {
                return false
            }
            index &+= 8
        }
        return true
    }
}
