/// Our end of a line that carries HL7 messages in blocks, over TCP or a serial cable.
///
///     <VT>MSH|^~\&|…<CR>PID|1<CR>OBX|1|NM|…<CR><FS><CR>      one block, one message
///     <VT>MSH|…<LF>OBX|…<CR><LF><FS>                        LF and CRLF are taken too
///     MSH|…<CR>OBX|…<CR>                                    bare, in a capture or a file
///
/// The link itself answers nothing: the acknowledgement is a message of its own, which the
/// grammar writes. So a block that was damaged, cut or too long is not delivered, is not
/// acknowledged, and comes again. A block ends with FS; the CR behind it is not waited for.
///
/// The places are those of the Minimal Lower Layer Protocol (HL7 2.5.1 Implementation Guide C.4).
public struct MLLP: LinkEnd {
    /// How long a block may stand still before it is given up: as long as a frame of E1381.
    public static let patience = Duration.seconds(30)

    private enum Place: Sendable {
        case outside
        /// Outside, behind bytes that belong to nothing: one burst is counted once.
        case noise
        case block
        /// Text without a block, which a capture may have.
        case bare
    }

    /// When to call ``expire(at:)``, unless more bytes arrive first.
    public private(set) var deadline: Duration?

    /// How many bytes were ever received.
    public private(set) var received: Int

    private let options: LinkOptions
    private var place = Place.outside
    private var text: [UInt8] = []
    /// Where the text begins on the line, and where its last line begins in the text.
    private var start = 0
    private var lineStart = 0
    /// Why the block in progress will not be delivered; its text is not kept any more.
    private var fault: Defect?

    /// An end of a line that gave `received` bytes before.
    public init(options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.options = options
        self.received = received
    }

    /// True when a new end would go on just as this one.
    public var isAtRest: Bool { place == .outside }

    /// Takes what was read at `now`; never answers.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        if isDamaged, place == .block || place == .bare { spoil(because: .damaged) }
        var index = 0
        while index < bytes.count {
            if place == .block {
                takeText(of: bytes, from: &index)
                guard index < bytes.count else { break }
                endBlock(at: bytes[index], isDamaged: isDamaged, into: &actions)
            } else {
                takeOutside(bytes[index], isDamaged: isDamaged, into: &actions)
            }
            index += 1
            received += 1
        }
        deadline = place == .outside ? nil : now + Self.patience
        return actions
    }

    /// Gives up waiting, if the deadline has come: a block without its end is dropped.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        guard let deadline, now >= deadline else { return [] }
        var actions: [LinkAction] = []
        if place == .block { actions.append(.defect(fault ?? .timeOut)) }
        endBare(into: &actions)
        rest()
        return actions
    }

    /// The port was lost: the block in progress is dropped, since nothing has acknowledged it.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        var actions = expire(at: now)
        if place == .block { actions.append(.defect(.lostFrame)) }
        endBare(into: &actions)
        rest()
        return actions
    }
}

extension MLLP {
    private mutating func rest() {
        (place, deadline, fault, lineStart) = (.outside, nil, nil, 0)
        text.removeAll(keepingCapacity: true)
    }

    private mutating func spoil(because reason: Defect) {
        fault = fault ?? reason
        text.removeAll(keepingCapacity: true)
    }

    private mutating func open(_ place: Place, at start: Int, isDamaged: Bool) {
        rest()
        (self.place, self.start) = (place, start)
        fault = isDamaged ? .damaged : nil
    }

    /// Appends what is here of a block's text, up to the VT or FS that ends it.
    private mutating func takeText(of bytes: [UInt8], from index: inout Int) {
        let from = index
        let span = bytes.span
        while index < span.count, span[index] != .vt, span[index] != .fs { index += 1 }
        received += index - from
        guard fault == nil else { return }
        guard text.count + (index - from) <= options.messageLimit else {
            return spoil(because: .messageTooLong)
        }
        text.append(contentsOf: bytes[from..<index])
    }

    /// A VT inside a block: the sender began anew, and the message comes again as a whole.
    private mutating func endBlock(
        at byte: UInt8, isDamaged: Bool, into actions: inout [LinkAction]
    ) {
        if let fault {
            actions.append(.defect(fault))
        } else if byte == .vt {
            actions.append(.defect(.interruptedFrame))
        } else if !text.isEmpty {
            actions.append(.deliver(Message(text: text, at: start)))
        }
        rest()
        if byte == .vt { open(.block, at: received + 1, isDamaged: isDamaged) }
    }

    private mutating func takeOutside(
        _ byte: UInt8, isDamaged: Bool, into actions: inout [LinkAction]
    ) {
        switch byte {
        case .vt:
            endBare(into: &actions)
            open(.block, at: received + 1, isDamaged: isDamaged)
        case .fs where place == .bare:
            endBare(into: &actions)
            rest()
        case _ where place == .bare:
            takeBare(byte, into: &actions)
        case .cr, .lf: break
        case UInt8(ascii: "A")...UInt8(ascii: "Z") where options.enquiry == .optional:
            open(.bare, at: received, isDamaged: isDamaged)
            text.append(byte)
        default:
            if place == .outside { actions.append(.defect(.noise)) }
            place = .noise
        }
    }

    /// One byte of text without a block; a line that begins with MSH begins the next message.
    private mutating func takeBare(_ byte: UInt8, into actions: inout [LinkAction]) {
        guard fault == nil else { return }
        guard text.count < options.messageLimit else { return spoil(because: .messageTooLong) }
        text.append(byte)
        if byte == .cr || byte == .lf { lineStart = text.count }
        guard lineStart > 0, text.count == lineStart + 3, isHeader(at: lineStart) else { return }
        let next = start + lineStart
        text.removeSubrange(lineStart...)
        endBare(into: &actions)
        open(.bare, at: next, isDamaged: false)
        text.append(contentsOf: Self.header)
    }

    private static let header = Array("MSH".utf8)

    private func isHeader(at index: Int) -> Bool { text[index...].starts(with: Self.header) }

    /// Delivers text without a block; nothing but the end of its last line says that it is whole.
    private mutating func endBare(into actions: inout [LinkAction]) {
        guard place == .bare else { return }
        if let fault {
            actions.append(.defect(fault))
        } else if isHeader(at: 0) {
            let isWhole = text.last == .cr || text.last == .lf
            actions.append(.deliver(Message(text: text, isComplete: isWhole, at: start)))
        } else {
            actions.append(.defect(.noise))
        }
    }
}

/// The characters that MLLP puts around a message.
extension UInt8 {
    /// Begins a block.
    public static var vt: UInt8 { 0x0B }
    /// Ends a block; CR follows.
    public static var fs: UInt8 { 0x1C }
}
