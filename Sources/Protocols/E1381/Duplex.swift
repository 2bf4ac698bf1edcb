/// An end of an E1381 line that receives and sends: a ``Receiver`` and a ``Sender`` that take
/// turns, since the line is half-duplex (LIS01-A2 8.2 to 8.4).
///
/// Pure, as both of them are. Whose turn it is decides who takes the next byte:
///
///     ← <ENQ> … <EOT>      the receiver's turn; what is to be sent waits for its end
///     → <ENQ>              the line is free: the sender asks
///     ← <ACK>              and sends, frame by frame
///     ← <ENQ>              or: both asked. The instrument wins: the host makes way and listens
///
/// The analyzer's end and ours are the same value in two roles.
public struct Duplex: LinkEnd {
    private let options: LinkOptions
    private var receiver: Receiver
    private var sender: Sender
    /// Bytes that the sender took, which the receiver has not counted.
    private var aside = 0

    /// A free line that gave `received` bytes before.
    public init(role: Sender.Role, options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.options = options
        receiver = Receiver(options: options, received: received)
        sender = Sender(role: role, options: role == .host ? options.asHost : options)
    }

    /// When to call ``expire(at:)``, unless more bytes arrive first; nil when nothing is awaited.
    public var deadline: Duration? {
        guard receiver.isNeutral, let own = sender.deadline else { return receiver.deadline }
        return min(own, receiver.deadline ?? own)
    }

    /// How many bytes were ever received, replies included.
    public var received: Int { receiver.received + aside }

    /// How many messages are to be sent, or are being sent.
    public var pending: Int { sender.pending }

    /// True when a new end would go on just as this one: nothing is received, sent, or to be sent.
    public var isAtRest: Bool {
        receiver.isAtRest && sender.state == .neutral && sender.pending == 0
    }

    /// Takes what was read at `now`: each byte goes to the side whose turn it is.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        var index = 0
        while sender.isTalking, index < bytes.count {
            let before = actions.count
            take(isDamaged ? nil : bytes[index], at: now, into: &actions)
            index += 1
            aside += 1
            // The other side cannot have answered what leaves only now.
            guard sender.isTalking, actions.count > before else { continue }
            aside += bytes.count - index
            return actions
        }
        guard index < bytes.count else { return actions + goOn(hadTurn: false, at: now) }
        if sender.state == .contention {
            listen(to: Array(bytes[index...]), isDamaged: isDamaged, at: now, into: &actions)
        } else {
            hear(Array(bytes[index...]), isDamaged: isDamaged, at: now, into: &actions)
        }
        return actions
    }

    /// Gives up waiting, if the deadline has come.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        let wasNeutral = receiver.isNeutral
        var actions = receiver.expire(at: now)
        guard receiver.isNeutral else { return actions }
        actions += sender.expire(at: now).compactMap(LinkAction.init)
        return actions + goOn(hadTurn: !wasNeutral, at: now)
    }

    /// The port was lost: see ``Receiver/lose(at:)`` and ``Sender/lose(at:)``.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        receiver.lose(at: now) + sender.lose(at: now).compactMap(LinkAction.init)
    }

    /// Gives a message to send, at once when the line is free.
    public mutating func enqueue(
        _ records: [[UInt8]], about subject: String, at now: Duration
    ) -> [LinkAction] {
        sender.append(records, about: subject)
        return goOn(hadTurn: false, at: now)
    }

    /// Takes back what waits to be sent.
    public mutating func withdraw(_ subject: String?, at now: Duration) -> [LinkAction] {
        guard let subject else { return sender.clear().compactMap(LinkAction.init) }
        sender.withdraw(subject)
        return []
    }
}

extension Duplex {
    /// A reply; nil stands for a character that came damaged, which is no reply at all: it has a
    /// frame repeated, and an enquiry waits on.
    private mutating func take(
        _ byte: UInt8?, at now: Duration, into actions: inout [LinkAction]
    ) {
        guard byte != nil || sender.state == .transfer else { return }
        actions += sender.receive([byte ?? 0], at: now).compactMap(LinkAction.init)
    }

    /// Both sides asked: an instrument hears nothing until it asks again, a host hears the
    /// instrument's enquiry and makes way for it.
    private mutating func listen(
        to bytes: [UInt8], isDamaged: Bool, at now: Duration, into actions: inout [LinkAction]
    ) {
        guard let enquiry = bytes.firstIndex(of: .enq), !isDamaged,
            sender.receive([.enq], at: now) == [.yield]
        else {
            aside += bytes.count
            return
        }
        aside += enquiry
        hear(Array(bytes[enquiry...]), isDamaged: false, at: now, into: &actions)
    }

    private mutating func hear(
        _ bytes: [UInt8], isDamaged: Bool, at now: Duration, into actions: inout [LinkAction]
    ) {
        let wasNeutral = receiver.isNeutral
        if aside > 0 {
            // The line was free when the sender took it, so a new receiver hears what the old
            // one would.
            receiver = Receiver(options: options, received: receiver.received + aside)
            aside = 0
        }
        let heard = receiver.receive(bytes, damaged: isDamaged, at: now)
        actions += heard
        let isTurnOver = !wasNeutral || heard.contains(.send(.ack))
        actions += goOn(hadTurn: isTurnOver, at: now)
    }

    /// Asks for the line if it is free and something is to be sent.
    private mutating func goOn(hadTurn: Bool, at now: Duration) -> [LinkAction] {
        guard receiver.isNeutral else { return [] }
        let actions =
            hadTurn ? sender.resumeAfterTurn(at: now) : sender.resume(at: now)
        return actions.compactMap(LinkAction.init)
    }
}

extension LinkAction {
    /// What a sender wants done, on a line that it shares; nil for what concerns the line alone.
    init?(_ action: Sender.Action) {
        switch action {
        case .send(let bytes): self = .write(bytes)
        case .dispatch(let dispatch): self = .dispatch(dispatch)
        case .yield: return nil
        }
    }
}

extension LinkOptions {
    /// How a host writes to the device: as it cuts its frames, and by the standard in all else.
    var asHost: LinkOptions {
        var options = self
        options.textLength = min(textLength, 240)
        options.etbOnCompleteRecords = false
        options.returnBeforeEnd = true
        options.trailer = .crlf
        return options
    }
}
