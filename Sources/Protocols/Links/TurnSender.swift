/// The sending side of links without frame numbers: one turn after the other, each answered or not.
///
///     → <ENQ>      ← ACK       a turn that waits for its reply
///     → H|\^&<CR>              a turn that does not
///
/// A turn that is refused is sent again. A message whose reply stays away begins again at its first
/// turn, since nobody knows what the receiver has of it. An instrument keeps what it could not get
/// across; a host gives an order up, for who asked asks again.
public struct TurnSender: SendingEnd {
    /// What is said in one go.
    struct Turn: Sendable, Equatable {
        var bytes: [UInt8]
        /// True when ACK must come before the next turn.
        var isAnswered = true
    }

    /// A message that is not accepted yet.
    private struct Item: Sendable {
        var subject: String
        var turns: [Turn]
    }

    /// How long a reply may take: the time-out that MAGLUMI's own screen shows.
    public static let patience = Duration.seconds(3)
    /// How often a turn or a message is sent, as that screen shows.
    public static let tries = 3
    /// The pause after a broken transfer: E1381's (LIS01-A2 8.2.5).
    public static let pause = Duration.seconds(10)

    /// When to call ``expire(at:)``, unless a reply comes first.
    public private(set) var deadline: Duration?

    private let role: Sender.Role
    private let turns: @Sendable ([[UInt8]]) -> [Turn]
    /// Texts whose end stands for ACK, on links that answer in words; none where ACK itself does.
    private let words: [[UInt8]]
    private var heard: [UInt8] = []
    private var queue: [Item] = []
    /// The turn that waits for its reply; nil when none does.
    private var due: Int?
    private var refusals = 0
    private var silences = 0

    /// A sender at rest, which makes `turns` of the records of a message.
    init(
        role: Sender.Role = .instrument, answeredBy words: [String] = [],
        turns: @escaping @Sendable ([[UInt8]]) -> [Turn]
    ) {
        (self.role, self.turns) = (role, turns)
        self.words = words.map { Array($0.utf8) }
    }

    /// How many messages are not accepted yet.
    public var pending: Int { queue.count }

    /// True while it waits for a reply.
    var isTalking: Bool { due != nil }

    /// Gives a message to send: its records, without their CR.
    public mutating func enqueue(
        _ records: [[UInt8]], about subject: String, at now: Duration
    ) -> [Sender.Action] {
        append(records, about: subject)
        return resume(at: now)
    }

    /// Gives a message to send later.
    mutating func append(_ records: [[UInt8]], about subject: String) {
        let turns = turns(records)
        if !turns.isEmpty { queue.append(Item(subject: subject, turns: turns)) }
    }

    /// Begins with the first message, unless it is under way or a pause is kept.
    mutating func resume(at now: Duration) -> [Sender.Action] {
        deadline == nil && !queue.isEmpty ? say(from: 0, at: now) : []
    }

    /// Lets the other side speak: what is under way begins again when the line is free.
    mutating func makeWay() {
        if due != nil { rest(until: nil) }
    }

    /// Takes back what is about `subject` and not under way; all there is, with a word, when nil.
    mutating func withdraw(_ subject: String?) -> [Sender.Action] {
        guard let subject else {
            defer { rest(until: nil) }
            defer { queue = [] }
            return queue.map { .dispatch(Dispatch(subject: $0.subject, fate: .dropped(.lost))) }
        }
        let underWay = due == nil ? 0 : 1
        let left = queue.dropFirst(underWay).filter { $0.subject != subject }
        queue = queue.prefix(underWay) + left
        return []
    }

    /// Takes replies, byte by byte, up to the one that makes it go on.
    ///
    /// Nobody can have answered what leaves only now. What is neither ACK nor NAK says nothing.
    public mutating func receive(_ bytes: [UInt8], at now: Duration) -> [Sender.Action] {
        for byte in bytes {
            guard let due else { break }
            if isAcknowledged(by: byte) {
                refusals = 0
                return say(from: due + 1, at: now)
            }
            if byte == .nak {
                refusals += 1
                return refusals < Self.tries
                    ? say(from: due, at: now) : breakOff(.refused, at: now)
            }
        }
        return []
    }

    /// Goes on when nobody has answered, or a pause is over.
    public mutating func expire(at now: Duration) -> [Sender.Action] {
        guard let deadline, now >= deadline else { return [] }
        if due != nil {
            silences += 1
            guard silences < Self.tries else { return breakOff(.timeOut, at: now) }
        }
        return say(from: 0, at: now)
    }

    /// The port was lost: a message in progress will be sent again from its start.
    public mutating func lose(at now: Duration) -> [Sender.Action] {
        if role == .host { return withdraw(nil) }
        guard due != nil else { return [] }
        rest(until: now + Self.pause)
        return kept(.lost)
    }

    /// True for ACK, or for the last character of an answer in words.
    private mutating func isAcknowledged(by byte: UInt8) -> Bool {
        guard !words.isEmpty else { return byte == .ack }
        heard = heard.suffix(31) + [byte]
        return words.contains { heard.suffix($0.count) == $0[...] }
    }

    /// Says turns until one waits for its reply; then the next message, while there is one.
    private mutating func say(from first: Int, at now: Duration) -> [Sender.Action] {
        var actions: [Sender.Action] = []
        var index = first
        while let item = queue.first {
            while index < item.turns.count {
                actions.append(.send(item.turns[index].bytes))
                if item.turns[index].isAnswered {
                    (due, deadline) = (index, now + Self.patience)
                    return actions
                }
                index += 1
            }
            queue.removeFirst()
            actions.append(.dispatch(Dispatch(subject: item.subject, fate: .delivered)))
            (index, refusals, silences) = (0, 0, 0)
        }
        rest(until: nil)
        return actions
    }

    private mutating func breakOff(
        _ reason: Dispatch.Reason, at now: Duration
    ) -> [Sender.Action] {
        guard role == .instrument else {
            let subject = queue.removeFirst().subject
            rest(until: nil)
            return [.dispatch(Dispatch(subject: subject, fate: .dropped(reason)))]
                + resume(at: now)
        }
        rest(until: now + Self.pause)
        return kept(reason)
    }

    private func kept(_ reason: Dispatch.Reason) -> [Sender.Action] {
        queue.prefix(1).map { .dispatch(Dispatch(subject: $0.subject, fate: .kept(reason))) }
    }

    private mutating func rest(until time: Duration?) {
        (due, deadline, refusals, silences) = (nil, time, 0, 0)
    }
}
