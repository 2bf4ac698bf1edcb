/// The receiving side of an E1381 line: answers the sender and puts its messages together.
///
/// Pure: time comes in as an argument, and every effect goes out as a ``LinkAction``.
///
///     <ENQ>                               → ACK       neutral → transfer
///     <STX>1H|\^&<CR><ETX>E5<CR><LF>      → ACK       the next frame
///     <STX>1H|\^&<CR><ETX>E5<CR><LF>      → ACK       the same again: our ACK was lost
///     <STX>3R|1|…<CR><ETX>C7<CR><LF>      → NAK       not the next frame
///     <STX>2L|1|N<CR><ETX>05<CR><LF>      → ACK       and the message is delivered
///     <EOT>                                           transfer → neutral
///
/// What was acknowledged is always delivered: with the frame that holds the terminator record, or
/// marked incomplete when the sender stops before it.
public struct Receiver: LinkEnd {
    /// How long the receiver waits for the next frame or EOT (LIS01-A2 8.3.2.4).
    public static let patience = Duration.seconds(30)

    /// How long after an ENQ inside a frame more of the frame may come: far longer than the pause
    /// between two characters, and far shorter than the fifteen seconds that a sender waits.
    public static let doubt = Duration.seconds(1)

    /// When to call ``expire(at:)``, unless more bytes arrive first; nil in the neutral state.
    public private(set) var deadline: Duration?

    private let options: LinkOptions
    private var deframer: Deframer
    private var assembly: Assembly
    private var isInTransfer = false
    private var numbering: FrameNumbering

    /// A receiver in the neutral state, on a line that gave `received` bytes before.
    public init(options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.options = options
        deframer = Deframer(options: options, received: received)
        assembly = Assembly(options: options)
        numbering = FrameNumbering(options: options)
    }

    /// How many bytes were ever received.
    public var received: Int { deframer.received }

    /// True outside any transfer phase: the line is free, whatever noise was heard on it.
    public var isNeutral: Bool { !isInTransfer && !deframer.isInFrame && !deframer.isInDoubt }

    /// True when a new receiver would go on just as this one.
    public var isAtRest: Bool { deadline == nil && !isInTransfer && deframer.isIdle }

    /// Takes what was read at `now`.
    ///
    /// - Parameters:
    ///   - bytes: any piece of the line, of any length.
    ///   - isDamaged: true when the driver counted character errors in these bytes; a frame that
    ///     has a part in them is refused.
    ///   - now: when they arrived, on the clock of ``deadline``.
    /// - Returns: replies and findings, in the order of the bytes.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        let end = now + Self.patience
        takeEvents(of: bytes, isDamaged: isDamaged, until: end, into: &actions)
        if deframer.isInDoubt {
            deadline = now + Self.doubt
        } else if deframer.isInFrame {
            deadline = end
        } else if !isInTransfer {
            deadline = deframer.isIdle ? nil : deadline ?? end
        }
        return actions
    }

    /// Gives up waiting, if the deadline has come: what was accepted is delivered.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        guard let deadline, now >= deadline else { return [] }
        var actions: [LinkAction] = []
        if let event = deframer.settle(&assembly.text) {
            self.deadline = nil
            let end = now + Self.patience
            take(event, until: end, into: &actions)
            takeEvents(of: [], isDamaged: false, until: end, into: &actions)
            return actions
        }
        if isInTransfer || deframer.isInFrame { actions.append(.defect(.timeOut)) }
        deframer.reset(&assembly.text)
        goNeutral(into: &actions)
        return actions
    }

    /// The port was lost: the frame in progress is dropped, accepted ones wait for the time-out.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        var actions = expire(at: now)
        if deframer.isInFrame { actions.append(.defect(.lostFrame)) }
        deframer.reset(&assembly.text)
        if !isInTransfer { deadline = nil }
        return actions
    }

    /// Takes all that `bytes` hold; `deadline` is where patience with what follows them ends.
    private mutating func takeEvents(
        of bytes: [UInt8], isDamaged: Bool, until deadline: Duration,
        into actions: inout [LinkAction]
    ) {
        var index = 0
        repeat {
            while !isDamaged,
                let frame = deframer.nextWhole(in: bytes.span, from: &index, into: &assembly.text)
            {
                receive(frame, until: deadline, into: &actions)
            }
            guard
                let event = deframer.next(
                    in: bytes, from: &index, into: &assembly.text, isDamaged: isDamaged)
            else { return }
            take(event, until: deadline, into: &actions)
        } while true
    }

    private mutating func take(
        _ event: Deframer.Event, until deadline: Duration, into actions: inout [LinkAction]
    ) {
        switch event {
        case .enquiry:
            if isInTransfer, assembly.isUnfinished { actions.append(.defect(.restartedWithoutEOT)) }
            assembly.end(into: &actions)
            open(until: deadline)
            actions.append(.send(.ack))
        case .endOfTransmission:
            if assembly.isUnfinished { actions.append(.defect(.missingTerminator)) }
            goNeutral(into: &actions)
        case .frame(let frame):
            receive(frame, until: deadline, into: &actions)
        case .defect(let defect):
            actions.append(.defect(defect))
        }
    }

    private mutating func open(until deadline: Duration) {
        isInTransfer = true
        self.deadline = deadline
        numbering.begin()
    }

    private mutating func goNeutral(into actions: inout [LinkAction]) {
        assembly.end(into: &actions)
        isInTransfer = false
        deadline = nil
        numbering.begin()
    }

    /// Answers a frame, and takes its text if it is the next one.
    private mutating func receive(
        _ frame: Deframer.Frame, until deadline: Duration, into actions: inout [LinkAction]
    ) {
        if !isInTransfer {
            guard options.enquiry == .optional else {
                assembly.drop(frame)
                actions.append(.defect(.unexpectedFrame))
                return
            }
            open(until: deadline)
        }
        self.deadline = deadline
        switch defect(of: frame) {
        case nil:
            numbering.take(frame.number)
            actions.append(.send(.ack))
            assembly.take(frame, into: &actions)
        case .duplicateFrame:
            assembly.drop(frame)
            actions.append(.defect(.duplicateFrame))
            actions.append(.send(.ack))
        case let defect?:
            assembly.drop(frame)
            if defect != .wrongFrameNumber { numbering.refuse(frame.number) }
            // Told when the limit was reached, for such a frame may never come to its end.
            if defect != .frameTooLong { actions.append(.defect(defect)) }
            actions.append(.send(.nak))
        }
    }

    /// Why a frame is not taken; nil when it is (LIS01-A2 8.3.2.1 and 8.3.2.2).
    @inline(__always)
    private func defect(of frame: Deframer.Frame) -> Defect? {
        if let fault = frame.fault { return fault }
        if numbering.isLast(frame.number), assembly.isRepeat(frame) { return .duplicateFrame }
        return numbering.defect(of: frame.number) ?? (assembly.hasRoom ? nil : .messageTooLong)
    }
}
