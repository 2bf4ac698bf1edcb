/// A dialect's rules for what a result record means, made ready for reading.
struct RoleRules: Sendable {
    struct Rule: Sendable {
        let locator: FieldLocator
        /// The name of the place, where fields have names.
        let key: String?
        /// True when any component may fit, false when the place as a whole must.
        let isAny: Bool
        let texts: [(bytes: [UInt8], role: AssayResult.Role)]
        /// Texts of which only beginning and end are given.
        let ends: [(front: [UInt8], back: [UInt8], role: AssayResult.Role)]
        let otherwise: AssayResult.Role?
    }

    private let rules: [Rule]
    /// True when one of them looks into the maker's own records.
    let readMakers: Bool

    /// Control material comes first, "no value" next, then whatever is further from a result.
    private static let precedence: [AssayResult.Role] = [
        .control, .none, .attachment, .index, .signal, .interpretation, .result,
    ]

    /// Rules ready for a table in which `locate` finds the places.
    init(
        _ roles: [FieldPath: [String: AssayResult.Role]],
        locate: (FieldPath) -> FieldLocator = { FieldLocator($0) }
    ) {
        let ordered = roles.sorted { $0.key.description < $1.key.description }
        rules = ordered.map { path, texts in
            let words = texts.filter { $0.key != "*" }.sorted { $0.key < $1.key }
            return Rule(
                locator: locate(path), key: path.key,
                isAny: path.components == .any,
                texts: words.filter { !$0.key.contains("*") }
                    .map { (Array($0.key.utf8), $0.value) },
                ends: words.compactMap(Self.ends), otherwise: texts["*"])
        }
        readMakers = rules.contains { $0.locator.letter == UInt8(ascii: "M") }
    }

    /// The halves of a text such as `#*#`; nil when it has no asterisk.
    private static func ends(
        _ word: (key: String, value: AssayResult.Role)
    ) -> (front: [UInt8], back: [UInt8], role: AssayResult.Role)? {
        let halves = word.key.utf8.split(
            separator: UInt8(ascii: "*"), maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        return (Array(halves[0]), Array(halves[1]), word.value)
    }

    /// What the rules make of the result in hand; nil when none fits.
    func role<Table: FieldTable & ~Copyable>(
        in records: borrowing Table, of text: Span<UInt8>
    ) -> AssayResult.Role? {
        var found: AssayResult.Role?
        for rule in rules where rule.key == nil {
            guard let role = rule.role(in: records, of: text) else { continue }
            found = found.map { Self.stronger($0, role) } ?? role
        }
        return found
    }

    /// What the rules make of named fields, whose texts `text` gives; nil when none fits.
    func role(_ text: (String) -> [UInt8]) -> AssayResult.Role? {
        var found: AssayResult.Role?
        for rule in rules {
            guard let bytes = rule.key.map(text), !bytes.isEmpty,
                let role = rule.role(at: bytes.indices, in: bytes.span)
            else { continue }
            found = found.map { Self.stronger($0, role) } ?? role
        }
        return found
    }

    /// The role that wins where two rules fit.
    static func stronger(_ one: AssayResult.Role, _ other: AssayResult.Role) -> AssayResult.Role {
        precedence.first { $0 == one || $0 == other } ?? one
    }
}

extension RoleRules.Rule {
    /// What the rule makes of the result in hand; nil when it does not fit.
    func role<Table: FieldTable & ~Copyable>(
        in records: borrowing Table, of text: Span<UInt8>
    ) -> AssayResult.Role? {
        let place = records.place(locator, in: text)
        guard !place.range.isEmpty else { return nil }
        if isAny { return anyRole(at: place.range, in: records, of: text) }
        return role(at: place.range, in: text)
    }

    /// What the rule makes of the text at `range`, which is not empty; nil when it does not fit.
    func role(at range: Range<Int>, in text: Span<UInt8>) -> AssayResult.Role? {
        for (bytes, role) in texts where FieldText.equal(bytes, range, in: text) { return role }
        for (front, back, role) in ends where hasEnds(range, front, back, in: text) { return role }
        return otherwise
    }

    private func hasEnds(
        _ range: Range<Int>, _ front: [UInt8], _ back: [UInt8], in text: Span<UInt8>
    ) -> Bool {
        guard range.count >= front.count + back.count else { return false }
        return FieldText.equal(front, range.lowerBound..<range.lowerBound + front.count, in: text)
            && FieldText.equal(back, range.upperBound - back.count..<range.upperBound, in: text)
    }

    private func anyRole<Table: FieldTable & ~Copyable>(
        at range: Range<Int>, in records: borrowing Table, of text: Span<UInt8>
    ) -> AssayResult.Role? {
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound {
            let isEnd = index == range.upperBound
            guard
                isEnd || text[index] == records.delimiters.component
                    || text[index] == records.delimiters.repeat
            else { continue }
            let piece = FieldText.trimmed(start..<index, of: text)
            for (bytes, role) in texts where FieldText.equal(bytes, piece, in: text) {
                return role
            }
            start = index + 1
        }
        return nil
    }
}
