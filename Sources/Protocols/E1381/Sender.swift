/// The sending side of an E1381 line: asks, sends frame by frame, and repeats what was refused.
///
/// Pure: time comes in as an argument, and every effect goes out as an ``Action``. States, timers
/// and tries are those of LIS01-A2 8.2 to 8.4:
///
///     → <ENQ>                              neutral → establishment, 15 s for the reply
///     ← ACK                                establishment → transfer
///     → <STX>1H|\^&<CR><ETX>E5<CR><LF>     15 s for the reply
///     ← NAK                                the same frame again, six times at most
///     ← ACK                                the next frame
///     → <EOT>                              transfer → neutral
public struct Sender: Sendable {
    /// Who gives way when both sides ask at once (LIS01-A2 8.2.7.1).
    public enum Role: Sendable { case instrument, host }

    /// Where the sender stands.
    public enum State: Sendable, Equatable {
        case neutral, establishment, transfer
        /// Both sides asked at once: the instrument waits before it asks again, the host waits
        /// for the instrument to ask.
        case contention
        /// A pause, after a NAK to ENQ, a broken transfer, or an interrupt.
        case waiting
    }

    /// What the sender wants done or has found.
    public enum Action: Sendable, Equatable {
        case send([UInt8])
        /// What became of the oldest message.
        case dispatch(Dispatch)
        /// Both sides asked, and this one is the host: a receiver takes over.
        case yield
    }

    /// A message that is not accepted yet.
    private struct Item: Sendable {
        var subject: String
        var texts: [Framer.Text]
        /// How often the line was asked for it, and how often its transfer was broken off.
        var enquiries = 0
        var breaks = 0
    }

    /// How long a reply may take (LIS01-A2 8.2.6, 8.3.2.3).
    public static let patience = Duration.seconds(15)
    /// The pause after a NAK to ENQ (LIS01-A2 8.2.5), also kept after a broken transfer.
    public static let pause = Duration.seconds(10)
    /// How long an instrument waits when both sides asked (LIS01-A2 8.2.7.1).
    public static let instrumentPause = Duration.seconds(1)
    /// How long a host waits for the instrument's ENQ when both sides asked (LIS01-A2 8.2.7.1).
    public static let hostPatience = Duration.seconds(20)
    /// How long a sender that was interrupted stays off the line (LIS01-A2 8.3.3).
    public static let interruptPause = Duration.seconds(15)
    /// How often one frame is sent (LIS01-A2 8.3.2.5), and how often a host asks for the line.
    public static let tries = 6
    /// How often a host sends one message: once, and one whole repeat.
    ///
    /// What it has to say are answers, for which nobody waits long; an instrument keeps its
    /// results for ever.
    public static let transfers = 2

    /// Where the sender stands.
    public private(set) var state = State.neutral
    /// When to call ``expire(at:)``, unless a reply comes first.
    public private(set) var deadline: Duration?

    private let role: Role
    private let framer: Framer
    private let joinsEnds: Bool
    private var queue: [Item] = []
    private var index = 0
    private var attempt = 0
    private var isInterrupted = false

    /// A sender in the neutral state, with nothing to send.
    public init(role: Role = .instrument, options: LinkOptions = LinkOptions()) {
        self.role = role
        framer = Framer(options: options)
        joinsEnds = options.joinsEnds
    }

    /// How many messages are not accepted yet.
    public var pending: Int { queue.count }

    /// True while the next byte of the line is meant for the sender.
    var isTalking: Bool { state == .establishment || state == .transfer }

    /// Gives a message to send: its records, without their CR.
    public mutating func enqueue(
        _ records: [[UInt8]], about subject: String = "", at now: Duration
    ) -> [Action] {
        append(records, about: subject)
        return resume(at: now)
    }

    /// Takes a message that is to be sent when the line is free: see ``resume(at:)``.
    mutating func append(_ records: [[UInt8]], about subject: String) {
        guard !records.isEmpty else { return }
        queue.append(Item(subject: subject, texts: framer.texts(of: records)))
    }

    /// Takes the messages about `subject` back that are not under way.
    mutating func withdraw(_ subject: String) {
        let isUnderWay = state == .transfer
        let first = isUnderWay ? queue.first : nil
        queue.removeAll { $0.subject == subject }
        if let first, first.subject == subject { queue.insert(first, at: 0) }
    }

    /// Asks for the line, which is free, when there is something to send.
    mutating func resume(at now: Duration) -> [Action] {
        state == .neutral && !queue.isEmpty ? enquire(at: now) : []
    }

    /// The other side has had the line and gives it back: a sender that made way for it goes on.
    mutating func resumeAfterTurn(at now: Duration) -> [Action] {
        isInterrupted ? goNeutral(at: now) : resume(at: now)
    }

    /// Takes replies, byte by byte, up to the one that makes it say something: the other side
    /// cannot have answered what leaves only now.
    public mutating func receive(_ bytes: [UInt8], at now: Duration) -> [Action] {
        for byte in bytes {
            let actions = receive(byte, at: now)
            guard actions.isEmpty else { return actions }
        }
        return []
    }

