internal import Lines
internal import Protocols

/// What `stepupd listen` does with the events of its line: show, count, hint and, if asked, answer.
struct Listening {
    /// The line's name; its connections are `line#1` and so on.
    static let line = "line"

    /// Why it ended without having been asked to.
    enum Ending: Error {
        /// The line could not be opened at all, for this reason.
        case neverOpened(String)
        /// Nobody reads standard output any more.
        case unread
    }

    /// How long an open line may be silent before that is said.
    private static let patience = Duration.seconds(30)

    private let settings: LineSettings
    private let isAnswering: Bool
    private let start = ContinuousClock.now
    private var impression: LineImpression
    private let dialect: Dialect
    private var sessions: [String: Session] = [:]
    private var suspicion: LineImpression.Suspicion?
    private var introduction: Introduction
    private var isOpen = false
    private var silence: ContinuousClock.Instant?

    /// Shows a line that is set like this, and answers as one that speaks `dialect` if asked to.
    init(
        settings: LineSettings, isAnswering: Bool, as dialect: Dialect, introduction: Introduction
    ) {
        self.settings = settings
        self.dialect = dialect
        self.isAnswering = isAnswering
        self.introduction = introduction
        impression = LineImpression(settings: settings)
    }

    /// Shows what happens until `interrupt` is asked for.
    ///
    /// - Throws: ``Ending``; the loss of a line that was open is shown and waited out.
    mutating func follow(_ exchange: Exchange, until interrupt: Interrupt) throws(Ending) {
        while !interrupt.isAsked {
            let deadline = sessions.values.compactMap(\.deadline).map { start + $0 }
            let events = exchange.wait(until: (deadline + [silence].compactMap(\.self)).min())
            for event in events { try show(event, exchange) }
            expire()
        }
        Console.say(summary)
        introduction.end()
    }

    private mutating func show(_ event: LineEvent, _ exchange: Exchange) throws(Ending) {
        switch event {
        case .opened(let line, let detail):
            Console.say("\(stamp)  \(mark(line))open: \(Console.harmless(detail))")
            isOpen = true
            if impression.count == 0 { silence = .now + Self.patience }
        case .bytes(let line, let bytes, let damage):
            silence = nil
            try show(bytes, on: line)
            note(bytes, damage)
            if isAnswering { answer(bytes, damage, on: line, exchange) }
        case .lost(let line, let reason):
            guard isOpen else { throw .neverOpened(reason) }
            Console.say("\(stamp)  \(mark(line))lost: \(Console.harmless(reason))")
            let now = start.duration(to: .now)
            _ = sessions[line]?.lose(at: now)
        }
    }

    /// Writes the bytes with the time at which they came; a frame's end ends the line of text.
    private func show(_ bytes: [UInt8], on line: String) throws(Ending) {
        let time = stamp
        var rest = bytes[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
            do {
                try Console.put("\(time)  \(mark(line))\(LineNotation.text(of: rest[..<end]))")
            } catch {
                throw .unread
            }
            rest = rest[end...]
        }
    }

    /// Counts, and says so when something was counted or a new suspicion arises.
    private mutating func note(_ bytes: [UInt8], _ damage: LineDamage) {
        impression.receive(bytes, damage: damage)
        if !damage.isNone { Console.say("\(stamp)  \(Self.words(impression.damage))") }
        if let hint = impression.hint(), impression.suspicion != suspicion {
            Console.say("hint: \(hint)")
        }
        suspicion = impression.suspicion
        if let hint = introduction.receive(bytes) { Console.say("hint: \(hint)") }
    }

    private mutating func answer(
        _ bytes: [UInt8], _ damage: LineDamage, on line: String, _ exchange: Exchange
    ) {
        let now = start.duration(to: .now)
        var session = sessions[line] ?? Session(dialect: dialect)
        let actions = session.receive(bytes, damaged: !damage.isNone, at: now)
        sessions[line] = session
        for action in actions {
            switch action {
            case .send(let bytes):
                exchange.send(bytes, to: line)
                Console.say("\(stamp)  \(mark(line))sent: \(LineNotation.text(of: bytes))")
            case .defect(let defect):
                Console.say("\(stamp)  \(mark(line))defect: \(defect.rawValue)")
            case .results, .training, .query, .badRow, .dispatch: break
            }
        }
    }

    private mutating func expire() {
        let now = ContinuousClock.now
        let elapsed = start.duration(to: now)
        for line in Array(sessions.keys) { _ = sessions[line]?.expire(at: elapsed) }
        if let silence, silence <= now {
            self.silence = nil
            Console.say(
                "hint: Nothing heard for \(Self.patience): is the cable right (straight or "
                    + "crossed), and is the analyzer's host interface on?")
        }
    }

    /// Seconds since the start, to the millisecond.
    private var stamp: String {
        let (seconds, attoseconds) = start.duration(to: .now).components
        let digits = String(attoseconds / 1_000_000_000_000_000)
        let text = "\(seconds).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
        return String(repeating: " ", count: max(0, 10 - text.count)) + text
    }

    /// Which connection it was, where there can be several.
    private func mark(_ line: String) -> String { line == Self.line ? "" : "\(line)  " }

    private var summary: String { "\(impression.count) bytes; \(Self.words(impression.damage))" }

    private static func words(_ damage: LineDamage) -> String {
        "parity errors \(damage.parity), framing errors \(damage.framing), "
            + "overruns \(damage.overrun), breaks \(damage.breaks)"
    }
}
