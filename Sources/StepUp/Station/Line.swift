internal import Protocols

/// One configured line: its connections' sessions, its counters, and what it sent before.
///
/// A serial line has one connection, named like itself; a listening one has as many as there are
/// callers, named `NAME#1`, `NAME#2` …
struct Line: Sendable {
    /// The configured name.
    let name: String
    /// The dialect in force.
    var dialect: Dialect
    /// The dialect of a changed set-up, which begins when every connection is at rest.
    var nextDialect: Dialect?
    /// Its connections, in the order of their opening.
    var connections: [Connection] = []
    /// What is counted and remembered.
    var record = LineRecord()

    /// Where bytes come in.
    struct Connection: Sendable {
        /// The line's name, or `NAME#3`.
        let name: String
        /// Its protocol stack.
        var session: Session
        /// False between a loss and the next opening.
        var isOpen: Bool
        /// How many of its bytes are in the line's count.
        var counted = 0
        /// What was ordered with each answer that is still to be sent; empty at rest.
        var ordered: [String: [Order]] = [:]
        /// What came since it was opened; nil once the dialect has proved to be right.
        var contact: FirstContact?
    }

    /// A line that speaks `dialect`.
    init(name: String, dialect: Dialect) {
        self.name = name
        self.dialect = dialect
    }

    /// True when no message is in progress on any connection.
    var isAtRest: Bool {
        nextDialect == nil && connections.allSatisfy { $0.session.isAtRest }
    }

    /// True for a caller's connection of a listening line, which comes and goes.
    func isCaller(_ connection: String) -> Bool { connection != name }

    /// True while one of its connections is open.
    private var isOpen: Bool {
        for index in connections.indices where connections[index].isOpen { return true }
        return false
    }

    /// The announcement of its state.
    func news() -> LineNews {
        LineNews(
            line: name, dialect: dialect.name,
            state: isOpen ? .open : .lost, detail: record.detail,
            heard: record.heard.map(ShownTime.init), bytes: record.bytes, messages: record.messages,
            results: record.results, defects: record.defects, damage: record.damage)
    }

    /// Takes up a changed dialect, once no message of the old one is in progress.
    mutating func changeDialect() {
        guard let next = nextDialect, connections.allSatisfy({ $0.session.isAtRest }) else {
            return
        }
        dialect = next
        nextDialect = nil
        for index in connections.indices {
            let received = connections[index].session.received
            connections[index].session = Session(dialect: next, received: received)
        }
    }
}

extension [Line.Connection] {
    /// The connection `name`, if it is known.
    func index(of name: String) -> Int? {
        for index in indices where self[index].name == name { return index }
        return nil
    }

    /// When one of their sessions must be called.
    var deadline: Duration? {
        var earliest: Duration?
        for index in indices { earliest = .earlier(earliest, self[index].session.deadline) }
        return earliest
    }
}

/// What a line counts and remembers, over all its connections and over restarts.
struct LineRecord: Sendable, Equatable, Codable {
    /// The port behind it, or why it was lost.
    var detail = "not opened yet"
    /// When the last byte arrived.
    var heard: WallTime?
    /// Bytes, up to the end of each connection's last result.
    var bytes = 0
    /// Messages completed.
    var messages = 0
    /// Result records read.
    var results = 0
    /// What was refused or ignored, by its name.
    var defects: [String: Int] = [:]
    /// What the serial driver counted.
    var damage = LineDamage()
    /// Frames refused since the last good message, which hint at wrong settings.
    var refusals = 0
    /// The same for bursts of noise.
    var bursts = 0
    /// True when a person was asked to look at the settings since the last good message.
    var isDoubted = false
    /// What was suspected of the line since it was opened or configured, so that callers who come
    /// and go do not have it told again.
    var suspected: [String] = []
    /// The results that came before.
    var repeats = Repeats()
    /// What somebody said of test codes that the dialect does not know: their analytes.
    var mapped: [String: String] = [:]

    /// Refused frames in a row before a person is asked to look at the settings.
    ///
    /// Ours: a sender tries a frame six times (LIS01-A2 8.3), so half of that.
    static let patience = 3
    /// The test codes that can be mapped by marks.
    ///
    /// Ours: an analyzer's whole menu; more belong into its dialect.
    static let mappedLimit = 256
    /// The same for bursts of noise, as a wrong speed makes them.
    static let patienceWithNoise = 8

    /// Counts a defect.
    ///
    /// - Returns: whether to tell: the first eight of a kind, then each time their number doubles.
    mutating func count(_ defect: Defect) -> Bool {
        let count = defects[defect.rawValue, default: 0] + 1
        defects[defect.rawValue] = count
        switch defect {
        case .badChecksum, .damaged: refusals += 1
        case .noise: bursts += 1
        default: break
        }
        return count <= 8 || count & (count - 1) == 0
    }

    /// True at the moment when the settings become doubtful: once until the next good message.
    mutating func becomesDoubtful(by defect: Defect) -> Bool {
        let isTooMuch =
            switch defect {
            case .badChecksum, .damaged: refusals >= Self.patience
            case .noise: bursts >= Self.patienceWithNoise
            default: false
            }
        guard isTooMuch, !isDoubted else { return false }
        isDoubted = true
        return true
    }

    /// Takes a good message, which says that both ends agree.
    mutating func countMessage(results count: Int) {
        messages += 1
        results += count
        refusals = 0
        bursts = 0
        isDoubted = false
    }

    /// Adds what the serial driver counted.
    mutating func add(_ new: LineDamage) {
        guard !new.isNone else { return }
        damage.parity += new.parity
        damage.framing += new.framing
        damage.overrun += new.overrun
        damage.breaks += new.breaks
    }

    /// What to look at, by what the serial driver counted.
    var advice: String {
        if damage.framing > 0 { return "characters without a stop bit: the speed differs" }
        if damage.parity > 0 { return "characters with wrong parity: parity or data bits differ" }
        return "speed, parity or data bits may differ"
    }
}
