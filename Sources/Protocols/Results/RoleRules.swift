/// A dialect's rules for what a result record means, made ready for reading.
struct RoleRules: Sendable {
    private struct Rule: Sendable {
        let path: FieldPath
        let texts: [(bytes: [UInt8], role: AssayResult.Role)]
        let otherwise: AssayResult.Role?
    }

    private let rules: [Rule]

    /// Control material comes first, "no value" next, then whatever is further from a result.
    private static let precedence: [AssayResult.Role] = [
        .control, .none, .attachment, .index, .signal, .interpretation, .result,
    ]

    init(_ roles: [FieldPath: [String: AssayResult.Role]]) {
        let ordered = roles.sorted { $0.key.description < $1.key.description }
        rules = ordered.map { path, texts in
            Rule(
                path: path,
                texts: texts.filter { $0.key != "*" }.sorted { $0.key < $1.key }
                    .map { (Array($0.key.utf8), $0.value) },
                otherwise: texts["*"])
        }
    }

    /// What the rules make of the result in hand; nil when none fits.
    func role(in family: borrowing Family, of text: Span<UInt8>) -> AssayResult.Role? {
        var found: AssayResult.Role?
        for rule in rules {
            guard let role = role(by: rule, in: family, of: text) else { continue }
            found = found.map { Self.stronger($0, role) } ?? role
        }
        return found
    }

    /// The role that wins where two rules fit.
    static func stronger(_ one: AssayResult.Role, _ other: AssayResult.Role) -> AssayResult.Role {
        precedence.first { $0 == one || $0 == other } ?? one
    }

    private func role(
        by rule: Rule, in family: borrowing Family, of text: Span<UInt8>
    ) -> AssayResult.Role? {
        if rule.path.components == .any { return anyRole(by: rule, in: family, of: text) }
        let range = family.place(of: rule.path, in: text).range
        guard !range.isEmpty else { return nil }
        return rule.texts.first { Self.equal($0.bytes, range, in: text) }?.role ?? rule.otherwise
    }

    private func anyRole(
        by rule: Rule, in family: borrowing Family, of text: Span<UInt8>
    ) -> AssayResult.Role? {
        for (bytes, role) in rule.texts
        where family.any(of: rule.path, in: text, where: { Self.equal(bytes, $0, in: text) }) {
            return role
        }
        return nil
    }

    private static func equal(
        _ bytes: [UInt8], _ range: Range<Int>, in text: Span<UInt8>
    ) -> Bool {
        guard bytes.count == range.count else { return false }
        for index in bytes.indices where bytes[index] != text[range.lowerBound + index] {
            return false
        }
        return true
    }
}