    /// Goes on when nobody has answered, or a pause is over.
    public mutating func expire(at now: Duration) -> [Action] {
        guard let deadline, now >= deadline else { return [] }
        switch state {
        case .neutral: return []
        case .establishment, .transfer: return breakOff(.timeOut, for: Self.pause, at: now)
        case .contention: return giveUp(after: .timeOut) + goNeutral(at: now)
        case .waiting: return goNeutral(at: now)
        }
    }

    /// The port was lost: an instrument's message in progress will be sent again from its start; a
    /// host gives up what it has, since whoever asked for it will ask again.
    public mutating func lose(at now: Duration) -> [Action] {
        guard role == .instrument else { return clear() }
        guard isTalking else { return [] }
        pause(for: Self.pause, at: now)
        return kept(.lost)
    }

    /// Gives everything up, and is neutral.
    mutating func clear() -> [Action] {
        defer { (queue, state, deadline, isInterrupted) = ([], .neutral, nil, false) }
        return queue.map { dispatch($0, .dropped(.lost)) }
    }

    /// The table: what a reply means in each state; what is not in it is ignored.
    private mutating func receive(_ byte: UInt8, at now: Duration) -> [Action] {
        switch (state, byte) {
        case (.establishment, .ack):
            state = .transfer
            (index, attempt) = (0, 0)
            return sendFrame(at: now)
        case (.establishment, .nak):
            pause(for: Self.pause, at: now)
            return giveUp(after: .refused)
        case (.establishment, .enq):
            state = .contention
            deadline = now + (role == .instrument ? Self.instrumentPause : Self.hostPatience)
        case (.contention, .enq) where role == .host:
            (state, deadline) = (.neutral, nil)
            return [.yield]

        case (.transfer, .ack):
            return accepted(at: now)
        case (.transfer, .eot):
            return interrupted(at: now)
        case (.transfer, _):
            guard attempt < Self.tries else {
                return breakOff(.refused, for: Self.pause, at: now)
            }
            return sendFrame(at: now)
        default: break
        }
        return []
    }

    private mutating func enquire(at now: Duration) -> [Action] {
        state = .establishment
        deadline = now + Self.patience
        queue[0].enquiries += 1
        return [.send([.enq])]
    }

    private mutating func goNeutral(at now: Duration) -> [Action] {
        (state, deadline, isInterrupted) = (.neutral, nil, false)
        return resume(at: now)
    }

    private mutating func pause(for duration: Duration, at now: Duration) {
        state = .waiting
        deadline = now + duration
    }

    /// A host's message for which the line was asked too often is given up; others are kept.
    private mutating func giveUp(after reason: Dispatch.Reason) -> [Action] {
        guard role == .host, let first = queue.first,
            first.enquiries >= Self.tries || first.breaks >= Self.transfers
        else { return [] }
        queue.removeFirst()
        return [dispatch(first, .dropped(reason))]
    }

    private mutating func breakOff(
        _ reason: Dispatch.Reason, for duration: Duration, at now: Duration
    ) -> [Action] {
        pause(for: duration, at: now)
        isInterrupted = reason == .interrupted
        if !isInterrupted, !queue.isEmpty { queue[0].breaks += 1 }
        let given = giveUp(after: reason)
        return [.send([.eot])] + (given.isEmpty ? kept(reason) : given)
    }

    private func dispatch(_ item: Item, _ fate: Dispatch.Fate) -> Action {
        .dispatch(Dispatch(subject: item.subject, fate: fate))
    }

    private func kept(_ reason: Dispatch.Reason) -> [Action] {
        queue.prefix(1).map { dispatch($0, .kept(reason)) }
    }

    private mutating func sendFrame(at now: Duration) -> [Action] {
        guard let text = queue.first?.texts[index] else {
            return [.send([.eot])] + goNeutral(at: now)  // It was withdrawn meanwhile.
        }
        attempt += 1
        deadline = now + Self.patience
        return [.send(framer.frame(text, number: index + 1))]
    }

    private mutating func accepted(at now: Duration) -> [Action] {
        index += 1
        attempt = 0
        guard index == queue.first?.texts.count else { return sendFrame(at: now) }
        let item = queue.removeFirst()
        let next = goNeutral(at: now)
        guard joinsEnds, next == [.send([.enq])] else {
            return [.send([.eot]), dispatch(item, .delivered)] + next
        }
        return [.send([.eot, .enq]), dispatch(item, .delivered)]
    }

    /// The receiver accepted the frame and asks the sender to stop; it does, at once.
    private mutating func interrupted(at now: Duration) -> [Action] {
        if index + 1 == queue.first?.texts.count {
            let item = queue.removeFirst()
            pause(for: Self.interruptPause, at: now)
            isInterrupted = true
            return [.send([.eot]), dispatch(item, .delivered)]
        }
        return breakOff(.interrupted, for: Self.interruptPause, at: now)
    }
}
