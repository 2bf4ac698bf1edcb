/// MAGLUMI's own link: records between STX and ETX, without frame number, check sum or NAK.
///
///     <ENQ>                        → ACK
///     <STX>                        → ACK
///     H|\^&…<CR> … L|1|N<CR>                  records are not answered
///     <ETX>                        → ACK      and the message is delivered
///     <EOT>                        → ACK
///
/// Several STX … ETX may stand in one session. As there is no NAK, a message that came damaged
/// is not answered at all: the sender, which waits three seconds, sends it again.
public struct SimplifiedLink: LinkEnd {
    /// When to call ``expire(at:)``, unless more bytes arrive first; nil between sessions.
    public private(set) var deadline: Duration?

    /// How many bytes were ever received.
    public private(set) var received: Int

    /// What became of the session's last text: what follows one that was lost is not answered.
    private enum Last { case nothing, taken, lost }

    private let options: LinkOptions
    private var assembly: Assembly
    private var isInSession = false
    /// Where the text in progress begins: in the assembly, and on the line.
    private var start: (text: Int, line: Int)?
    private var fault: Defect?
    private var last = Last.nothing
    private var isNoise = false

    /// A link between sessions, on a line that gave `received` bytes before.
    public init(options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.options = options
        self.received = received
        assembly = Assembly(options: options)
    }

    /// True when a new link would go on just as this one.
    public var isAtRest: Bool { deadline == nil }

    /// Takes what was read at `now`.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        if isDamaged, start != nil { fault = fault ?? .damaged }
        var index = 0
        while index < bytes.count {
            takeText(of: bytes, from: &index, into: &actions)
            guard index < bytes.count else { break }
            take(bytes[index], isDamaged: isDamaged, into: &actions)
            index += 1
            received += 1
        }
        let isWaiting = isInSession || start != nil || isNoise
        deadline = isWaiting ? now + Receiver.patience : nil
        return actions
    }

    /// Gives up waiting, if the deadline has come: a text without its end was never answered.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        guard let deadline, now >= deadline else { return [] }
        let isSilent = isInSession || start != nil
        goNeutral()
        return isSilent ? [.defect(.timeOut)] : []
    }

    /// Counts bytes that another side of the line has taken.
    mutating func skip(_ count: Int) { received += count }

    /// The port was lost: the text in progress is dropped.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        var actions = expire(at: now)
        if start != nil { actions.append(.defect(.lostFrame)) }
        goNeutral()
        return actions
    }

    /// The table: what a character means in the text, in a session and between sessions.
    private mutating func take(
        _ byte: UInt8, isDamaged: Bool, into actions: inout [LinkAction]
    ) {
        switch byte {
        case .enq:
            drop(because: .restartedWithoutEOT, into: &actions)
            (isInSession, last, isNoise) = (true, .nothing, false)
            actions.append(.send(.ack))
        case .stx where isInSession || options.enquiry == .optional:
            drop(because: .interruptedFrame, into: &actions)
            (isInSession, isNoise) = (true, false)
            start = (assembly.text.count, received + 1)
            fault = isDamaged ? .damaged : nil
            actions.append(.send(.ack))
        case .stx:
            actions.append(.defect(.unexpectedFrame))
            isNoise = true
        case .etx where start != nil: endText(into: &actions)
        case .etx where last == .taken: actions.append(.send(.ack))
        case .eot where isInSession:
            drop(because: .interruptedFrame, into: &actions)
            if last != .lost { actions.append(.send(.ack)) }
            goNeutral()
        case .cr, .lf: break
        default:
            if !isNoise { actions.append(.defect(.noise)) }
            (isNoise, last) = (true, .lost)
        }
    }

    /// Appends what is here of the text, up to the next character of the link.
    private mutating func takeText(
        of bytes: [UInt8], from index: inout Int, into actions: inout [LinkAction]
    ) {
        guard let start else { return }
        let from = index
        let span = bytes.span
        while index < span.count, !(0x02...0x05).contains(span[index]) { index += 1 }
        received += index - from
        guard fault != .messageTooLong else { return }
        assembly.text.append(contentsOf: bytes[from..<index])
        if !assembly.hasRoom {
            fault = .messageTooLong
            // Told at once, for such a text may never come to its end.
            actions.append(.defect(.messageTooLong))
            assembly.text.removeSubrange(start.text...)
        }
    }

    private mutating func endText(into actions: inout [LinkAction]) {
        guard let start else { return }
        if let fault { return drop(because: fault, into: &actions) }
        (self.start, last) = (nil, .taken)
        actions.append(.send(.ack))
        let returns = assembly.text[start.text...].count { $0 == .cr }
        assembly.take(
            Deframer.Frame(
                number: 0, isEnd: true, start: start.text, line: start.line, fault: nil,
                returns: returns),
            into: &actions)
        if assembly.isUnfinished { actions.append(.defect(.missingTerminator)) }
        assembly.end(into: &actions)
    }

    private mutating func drop(because reason: Defect, into actions: inout [LinkAction]) {
        guard let start else { return }
        assembly.text.removeSubrange(start.text...)
        (self.start, last) = (nil, .lost)
        if reason != .messageTooLong { actions.append(.defect(reason)) }
    }

    private mutating func goNeutral() {
        if let start { assembly.text.removeSubrange(start.text...) }
        (start, fault, deadline) = (nil, nil, nil)
        (isInSession, last, isNoise) = (false, .nothing, false)
    }
}

extension SimplifiedLink {
    /// What the device says to get one message across.
    static func turns(of records: [[UInt8]], options: LinkOptions) -> [TurnSender.Turn] {
        let text = records.flatMap { $0 + [.cr] } + [.etx]
        let ends = options.joinsEnds ? [text + [.eot]] : [text, [.eot]]
        return ([[.enq], [.stx]] + ends).map { TurnSender.Turn(bytes: $0) }
    }
}
