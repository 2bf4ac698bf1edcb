/// The specimens whose ID is in no plan: shown at once, assignable later, never guessed.
struct Held: Sendable, Equatable {
    /// The specimens that are held at once.
    ///
    /// Ours: a busy analyzer's routine of a day, so that what came before a procedure was opened
    /// can still be assigned.
    static let limit = 1024
    /// How many leave at once when there are more, so that a full memory is told of rarely.
    static let batch = 256

    /// One held specimen.
    struct Entry: Sendable, Equatable {
        /// Its results.
        var history = History()
        /// When it was filled, where a draw was marked that lost its place.
        var drawn: Duration?
        /// Why it is held.
        var reason: String
        /// An expected ID that is very like it.
        var suggestion: String?
    }

    /// The held IDs, oldest first.
    private(set) var order: [String] = []
    private var entries: [String: Entry] = [:]

    /// The specimen held as `id`.
    subscript(id: String) -> Entry? { entries[id] }

    /// Remembers a result of a specimen that is held.
    mutating func record(
        _ told: Told<ResultNews>, _ standing: History.Standing, of id: String
    ) {
        entries[id]?.history.record(told, standing)
    }

    /// Gives a specimen that is held another history.
    mutating func replace(_ history: History, of id: String) { entries[id]?.history = history }

    /// Holds another specimen.
    ///
    /// - Returns: the IDs that had to leave, oldest first; empty nearly always.
    mutating func hold(_ id: String, _ entry: Entry) -> [String] {
        if entries.updateValue(entry, forKey: id) == nil { order.append(id) }
        guard order.count > Self.limit else { return [] }
        let leaving = Array(order.prefix(Self.batch))
        order.removeFirst(Self.batch)
        for id in leaving { entries[id] = nil }
        return leaving
    }

    /// Lets go of a specimen that has found its place, or does not count any more.
    mutating func release(_ id: String) -> Entry? {
        guard let entry = entries.removeValue(forKey: id) else { return nil }
        order.removeAll { $0 == id }
        return entry
    }

    /// How each is announced.
    func news(of id: String) -> SpecimenNews {
        SpecimenNews(
            specimen: id, state: .held, place: nil, site: nil, actual: nil,
            reason: entries[id]?.reason, suggestion: entries[id]?.suggestion)
    }
}
