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
    /// What holds for it and others too, the nearest first.
    var shared: [Shared] = []
    /// Where it stands in the message's text.
    var range: Range<Int>

    /// What the first of `keys` holds that is not empty; nothing when none does.
    func text(of keys: [String]) -> [UInt8] {
        for key in keys {
            for field in own where field.key == key && !field.text.isEmpty { return field.text }
            for fields in shared {
                if let text = fields[key] { return text }
            }
        }
        return []
    }

    /// Fields that several results share, found by their names: looked through for each result,
    /// a long row of them would take its length times theirs.
    struct Shared: Sendable, Equatable {
        private var texts: [String: [UInt8]] = [:]

        /// The first text of the field `key` that is not empty; nil when there is none.
        subscript(key: String) -> [UInt8]? { texts[key] }

        /// Adds a field behind the others.
        mutating func append(_ field: Field) {
            guard !field.text.isEmpty, texts[field.key] == nil else { return }
            texts[field.key] = field.text
        }
    }
}

/// What a message of named fields holds.
struct KeyedMessage: Sendable, Equatable {
    /// Its results, in their order.
    var entries: [KeyedEntry] = []
    /// The first rows of a table that were refused; each of them all is among the defects.
    private(set) var badRows: [BadRow] = []
    /// What was refused or ignored.
    var defects: [Defect] = []
    /// The acknowledgement that it asks for.
    var reply: [UInt8] = []
}

extension KeyedMessage {
    /// Refuses row `number` of a table.
    mutating func refuse(_ number: Int, _ problem: String) {
        defects.append(.badRow)
        guard badRows.count < TableText.namedLimit else { return }
        badRows.append(BadRow(row: number, problem: problem))
    }

    /// Fields in a row, where each that names a test begins a result: those before the first one
    /// hold for all.
    ///
    /// - Parameters:
    ///   - fields: the fields and where they stand in the message's text.
    ///   - tests: the names of the fields that name a test.
    init(_ fields: [(field: KeyedEntry.Field, range: Range<Int>)], beginningAt tests: [String]) {
        var shared = KeyedEntry.Shared()
        for (field, range) in fields {
            if tests.contains(field.key) {
                entries.append(KeyedEntry(own: [field], shared: [shared], range: range))
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
