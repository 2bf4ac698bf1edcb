/// A block of HL7 as it is written, field by field, into one run of bytes.
///
/// Dividers are written before the next field that holds something, so that a segment ends with its
/// last field that does.
struct SegmentText {
    /// What a field that is given back may hold: far more than any control ID, name or type.
    static let fieldLimit = 250

    private var bytes: [UInt8] = [.vt]
    private let divider: UInt8
    /// Dividers that stand before what comes next.
    private var due = 0

    init(dividedBy divider: UInt8) {
        self.divider = divider
        bytes.reserveCapacity(256)
    }

    /// The whole block.
    var block: [UInt8] { bytes + [.fs, .cr] }

    /// Begins a segment.
    mutating func begin(_ name: String) {
        due = 0
        add(name)
    }

    /// Goes on to the field `count` fields further on.
    mutating func next(_ count: Int = 1) { due += count }

    /// Ends the segment.
    mutating func end() { bytes.append(.cr) }

    /// Adds our own words to the field in hand.
    mutating func add(_ words: String) {
        guard !words.isEmpty else { return }
        divide()
        bytes.append(contentsOf: words.utf8)
    }

    /// Adds one character.
    mutating func add(_ character: UInt8) {
        divide()
        bytes.append(character)
    }

    /// Adds what the sender wrote at `place` of `text`, without control characters: they would end
    /// the segment or the block.
    mutating func add(_ text: Span<UInt8>, at place: Range<Int>) {
        for index in place.prefix(Self.fieldLimit) where text[index] >= 0x20 { add(text[index]) }
    }

    private mutating func divide() {
        while due > 0 {
            bytes.append(divider)
            due -= 1
        }
    }
}
