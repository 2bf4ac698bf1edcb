/// One result as named fields: its own, and those that it shares with others of the message.
struct KeyedEntry: Sendable, Equatable {
    /// One named field.
    struct Field: Sendable, Equatable {
        var key: String
        /// Its text, without blanks around it, whatever stood for characters in it decoded.
        var text: [UInt8]
    }

    /// What belongs to this result alone; it comes first.
    var own: [Field] = []
    /// What holds for it too.
    var shared: [Field] = []
    /// Where it stands in the message's text.
    var range: Range<Int>

    /// What the first of `keys` holds that is not empty; nothing when none does.
    func text(of keys: [String]) -> [UInt8] {
        for key in keys {
            for fields in [own, shared] {
                for field in fields where field.key == key && !field.text.isEmpty {
                    return field.text
                }
            }
        }
        return []
    }
}

/// What a message of named fields holds.
struct KeyedMessage: Sendable, Equatable {
    /// Its results, in their order.
    var entries: [KeyedEntry] = []
    /// The rows of a table that were refused.
    var badRows: [BadRow] = []
    /// What was refused or ignored.
    var defects: [Defect] = []
    /// The acknowledgement that it asks for.
    var reply: [UInt8] = []
}

extension KeyedMessage {
    /// Fields in a row, where each that names a test begins a result: those before the first one
    /// hold for all.
    ///
    /// - Parameters:
    ///   - fields: the fields and where they stand in the message's text.
    ///   - tests: the names of the fields that name a test.
    init(_ fields: [(field: KeyedEntry.Field, range: Range<Int>)], beginningAt tests: [String]) {
        var shared: [KeyedEntry.Field] = []
        for (field, range) in fields {
            if tests.contains(field.key) {
                entries.append(KeyedEntry(own: [field], shared: shared, range: range))
            } else if entries.isEmpty {
                shared.append(field)
            } else {
                entries[entries.count - 1].own.append(field)
                let start = entries[entries.count - 1].range.lowerBound
                entries[entries.count - 1].range = start..<range.upperBound
            }
        }
        if entries.isEmpty { defects.append(.unknownRecord) }
        // A message of one result is that result, from its first field on.
        if entries.count == 1, let start = fields.first?.range.lowerBound {
            entries[0].range = start..<entries[0].range.upperBound
        }
    }
}
