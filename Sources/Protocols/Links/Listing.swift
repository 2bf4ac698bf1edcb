/// Bare records, one a line, from a device that knows no handshake: a printout, or a raw file.
///
///     H|\^&|||…<CR><LF>
///     1O|1|130000445||^^^TT4<LF>        the digit of a frame that somebody cut away
///     L|1|N<CR>
///
/// CR, LF or both end a line. Nothing is answered, unless the dialect says that each line is: a
/// line with damaged characters is left out, and there refused. So is one that broke off, where the
/// header of another message follows in the same line.
public struct Listing: LinkEnd {
    /// When to call ``expire(at:)``, unless more bytes arrive first.
    public private(set) var deadline: Duration?

    /// How many bytes were ever received.
    public private(set) var received: Int

    private let options: LinkOptions
    private var assembly: Assembly
    /// Where the line in progress begins: in the text, and on the line.
    private var start: (text: Int, line: Int)?
    private var fault: Defect?

    /// A listing of which `received` bytes came before.
    public init(options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.options = options
        self.received = received
        assembly = Assembly(options: options)
    }

    /// True when a new listing would go on just as this one.
    public var isAtRest: Bool { deadline == nil }

    /// Takes what was read at `now`; answers each line where the dialect says so.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        var index = 0
        if isDamaged, start != nil { fault = fault ?? .damaged }
        while index < bytes.count {
            if bytes[index] == .cr || bytes[index] == .lf {
                endLine(into: &actions)
                index += 1
                received += 1
            } else {
                takeText(of: bytes, from: &index, isDamaged: isDamaged)
            }
        }
        let isWaiting = start != nil || assembly.isUnfinished
        deadline = isWaiting ? now + Receiver.patience : nil
        return actions
    }

    /// Gives up waiting, if the deadline has come; a line without an end is left out, unless it
    /// is the terminator.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        guard let deadline, now >= deadline else { return [] }
        var actions: [LinkAction] = []
        if let start, isTerminator(from: start.text) {
            endLine(into: &actions)
        } else {
            dropLine(because: .cutRecord, into: &actions)
        }
        if assembly.isUnfinished { actions.append(.defect(.timeOut)) }
        assembly.end(into: &actions)
        self.deadline = nil
        return actions
    }

    /// The port was lost: the line in progress is dropped, whole ones wait for the time-out.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        var actions = expire(at: now)
        dropLine(because: .cutRecord, into: &actions)
        if !assembly.isUnfinished { deadline = nil }
        return actions
    }

    private func isTerminator(from start: Int) -> Bool {
        guard start < assembly.text.count, fault == nil else { return false }
        return assembly.text[start] & 0xDF == UInt8(ascii: "L")
    }

    private mutating func dropLine(because reason: Defect, into actions: inout [LinkAction]) {
        guard let start else { return }
        assembly.text.removeSubrange(start.text...)
        actions.append(.defect(reason))
        self.start = nil
        fault = nil
    }

    private mutating func endLine(into actions: inout [LinkAction]) {
        guard let start else { return }
        if options.acknowledgesLines { actions.append(.send(fault == nil ? .ack : .nak)) }
        if let fault { return dropLine(because: fault, into: &actions) }
        self.start = nil
        guard start.text < assembly.text.count else { return }
        let lost = brokenOff(from: start.text)
        if lost > 0 {
            actions.append(.defect(.cutRecord))
            assembly.text.removeSubrange(start.text..<start.text + lost)
        }
        assembly.take(
            Deframer.Frame(
                number: 0, isEnd: true, start: start.text, line: start.line + lost, fault: nil,
                returns: 0),
            into: &actions)
        if !assembly.hasRoom {
            actions.append(.defect(.messageTooLong))
            assembly.end(into: &actions)
        }
    }

    /// How much of the line from `start` on is a record that broke off: what stands before a header
    /// with the delimiters of this message, or the usual ones.
    private func brokenOff(from start: Int) -> Int {
        let text = assembly.text.span
        let isOpen = start > 4 && text[0] == UInt8(ascii: "H")
        let header = isOpen ? Array(assembly.text[..<4]) : Array(#"H|\^"#.utf8)
        guard text.count - start > header.count else { return 0 }
        for index in (start + 1)...(text.count - header.count)
        where text[index] == header[0]
            && header.indices.allSatisfy({ text[index + $0] == header[$0] })
        {
            return index - start
        }
        return 0
    }

    /// Appends what is left of the line, or what is here of it.
    private mutating func takeText(
        of bytes: [UInt8], from index: inout Int, isDamaged: Bool
    ) {
        if start == nil {
            let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
            let isNumbered = digits.contains(bytes[index])
            start = (assembly.text.count, received + (isNumbered ? 1 : 0))
            fault = isDamaged ? .damaged : nil
            if isNumbered {
                index += 1
                received += 1
            }
        }
        let from = index
        let span = bytes.span
        while index < span.count, span[index] != .cr, span[index] != .lf { index += 1 }
        received += index - from
        guard fault != .frameTooLong, let start else { return }
        assembly.text.append(contentsOf: bytes[from..<index])
        if assembly.text.count - start.text > options.frameLimit {
            fault = .frameTooLong
            assembly.text.removeSubrange(start.text...)
        }
    }
}
