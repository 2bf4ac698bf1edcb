import StepUp

/// One procedure room: its journal, and the station that the journal's moments make.
///
/// It journals, then folds, and decides nothing. What could not be stored waits, stamped with the
/// time at which it came, and is neither folded nor acted upon until it is durable.
final class Room {
    /// What became of events that entered: the moments, and what follows from them.
    struct Entry {
        var moments: [Moment] = []
        var effects: [Station.Effect] = []
    }

    /// Moments after which a rest is written, once the station comes to rest: the fold of so many
    /// takes a few hundredths of a second at the next start.
    static let restPace: Int64 = 1000

    private(set) var station: Station
    let clock: any JournalClock

    private let journal: Journal
    /// Events with the time at which they came, not yet durable; their moments have no number yet.
    private var waiting: [(event: Moment.Event, at: Instant)] = []
    private var restedAt: Int64
    /// True when a mark came since the last rest: each procedure begins and ends near a rest, so
    /// that it can be recorded alone.
    private var wasMarked = false

    /// The room of `journal`, as it was: everything since the last rest is folded again, and what
    /// was announced then goes to `retell`, in order.
    init(
        journal: Journal, clock: any JournalClock, retell: (Announcement) -> Void = { _ in }
    ) throws {
        (self.journal, self.clock) = (journal, clock)
        let start = try journal.reader.rest(at: journal.head.number)
        var station = Station(rest: start?.rest ?? Station.Rest())
        try journal.reader.moments(after: start?.after ?? 0) { moment in
            for case .announce(let news) in station.receive(moment) { retell(news) }
        }
        self.station = station
        restedAt = start?.after ?? 0
    }

    /// True when a `due` moment has to enter, unless another does.
    var isDue: Bool {
        guard let deadline = station.deadline else { return false }
        return clock.remaining(until: deadline) == .zero
    }

    /// True while events wait for the journal.
    var isHolding: Bool { !waiting.isEmpty }

    /// Makes `events`, and any that wait, durable in one transaction; then folds them.
    ///
    /// When this throws, nothing was folded: the events wait, and entering none tries them again.
    func enter(_ events: [Moment.Event]) throws(JournalError) -> Entry {
        let now = clock.now
        waiting += Self.merged(events).map { ($0, now) }
        guard !waiting.isEmpty else { return Entry() }
        var entry = Entry(moments: numbered())
        try journal.append(entry.moments)
        waiting = []
        for moment in entry.moments {
            if case .mark = moment.event { wasMarked = true }
            entry.effects += station.receive(moment)
        }
        return entry
    }

    /// Drops the marks that wait: whoever made them is told that they were not taken.
    func withdrawMarks() {
        waiting.removeAll { waiter in
            if case .mark = waiter.event { true } else { false }
        }
    }

    /// Lets the journal do its house-keeping: what shortens the next start, and its log.
    ///
    /// Called after answers were sent. `isLast` writes a rest regardless of the pace.
    func settle(isLast: Bool = false) throws(JournalError) {
        let length = journal.head.number - restedAt
        let isTime = length >= Self.restPace || (length > 0 && (wasMarked || isLast))
        if isTime, let rest = station.rest {
            try journal.save(rest)
            (restedAt, wasMarked) = (journal.head.number, false)
        }
        try journal.tidy()
    }

    private func numbered() -> [Moment] {
        let first = journal.head.number + 1
        return zip(first..., waiting).map { number, waiter in
            Moment(
                number: number, time: waiter.at.time, wall: waiter.at.wall, event: waiter.event)
        }
    }

    /// Joins neighbouring bytes of the same line: what arrived while a commit was under way becomes
    /// one moment, so that a slow disk makes fewer and larger ones.
    static func merged(_ events: [Moment.Event]) -> [Moment.Event] {
        var result: [Moment.Event] = []
        for event in events {
            if case .bytes(let line, let more, let hurt) = event,
                case .bytes(line, let bytes, let damage) = result.last
            {
                result[result.count - 1] = .bytes(
                    line: line, bytes + more, damage: damage.adding(hurt))
            } else {
                result.append(event)
            }
        }
        return result
    }
}
