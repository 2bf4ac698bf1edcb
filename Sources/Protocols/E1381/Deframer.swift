/// Finds the frames in the bytes of a line, byte by byte, however they were cut into reads.
///
///     STX  number  text  ETB|ETX  C1  C2  CR  LF        LIS01-A2 8.3.1
///
/// The check sum counts from the number through ETB or ETX. A frame is complete at C2, since
/// some devices write LF alone behind it, or nothing. The text is appended to a buffer that the
/// caller owns, so that no byte of it is copied twice.
public struct Deframer: Sendable {
    /// What the next byte should be.
    private enum Due: Sendable {
        case start, number, text, rest, firstDigit, secondDigit, trailer, lineFeed, doubt
    }

    /// An ENQ or EOT where none belongs: a sender that starts over, or a damaged character.
    ///
    /// A sender that starts over waits for the answer, and the rest of a damaged frame follows at
    /// once. To answer too early would be fatal: the sender would take the ACK for the frame's.
    private struct Doubt: Sendable {
        var byte: UInt8
        /// What was due in its place.
        var place: Due
    }

    /// How many bytes were ever received, these here included.
    public private(set) var received: Int

    private let limit: Int
    private let variants: [LinkOptions.Checksum]
    private var due = Due.start
    private var frame = Frame(number: 0, isEnd: false, start: 0, line: 0, fault: nil)
    private var sum: UInt8 = 0
    private var firstDigit: UInt8?
    private var isNoisy = false
    private var doubt = Doubt(byte: 0, place: .start)
    /// Found, and not told yet.
    private var pending: Event?

    /// A deframer for a device with `options`, on a line that gave `received` bytes before.
    public init(options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.received = received
        limit = options.frameLimit
        variants = options.checksums
    }

    /// True between STX and C2.
    public var isInFrame: Bool {
        switch due == .doubt ? doubt.place : due {
        case .start, .trailer, .lineFeed, .doubt: false
        case .number, .text, .rest, .firstDigit, .secondDigit: true
        }
    }

    /// True when the last byte was an ENQ or EOT that only silence, or the next byte, explains;
    /// after a second of silence, ``settle(_:)`` is due.
    public var isInDoubt: Bool { due == .doubt }

    /// True when nothing before the next byte can change what is made of it.
    public var isIdle: Bool { due == .start && !isNoisy }

    /// Goes on to the next event.
    ///
    /// - Parameters:
    ///   - bytes: what was read.
    ///   - index: where to go on in `bytes`; `bytes.count` when nil is returned.
    ///   - text: the buffer that the frame's text is appended to.
    ///   - isDamaged: true when the driver counted character errors in these bytes.
    /// - Returns: the next event; nil when the bytes are used up.
    public mutating func next(
        in bytes: [UInt8], from index: inout Int, into text: inout [UInt8], isDamaged: Bool = false
    ) -> Event? {
        if let event = pending {
            pending = nil
            return event
        }
        if isDamaged, isInFrame { frame.fault = frame.fault ?? .damaged }
        while index < bytes.count {
            if !isDamaged, let frame = nextWhole(in: bytes.span, from: &index, into: &text) {
                return .frame(frame)
            }
            if due == .text {
                takeText(of: bytes, from: &index, into: &text)
                guard index < bytes.count else { return nil }
            }
            let byte = bytes[index]
            if due == .doubt, let event = explainDoubt(by: byte, &text) { return event }
            let event =
                isInFrame
                ? takeInFrame(byte, into: &text)
                : takeBetweenFrames(byte, isDamaged: isDamaged, at: text.count)
            if event != .defect(.interruptedFrame) {
                index += 1
                received += 1
            }
            if let event { return event }
        }
        return nil
    }

    /// Takes an ENQ or EOT in doubt for what it says, because nothing has followed it.
    ///
    /// - Parameter text: the buffer of ``next(in:from:into:isDamaged:)``, which gives what else
    ///   follows from it.
    /// - Returns: what it means; nil when nothing is in doubt.
    public mutating func settle(_ text: inout [UInt8]) -> Event? {
        due == .doubt ? explainDoubt(by: .enq, &text) : nil
    }

    /// Forgets the frame in progress, if any, and takes its text from the buffer.
    public mutating func reset(_ text: inout [UInt8]) {
        if isInFrame { text.removeSubrange(frame.start...) }
        due = .start
        isNoisy = false
    }

    /// Goes on to the end of the frame that begins at `index`, all at once, which is how nearly all
    /// are taken; the parameters are those of ``next(in:from:into:isDamaged:)``.
    ///
    /// - Returns: nil when no frame begins there, or not a whole one that is right in every way.
    @inline(__always)
    mutating func nextWhole(
        in bytes: Span<UInt8>, from index: inout Int, into text: inout [UInt8]
    ) -> Frame? {
        guard index < bytes.count, bytes[index] == .stx, isBetweenFrames,
            let whole = WholeFrame(in: bytes, at: index, limit: limit)
        else { return nil }
        let frame = Frame(
            number: bytes[index + 1], isEnd: whole.isEnd, start: text.count, line: received + 2,
            fault: nil, returns: whole.returns)
        // As a slice of an array, it would be retained and released for each frame.
        unsafe bytes.extracting(whole.text).withUnsafeBufferPointer { contents in
            unsafe text.append(contentsOf: contents)
        }
        isNoisy = false
        due = whole.hasTrailer ? .start : .trailer
        received += whole.end - index
        index = whole.end
        return frame
    }

