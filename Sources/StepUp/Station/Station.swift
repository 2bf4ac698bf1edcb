/// The fold: takes one moment after the other and says what follows from each.
///
/// It asks nobody for the time and touches nothing outside; the same moments give the same
/// effects, live or replayed.
///
/// ```
/// moment ─ bytes → Session → results ─┬─ Rack (whose tube?) → History (which counts?) → verdict →
/// map
///        └ mark ──────────────────────┘      └ Held (nobody's, so far)
/// ```
public struct Station: Sendable {
    /// What is to be done once the moment is durable.
    public enum Effect: Sendable, Equatable {
        /// Write these bytes to the line.
        case send(line: String, [UInt8])
        /// Tell this to everybody.
        case announce(Announcement)
        /// Tell this to whoever made the mark of this moment.
        case answer(moment: Int64, Answer)
    }

    /// The reply to a mark.
    public enum Answer: Sendable, Equatable {
        /// Taken; told before under the same key when `again`.
        case taken(again: Bool)
        /// Not taken, and why, in one sentence with the cure.
        case refused(reason: String)
    }

    /// The procedures that are in memory at once, closed ones that await results included.
    ///
    /// Ours: a room runs one, and the next may begin while the last one's results come in.
    static let procedureLimit = 8
    /// The names of former procedures that are remembered, so that none is used twice.
    ///
    /// Ours: some years of one room.
    static let pastLimit = 4096

    var setup: Setup?
    var announced: Int64
    var configured: [Line]
    var unsettled: Held
    var folds: [ProcedureFold] = []
    var keys: MarkKeys
    var notices: NoticeBoard
    var past: [String]
    /// The lines without a set-up that were complained of in this run.
    var strangers: Set<String>

    /// A station that goes on from `rest`.
    public init(rest: Rest = Rest()) {
        setup = rest.setup
        announced = rest.announced
        unsettled = Held(rest: rest.held)
        keys = rest.keys
        notices = rest.notices
        past = rest.past
        strangers = rest.strangers
        configured = rest.lines.sorted { $0.key < $1.key }.compactMap { name, line in
            let dialect = rest.setup?.lines[name].flatMap { rest.setup?.dialects[$0.dialect] }
            return dialect.map { Line(name: name, dialect: $0, rest: line) }
        }
        deadline = nextDeadline
    }

    /// When a `due` moment must come, unless another moment comes first.
    public private(set) var deadline: Duration?

    private var nextDeadline: Duration? {
        var earliest: Duration?
        for line in configured.indices {
            earliest = .earlier(earliest, configured[line].connections.deadline)
        }
        for fold in folds.indices {
            earliest = .earlier(earliest, folds[fold].promptDeadline)
            if let closed = folds[fold].closed {
                earliest = .earlier(earliest, closed + ProcedureFold.patienceAfterClose)
            }
            if let first = folds[fold].drawn.first {
                earliest = .earlier(earliest, first.time + ProcedureFold.patienceAfterDraw)
            }
        }
        return earliest
    }

    /// True when ``rest`` can be had: no procedure is in memory and every line is at rest.
    public var isAtRest: Bool { folds.isEmpty && configured.allSatisfy(\.isAtRest) }

    /// What must be remembered, when no procedure is open and every line is at rest; else nil.
    public var rest: Rest? {
        guard isAtRest else { return nil }
        var rest = Rest()
        rest.setup = setup
        rest.announced = announced
        rest.lines = Dictionary(uniqueKeysWithValues: configured.map { ($0.name, $0.rest) })
        rest.held = unsettled.rest
        rest.keys = keys
        rest.notices = notices
        rest.past = past
        rest.strangers = strangers
        return rest
    }

    /// Takes a moment and says what follows from it.
    ///
    /// Whatever fell due before the moment happens first, so that a late `due` changes nothing.
    public mutating func receive(_ moment: Moment) -> [Effect] {
        var out = Outbox(of: moment, after: announced, simulated: setup?.simulated ?? false)
        expire(into: &out)
        switch moment.event {
        case .began(let setup): begin(setup, into: &out)
        case .opened(let line, let detail): open(line, detail: detail, into: &out)
        case .bytes(let line, let bytes, let damage):
            take(bytes, damage: damage, from: line, into: &out)
        case .lost(let line, let reason): lose(line, reason: reason, into: &out)
        case .mark(let mark): take(mark, into: &out)
        case .due: break
        }
        announced = out.announced
        notices.remember(out.noticed)
        deadline = nextDeadline
        return out.effects
    }

    /// Does what fell due by the time of this moment.
    private mutating func expire(into out: inout Outbox) {
        guard let deadline, deadline <= out.time else { return }
        expireLines(into: &out)
        for index in folds.indices { folds[index].expire(out: &out) }
        for fold in folds where fold.isGone(at: out.time) { past.append(fold.id) }
        past.removeFirst(max(0, past.count - Self.pastLimit))
        folds.removeAll { $0.isGone(at: out.time) }
    }

    /// What is known of the assays that can measure a plan's analyte.
    func shelf(for plan: Plan) -> AssayShelf {
        guard let setup else { return .empty }
        return AssayShelf(
            setup.assays, analyte: plan.analyte, lines: setup.lines.mapValues(\.dialect))
    }

    /// The anatomy hints in force, before what was said of any patient.
    public var anatomy: Anatomy { setup?.anatomy ?? Anatomy(regions: [], arteries: [], veins: []) }
}
