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
    private var lastNumber: UInt8?
    /// The number of the frame that was refused last; nil once another one is taken.
    private var refusedNumber: UInt8?

    /// A receiver in the neutral state, on a line that gave `received` bytes before.
    public init(options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.options = options
        deframer = Deframer(options: options, received: received)
        assembly = Assembly(options: options)
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
        takeEvents(of: bytes, isDamaged: isDamaged, at: now, into: &actions)
        if deframer.isInDoubt {
            deadline = now + Self.doubt
        } else if deframer.isInFrame {
            deadline = now + Self.patience
        } else if !isInTransfer {
            deadline = deframer.isIdle ? nil : deadline ?? now + Self.patience
        }
        return actions
    }

    /// Gives up waiting, if the deadline has come: what was accepted is delivered.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        guard let deadline, now >= deadline else { return [] }
        var actions: [LinkAction] = []
        if let event = deframer.settle(&assembly.text) {
            self.deadline = nil
            take(event, at: now, into: &actions)
            takeEvents(of: [], isDamaged: false, at: now, into: &actions)
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

    private mutating func takeEvents(
        of bytes: [UInt8], isDamaged: Bool, at now: Duration, into actions: inout [LinkAction]
    ) {
        var index = 0
        repeat {
            while !isDamaged,
                let frame = deframer.nextWhole(in: bytes.span, from: &index, into: &assembly.text)
            {
                receive(frame, at: now, into: &actions)
            }
            guard
                let event = deframer.next(
                    in: bytes, from: &index, into: &assembly.text, isDamaged: isDamaged)
            else { return }
            take(event, at: now, into: &actions)
        } while true
    }

    private mutating func take(
        _ event: Deframer.Event, at now: Duration, into actions: inout [LinkAction]
    ) {
        switch event {
        case .enquiry:
            if isInTransfer, assembly.isUnfinished { actions.append(.defect(.restartedWithoutEOT)) }
            assembly.end(into: &actions)
            open(at: now)
            actions.append(.send(.ack))
        case .endOfTransmission:
            if assembly.isUnfinished { actions.append(.defect(.missingTerminator)) }
            goNeutral(into: &actions)
        case .frame(let frame):
            receive(frame, at: now, into: &actions)
        case .defect(let defect):
            actions.append(.defect(defect))
        }
    }

    private mutating func open(at now: Duration) {
        isInTransfer = true
        deadline = now + Self.patience
        (lastNumber, refusedNumber) = (nil, nil)
    }

    private mutating func goNeutral(into actions: inout [LinkAction]) {
        assembly.end(into: &actions)
        isInTransfer = false
        deadline = nil
        (lastNumber, refusedNumber) = (nil, nil)
    }

    /// Answers a frame, and takes its text if it is the next one.
    private mutating func receive(
        _ frame: Deframer.Frame, at now: Duration, into actions: inout [LinkAction]
    ) {
        if !isInTransfer {
            guard options.enquiry == .optional else {
                assembly.drop(frame)
                actions.append(.defect(.unexpectedFrame))
                return
            }
            open(at: now)
        }
        deadline = now + Self.patience
        switch verdict(on: frame) {
        case nil:
            (lastNumber, refusedNumber) = (frame.number, nil)
            actions.append(.send(.ack))
            assembly.take(frame, into: &actions)
        case .duplicateFrame:
            assembly.drop(frame)
            actions.append(.defect(.duplicateFrame))
            actions.append(.send(.ack))
        case let defect?:
            assembly.drop(frame)
            if defect != .wrongFrameNumber { refusedNumber = frame.number }
            // Told when the limit was reached, for such a frame may never come to its end.
            if defect != .frameTooLong { actions.append(.defect(defect)) }
            actions.append(.send(.nak))
        }
    }

    /// True when a device whose numbers mean little may send `number` behind a frame that was
    /// refused under `refused`.
    ///
    /// Taken is that frame again, and nothing else: where an answer was late, the sender credits
    /// it to the wrong frame, and the refused one would be missing for good.
    private func mayFollow(_ refused: UInt8, _ number: UInt8) -> Bool {
        guard options.enquiry == .required else { return true }  // A capture has no answers.
        let zero = UInt8(ascii: "0")
        let last = lastNumber.map { $0 - zero } ?? 0
        return number == refused || number == zero + (last + 1) % 8
            || last == 7 && number == zero + 1
    }

    /// Why a frame is not taken; nil when it is (LIS01-A2 8.3.2.1 and 8.3.2.2).
    @inline(__always)
    private func verdict(on frame: Deframer.Frame) -> Defect? {
        if let fault = frame.fault { return fault }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard digits.contains(frame.number) else { return .wrongFrameNumber }
        let isLast = frame.number == lastNumber
        if isLast, assembly.isRepeat(frame) { return .duplicateFrame }
        if options.frameNumbers == .strict {
            if isLast { return .conflictingFrame }
            let last = lastNumber.map { $0 - UInt8(ascii: "0") } ?? 0
            let next = UInt8(ascii: "0") + (last + 1) % 8
            let isAnyFirst = lastNumber == nil && options.enquiry == .optional
            guard frame.number == next || isAnyFirst else { return .wrongFrameNumber }
        } else if let refusedNumber, !mayFollow(refusedNumber, frame.number) {
            return .wrongFrameNumber
        }
        return assembly.hasRoom ? nil : .messageTooLong
    }
}