    /// True when a frame may begin, and nothing is left to tell before it.
    private var isBetweenFrames: Bool {
        switch due {
        case .start, .trailer, .lineFeed: pending == nil
        default: false
        }
    }

    /// What the byte behind an ENQ or EOT in doubt says of it: only a sender that starts over
    /// sends another control character next.
    private mutating func explainDoubt(by next: UInt8, _ text: inout [UInt8]) -> Event? {
        let isRestart = next == .stx || next == .enq || next == .eot
        switch (isRestart, doubt.place) {
        case (true, let place):
            let event = doubt.byte == .enq ? Event.enquiry : .endOfTransmission
            let wasInFrame = place != .trailer
            if wasInFrame { text.removeSubrange(frame.start...) }
            rest()
            pending = wasInFrame ? event : nil
            return wasInFrame ? .defect(.interruptedFrame) : event
        case (false, .trailer):
            due = .lineFeed
        case (false, .firstDigit):
            firstDigit = nil
            due = .secondDigit
        case (false, _):
            text.removeSubrange(frame.start...)
            frame.fault = frame.fault ?? .strayControl
            due = .rest
        }
        return nil
    }

    /// What a byte means between frames: only ENQ, EOT and STX mean something.
    private mutating func takeBetweenFrames(
        _ byte: UInt8, isDamaged: Bool, at start: Int
    ) -> Event? {
        switch (due, byte) {
        case (.trailer, .cr):
            due = .lineFeed
        case (.trailer, .lf), (.lineFeed, .lf):
            due = .start
        case (.trailer, .enq):
            (due, doubt) = (.doubt, Doubt(byte: byte, place: due))
        case (_, .enq):
            rest()
            return .enquiry
        case (_, .eot):
            rest()
            return .endOfTransmission
        case (_, .stx):
            rest()
            due = .number
            let fault: Defect? = isDamaged ? .damaged : nil
            frame = Frame(number: 0, isEnd: false, start: start, line: received + 2, fault: fault)
        case _ where isNoisy:
            due = .start
        default:
            due = .start
            isNoisy = true
            return .defect(.noise)
        }
        return nil
    }

    /// What a byte means inside a frame, where it stands.
    private mutating func takeInFrame(_ byte: UInt8, into text: inout [UInt8]) -> Event? {
        switch (due, byte) {
        case (_, .stx):
            // Never part of a frame: this one was cut short. The byte is taken again.
            reset(&text)
            return .defect(.interruptedFrame)
        case (.number, .enq), (.text, .enq), (.rest, .enq), (.firstDigit, .enq),
            (.number, .eot), (.text, .eot), (.rest, .eot), (.firstDigit, .eot):
            (due, doubt) = (.doubt, Doubt(byte: byte, place: due))

        case (.number, _):
            frame.number = byte
            sum = byte
            due = byte == .etx || byte == .etb ? .firstDigit : .text
        case (.text, .etx), (.text, .etb), (.rest, .etx), (.rest, .etb):
            frame.isEnd = byte == .etx
            sum &+= byte
            due = .firstDigit
        case (.text, _):
            // Only the limit stops ``takeText(of:from:into:)`` at such a byte.
            text.removeSubrange(frame.start...)
            frame.fault = .frameTooLong
            due = .rest
            return .defect(.frameTooLong)
        case (.firstDigit, _):
            firstDigit = byte.hexadecimalValue
            due = .secondDigit
        case (.secondDigit, _):
            due = byte == .cr ? .lineFeed : byte == .lf ? .start : .trailer
            frame.fault = frame.fault ?? checksumFault(secondDigit: byte)
            return .frame(frame)
        default: break
        }
        return nil
    }

    private mutating func rest() {
        due = .start
        isNoisy = false
    }

    /// Appends text up to the next character that is none, or up to the limit.
    ///
    /// Other control characters are text: they are forbidden there, but the check sum decides.
    private mutating func takeText(
        of bytes: [UInt8], from index: inout Int, into text: inout [UInt8]
    ) {
        let start = index
        let end = min(bytes.count, index + limit - (text.count - frame.start))
        let span = bytes.span
        var sum = sum
        while index < end {
            let byte = span[index]
            if byte <= .etb {
                if WholeFrame.framing & (1 << UInt32(byte)) != 0 { break }
                if byte == .cr { frame.returns += 1 }
            }
            sum &+= byte
            index += 1
        }
        self.sum = sum
        received += index - start
        text.append(contentsOf: bytes[start..<index])
    }

    private func checksumFault(secondDigit: UInt8) -> Defect? {
        guard let high = firstDigit else { return .badChecksum }
        let sums = variants.contains(.withSTX) ? [sum, sum &+ .stx] : [sum]
        if let low = secondDigit.hexadecimalValue {
            return sums.contains(high << 4 | low) ? nil : .badChecksum
        }
        let isOneDigit = secondDigit == .cr || secondDigit == .lf
        let takesOne = isOneDigit && variants.contains(.oneDigit) && sums.contains(high)
        return takesOne ? nil : .badChecksum
    }
}
