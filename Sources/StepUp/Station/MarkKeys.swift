/// The marks that were taken, so that one told twice has one effect.
struct MarkKeys: Sendable, Equatable, Codable {
    /// The marks that are remembered.
    ///
    /// Ours: some twenty procedures of 400 marks; a sender that repeats a mark does so within
    /// minutes.
    static let limit = 8192

    private var order: [String] = []
    private var contents: [String: UInt64] = [:]

    /// Whether a mark was taken before.
    enum Memory: Equatable { case new, same, other }

    /// Whether `mark`, or another one with its key, was taken before.
    func memory(of mark: Mark) -> Memory {
        guard let known = contents[Self.name(of: mark)] else { return .new }
        return known == Self.content(of: mark) ? .same : .other
    }

    /// Remembers a mark that was taken; the oldest is forgotten when there are too many.
    mutating func remember(_ mark: Mark) {
        let name = Self.name(of: mark)
        if contents.updateValue(Self.content(of: mark), forKey: name) == nil { order.append(name) }
        guard order.count > Self.limit else { return }
        let batch = Self.limit / 4
        for name in order.prefix(batch) { contents[name] = nil }
        order.removeFirst(batch)
    }

    private static func name(of mark: Mark) -> String { mark.procedure + "\u{1F}" + mark.key }

    private static func content(of mark: Mark) -> UInt64 {
        Fingerprint(of: mark.action).first
    }
}
