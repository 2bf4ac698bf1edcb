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
        /// The oldest message was accepted to its last frame.
        case delivered
        /// The oldest message was broken off; it is kept, and will be sent again from its start.
        case kept(Reason)
        /// Both sides asked, and this one is the host: a receiver takes over.
        case yield
    }

    /// Why a message was broken off.
    public enum Reason: Sendable, Equatable { case refused, timeOut, interrupted, lost }

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
    /// How often one frame is sent (LIS01-A2 8.3.2.5).
    public static let tries = 6

    /// Where the sender stands.
    public private(set) var state = State.neutral
    /// When to call ``expire(at:)``, unless a reply comes first.
    public private(set) var deadline: Duration?

    private let role: Role
    private let framer: Framer
    private var queue: [[Framer.Text]] = []
    private var index = 0
    private var attempt = 0

    /// A sender in the neutral state, with nothing to send.
    public init(role: Role = .instrument, options: LinkOptions = LinkOptions()) {
        self.role = role
        framer = Framer(options: options)
    }

    /// How many messages are not accepted yet.
    public var pending: Int { queue.count }

    /// Gives a message to send: its records, without their CR.
    public mutating func enqueue(_ records: [[UInt8]], at now: Duration) -> [Action] {
        guard !records.isEmpty else { return [] }
        queue.append(framer.texts(of: records))
        return state == .neutral ? enquire(at: now) : []
    }

    /// Takes replies, byte by byte.
    public mutating func receive(_ bytes: [UInt8], at now: Duration) -> [Action] {
        bytes.flatMap { receive($0, at: now) }
    }

    /// Goes on when nobody has answered, or a pause is over.
    public mutating func expire(at now: Duration) -> [Action] {
        guard let deadline, now >= deadline else { return [] }
        switch state {
        case .neutral: return []
        case .establishment, .transfer: return breakOff(.timeOut, for: Self.pause, at: now)
        case .contention, .waiting: return goNeutral(at: now)
        }
    }

    /// The port was lost: a message in progress will be sent again from its start.
    public mutating func lose(at now: Duration) -> [Action] {
        guard state == .establishment || state == .transfer else { return [] }
        pause(for: Self.pause, at: now)
        return [.kept(.lost)]
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
        case (.establishment, .enq):
            state = .contention
            deadline = now + (role == .instrument ? Self.instrumentPause : Self.hostPatience)
        case (.contention, .enq) where role == .host:
            pause(for: Self.hostPatience, at: now)
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
        return [.send([.enq])]
    }

    private mutating func goNeutral(at now: Duration) -> [Action] {
        state = .neutral
        deadline = nil
        return queue.isEmpty ? [] : enquire(at: now)
    }

    private mutating func pause(for duration: Duration, at now: Duration) {
        state = .waiting
        deadline = now + duration
    }

    private mutating func breakOff(
        _ reason: Reason, for duration: Duration, at now: Duration
    ) -> [Action] {
        pause(for: duration, at: now)
        return [.send([.eot]), .kept(reason)]
    }

    private mutating func sendFrame(at now: Duration) -> [Action] {
        guard let text = queue.first?[index] else { return goNeutral(at: now) }
        attempt += 1
        deadline = now + Self.patience
        return [.send(framer.frame(text, number: index + 1))]
    }

    private mutating func accepted(at now: Duration) -> [Action] {
        index += 1
        attempt = 0
        guard index == queue.first?.count else { return sendFrame(at: now) }
        queue.removeFirst()
        return [.send([.eot]), .delivered] + goNeutral(at: now)
    }

    /// The receiver accepted the frame and asks the sender to stop; it does, at once.
    private mutating func interrupted(at now: Duration) -> [Action] {
        if index + 1 == queue.first?.count {
            queue.removeFirst()
            pause(for: Self.interruptPause, at: now)
            return [.send([.eot]), .delivered]
        }
        return breakOff(.interrupted, for: Self.interruptPause, at: now)
    }
}
