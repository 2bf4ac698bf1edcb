extension ReadingPlan {
    /// What a value field means together with what else a record says of it.
    struct Meaning {
        var value: ExactDecimal?
        var bound: AssayResult.Bound?
        var role: AssayResult.Role
    }

    /// The meaning of what is `printed` at `range`, for every way of writing.
    ///
    /// - Parameters:
    ///   - printed: what was read at `range` of `text`.
    ///   - range: where the value stands.
    ///   - text: the bytes of the message.
    ///   - role: what the dialect's rules make of the record; nil when none fits.
    ///   - flags: the record's abnormal flags, which may say that the number is only a limit.
    ///   - saysNoValue: true when the status says that there is no value.
    /// - Returns: the number, unless there is none, and what the record is.
    func meaning(
        of printed: PrintedValue, at range: Range<Int>, in text: Span<UInt8>,
        role: AssayResult.Role?, flags: [String], saysNoValue: Bool
    ) -> Meaning {
        var meaning = Meaning(role: role ?? .result)
        switch printed {
        case .number(let number, let bound):
            (meaning.value, meaning.bound) = (number, bound ?? self.bound(among: flags))
        case .words where isNoValue(range, of: text): meaning.weaken(to: .none)
        case .words: meaning.weaken(to: .interpretation)
        case .blank: meaning.weaken(to: .none)
        }
        if saysNoValue { meaning.weaken(to: .none) }
        let hasNone = [.interpretation, .attachment, .none].contains(meaning.role)
        if hasNone || saysNoValue {
            (meaning.value, meaning.bound) = (nil, nil)
        }
        return meaning
    }

    /// What the first of `flags` that is known says of a number.
    func bound(among flags: [String]) -> AssayResult.Bound? {
        for flag in flags {
            for known in boundFlags where known.flag == flag { return known.bound }
        }
        return nil
    }

    /// True when the words at `range` say that there is no value.
    func isNoValue(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
        noValue.contains { word in
            word.count == range.count
                && zip(word, range).allSatisfy { Self.folded($0) == Self.folded(text[$1]) }
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    }
}

extension ReadingPlan.Meaning {
    fileprivate mutating func weaken(to other: AssayResult.Role) {
        role = RoleRules.stronger(role, other)
    }
}
