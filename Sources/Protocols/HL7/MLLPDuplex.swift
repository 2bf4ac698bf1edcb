/// An end of a line that carries HL7 both ways: an ``MLLP`` and an ``MLLPSender``.
///
/// Pure, as both of them are. The line is full-duplex, so that nobody waits for a turn; what comes
/// in is an answer to what was sent, or something new:
///
///     ← <VT>MSH|…|QBP^Q11^QBP_Q11|17|…<FS><CR>              delivered: the analyzer asks
///     → <VT>MSH|…|RSP^K11^RSP_K11|17-1|…MSA|AA|17…<FS><CR>  an answer, to which none comes
///     → <VT>MSH|…|OML^O33^OML_O33|17-2|…<FS><CR>            the order, to which one does
///     ← <VT>MSH|…|ORL^O34^ORL_O42|…MSA|AA|17-2…<FS><CR>     and it is delivered
///
/// The analyzer's end and ours are the same value in two roles.
public struct MLLPDuplex: LinkEnd {
    private var receiver: MLLP
    private var sender: MLLPSender

    /// A free line that gave `received` bytes before.
    public init(role: Sender.Role, options: LinkOptions = LinkOptions(), received: Int = 0) {
        receiver = MLLP(options: options, received: received)
        sender = MLLPSender(role: role)
    }

    /// When to call ``expire(at:)``, unless more bytes arrive first; nil when nothing is awaited.
    public var deadline: Duration? {
        guard let own = sender.deadline else { return receiver.deadline }
        return min(own, receiver.deadline ?? own)
    }

    /// How many bytes were ever received, answers included.
    public var received: Int { receiver.received }

    /// How many messages wait for their answer, or to be sent.
    public var pending: Int { sender.pending }

    /// True when a new end would go on just as this one: nothing is received, awaited or to be
    /// sent.
    public var isAtRest: Bool {
        receiver.isAtRest && sender.pending == 0 && sender.deadline == nil
    }

    /// Takes what was read at `now`: an answer is told to be one, and delivered as well.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        for action in receiver.receive(bytes, damaged: isDamaged, at: now) {
            if case .deliver(let message) = action {
                actions += sender.hear(message, at: now).compactMap(LinkAction.init)
            }
            actions.append(action)
        }
        return actions
    }

    /// Gives up waiting, if the deadline has come.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        receiver.expire(at: now) + sender.expire(at: now).compactMap(LinkAction.init)
    }

    /// The port was lost: a host gives up what it has, an instrument keeps it.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        receiver.lose(at: now) + sender.lose(at: now).compactMap(LinkAction.init)
    }

    /// Gives a message to send: its segments, without their CR.
    public mutating func enqueue(
        _ segments: [[UInt8]], about subject: String, at now: Duration
    ) -> [LinkAction] {
        sender.enqueue(segments, about: subject, at: now).compactMap(LinkAction.init)
    }

    /// Takes back what is not answered yet.
    public mutating func withdraw(_ subject: String?, at now: Duration) -> [LinkAction] {
        sender.withdraw(subject, at: now).compactMap(LinkAction.init)
    }
}
