/// The last notices by number, and which of them somebody has seen.
struct NoticeBoard: Sendable, Equatable, Codable {
    /// The notices that can be acknowledged.
    ///
    /// Ours: as many as a page keeps; an older one calls nobody any more.
    static let limit = 200

    /// The numbers of their announcements, oldest first.
    private var numbers: [Int64] = []
    private var seen: Set<Int64> = []

    /// Remembers notices that were told.
    mutating func remember(_ told: [Int64]) {
        guard !told.isEmpty else { return }
        numbers += told
        guard numbers.count > Self.limit else { return }
        for number in numbers.prefix(numbers.count - Self.limit) { seen.remove(number) }
        numbers.removeFirst(numbers.count - Self.limit)
    }

    /// Somebody has seen a notice.
    ///
    /// - Returns: false when somebody had before.
    mutating func acknowledge(_ number: Int64) throws(Refusal) -> Bool {
        guard numbers.contains(number) else { throw .unknownNotice(number) }
        return seen.insert(number).inserted
    }
}
