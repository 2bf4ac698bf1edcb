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

    /// What is remembered of a mark: its procedure and key, and what it says.
    struct Trace {
        fileprivate let name: String
        fileprivate let content: UInt64

        init(_ mark: Mark) {
            name = mark.procedure + "\u{1F}" + mark.key
            content = Fingerprint(of: mark.action).first
        }
    }

    /// Whether a mark, or another one with its key, was taken before.
    func memory(of mark: Trace) -> Memory {
        guard let known = contents[mark.name] else { return .new }
        return known == mark.content ? .same : .other
    }

    /// Remembers a mark that was taken; the oldest is forgotten when there are too many.
    mutating func remember(_ mark: Trace) {
        if contents.updateValue(mark.content, forKey: mark.name) == nil { order.append(mark.name) }
        guard order.count > Self.limit else { return }
        let batch = Self.limit / 4
        for name in order.prefix(batch) { contents[name] = nil }
        order.removeFirst(batch)
    }
}
