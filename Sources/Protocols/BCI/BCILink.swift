/// bioMérieux's link of VIDAS and mini VIDAS: one text of named fields, cut up by RS, and its sum.
///
///     <ENQ>                                                → ACK
///     <STX><RS>mtrsl|<RS>ciA-01|<RS>rtFSH|…<GS>b0[<CR><LF>]   the message is delivered
///     <ETX>                                                → ACK, or NAK when the sum differs
///     <EOT>
///
/// RS stands before each field (mini VIDAS) or wherever a piece of text is full, in the middle of a
/// word too (VIDAS PC): it means nothing. The sum is that of all bytes behind STX up to and with
/// GS, as two lower-case hexadecimal digits.
public struct BCILink: LinkEnd {
    /// When to call ``expire(at:)``, unless more bytes arrive first; nil between sessions.
    public private(set) var deadline: Duration?

    /// How many bytes were ever received.
    public private(set) var received: Int

    private enum Due { case start, text, firstDigit, secondDigit, end }

    private let options: LinkOptions
    private var due = Due.start
    private var isInSession = false
    private var isNoise = false
    private var text: [UInt8] = []
    private var pieces: [Message.Piece] = []
    private var isPieceOpen = false
    private var sum: UInt8 = 0
    private var digit: UInt8?
    private var fault: Defect?

    /// A link between sessions, on a line that gave `received` bytes before.
    public init(options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.options = options
        self.received = received
    }

    /// True when a new link would go on just as this one.
    public var isAtRest: Bool { deadline == nil }

    /// True from STX to the last digit of the sum.
    private var isInText: Bool { due != .start && due != .end }

    /// Takes what was read at `now`.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        for byte in bytes {
            if isDamaged, isInText { fault = fault ?? .damaged }
            take(byte, into: &actions)
            if isDamaged, byte == .stx, isInText { fault = .damaged }
            received += 1
        }
        deadline = due != .start || isInSession || isNoise ? now + Receiver.patience : nil
        return actions
    }

    /// Gives up waiting, if the deadline has come: a text without its sum was never answered.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        guard let deadline, now >= deadline else { return [] }
        // A device that sends a text and no more is done with it.
        let isSilent = isInSession || isInText
        goNeutral()
        return isSilent ? [.defect(.timeOut)] : []
    }

    /// The port was lost: the text in progress is dropped.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        var actions = expire(at: now)
        if isInText { actions.append(.defect(.lostFrame)) }
        goNeutral()
        return actions
    }

    /// The table: what a character means at each place.
    private mutating func take(_ byte: UInt8, into actions: inout [LinkAction]) {
        switch (due, byte) {
        case (_, .enq):
            interrupt(because: .restartedWithoutEOT, into: &actions)
            (isInSession, isNoise) = (true, false)
            actions.append(.send(.ack))
        case (_, .eot):
            interrupt(because: .interruptedFrame, into: &actions)
            goNeutral()
        case (_, .stx):
            interrupt(because: .interruptedFrame, into: &actions)
            open(into: &actions)

        case (.text, .gs):
            sum &+= byte
            due = .firstDigit
        case (.text, .etx), (.firstDigit, .etx), (.secondDigit, .etx):
            refuse(because: .badChecksum, into: &actions)
            answer(into: &actions)
        case (.text, _): append(byte, into: &actions)
        case (.firstDigit, _):
            digit = byte.hexadecimalValue
            due = .secondDigit
        case (.secondDigit, _): endText(with: byte, into: &actions)
        case (.end, .etx): answer(into: &actions)

        case (.end, .cr), (.end, .lf), (.start, .cr), (.start, .lf): break
        case (.start, _), (.end, _):
            if !isNoise { actions.append(.defect(.noise)) }
            isNoise = true
        }
    }

    private mutating func open(into actions: inout [LinkAction]) {
        guard isInSession || options.enquiry == .optional else {
            actions.append(.defect(.unexpectedFrame))
            isNoise = true
            return
        }
        (due, isNoise, sum, digit, fault) = (.text, false, 0, nil, nil)
        (text, pieces, isPieceOpen) = ([], [], false)
    }

    private mutating func append(_ byte: UInt8, into actions: inout [LinkAction]) {
        sum &+= byte
        guard byte != .rs, byte != .cr, byte != .lf else {
            isPieceOpen = false
            return
        }
        guard fault != .frameTooLong else { return }
        if text.count == options.frameLimit {
            fault = .frameTooLong
            (text, pieces) = ([], [])
            actions.append(.defect(.frameTooLong))
            return
        }
        if !isPieceOpen { pieces.append(Message.Piece(text: text.count, line: received)) }
        isPieceOpen = true
        text.append(byte)
    }

    private mutating func endText(with second: UInt8, into actions: inout [LinkAction]) {
        due = .end
        let printed = digit.flatMap { high in second.hexadecimalValue.map { high << 4 | $0 } }
        if fault == nil, printed != sum { fault = .badChecksum }
        guard fault == nil else { return refuse(because: .badChecksum, into: &actions) }
        actions.append(.deliver(Message(text: text, isComplete: true, pieces: pieces)))
    }

    /// Notes that the text is not taken; one that was too long was told when it became so.
    private mutating func refuse(because reason: Defect, into actions: inout [LinkAction]) {
        due = .end
        if fault != .frameTooLong { actions.append(.defect(fault ?? reason)) }
        fault = fault ?? reason
    }

    private mutating func answer(into actions: inout [LinkAction]) {
        actions.append(.send(fault == nil ? .ack : .nak))
        due = .start
    }

    private mutating func interrupt(because reason: Defect, into actions: inout [LinkAction]) {
        if isInText { actions.append(.defect(reason)) }
        due = .start
    }

    private mutating func goNeutral() {
        (due, isInSession, isNoise, deadline) = (.start, false, false, nil)
        (text, pieces) = ([], [])
    }
}

extension BCILink {
    /// What the device says to get one message across: each record is a text of its own.
    static func turns(of records: [[UInt8]], options: LinkOptions) -> [TurnSender.Turn] {
        let texts = records.map { TurnSender.Turn(bytes: frame($0, options: options)) }
        return [TurnSender.Turn(bytes: [.enq])] + texts
            + [TurnSender.Turn(bytes: [.eot], isAnswered: false)]
    }

    /// A text with its sum, cut up as the device does it.
    static func frame(_ text: [UInt8], options: LinkOptions) -> [UInt8] {
        var counted: [UInt8] = []
        for (index, byte) in text.enumerated() {
            let isCut =
                switch options.frames {
                case .record: index == 0 || text[index - 1] == UInt8(ascii: "|")
                case .packed: index % options.textLength == 0
                }
            if isCut { counted.append(.rs) }
            counted.append(byte)
        }
        counted.append(.gs)
        let sum = counted.reduce(UInt8(0), &+)
        let digits = Array("0123456789abcdef".utf8)
        let trailer: [UInt8] =
            switch options.trailer {
            case .crlf: [.cr, .lf]
            case .lf: [.lf]
            case .none: []
            }
        return [.stx] + counted + [digits[Int(sum >> 4)], digits[Int(sum & 15)]] + trailer + [.etx]
    }
}
