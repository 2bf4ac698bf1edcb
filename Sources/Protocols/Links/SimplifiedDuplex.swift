/// An end of MAGLUMI's link that receives and sends: a ``SimplifiedLink`` and a ``TurnSender``.
///
/// One side speaks at a time:
///
///     ← <ENQ> … <EOT>                the analyzer's session: what is to be sent waits for its end
///     → <ENQ>           ← <ACK>      the line is free: turn by turn
///     → <STX>           ← <ACK>
///     → H|…<CR> <ETX>   ← <ACK>
///     → <EOT>           ← <ACK>      delivered
///     ← <ENQ>                        or: both asked. The instrument wins, as in LIS01-A2 (ours)
///
/// The analyzer's end and ours are the same value in two roles.
public struct SimplifiedDuplex: LinkEnd {
    private let role: Sender.Role
    private var receiver: SimplifiedLink
    private var sender: TurnSender

    /// A free line that gave `received` bytes before.
    public init(role: Sender.Role, options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.role = role
        receiver = SimplifiedLink(options: options, received: received)
        sender = TurnSender(role: role) { SimplifiedLink.turns(of: $0, options: options) }
    }

    /// When to call ``expire(at:)``, unless more bytes arrive first; nil when nothing is awaited.
    public var deadline: Duration? { receiver.deadline ?? sender.deadline }

    /// How many bytes were ever received, replies included.
    public var received: Int { receiver.received }

    /// How many messages are to be sent, or are being sent.
    public var pending: Int { sender.pending }

    /// True when a new end would go on just as this one: nothing is received, sent, or to be sent.
    public var isAtRest: Bool {
        receiver.isAtRest && sender.pending == 0 && sender.deadline == nil
    }

    /// Takes what was read at `now`: each byte goes to the side whose turn it is.
    ///
    /// On a free line ACK and NAK answer what is no longer waited for, and say nothing.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        for (index, byte) in bytes.enumerated() {
            let isReply = (byte == .ack || byte == .nak) && receiver.isAtRest
            if isReply {
                receiver.skip(1)
                let said = isDamaged ? [] : sender.receive([byte], at: now)
                actions += said.compactMap(LinkAction.init)
                // The other side cannot have answered what leaves only now.
                guard said.isEmpty || !sender.isTalking else {
                    receiver.skip(bytes.count - index - 1)
                    return actions
                }
            } else if sender.isTalking, role == .instrument || byte != .enq {
                receiver.skip(1)
            } else {
                sender.makeWay()
                actions += receiver.receive([byte], damaged: isDamaged, at: now)
            }
        }
        return actions + goOn(at: now)
    }

    /// Gives up waiting, if the deadline has come.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        let actions = receiver.expire(at: now)
        guard receiver.isAtRest else { return actions }
        return actions + sender.expire(at: now).compactMap(LinkAction.init) + goOn(at: now)
    }

    /// The port was lost: a host gives up what it has, an instrument keeps it.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        receiver.lose(at: now) + sender.lose(at: now).compactMap(LinkAction.init)
    }

    /// Gives a message to send, at once when the line is free.
    public mutating func enqueue(
        _ records: [[UInt8]], about subject: String, at now: Duration
    ) -> [LinkAction] {
        sender.append(records, about: subject)
        return goOn(at: now)
    }

    /// Takes back what waits to be sent; with a word, all there is, when `subject` is nil.
    public mutating func withdraw(_ subject: String?, at now: Duration) -> [LinkAction] {
        sender.withdraw(subject).compactMap(LinkAction.init)
    }

    /// Begins to send if the line is free and something is to be sent.
    private mutating func goOn(at now: Duration) -> [LinkAction] {
        guard receiver.isAtRest else { return [] }
        return sender.resume(at: now).compactMap(LinkAction.init)
    }
}
