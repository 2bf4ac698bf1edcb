/// POCT1-A on a line: XML messages without frames, each as long as its outermost element.
///
///     <HEL.R01><HDR>…</HDR>…</HEL.R01>          → ACK.R01, from the reading of the message
///     <OBS.R01><HDR>…</HDR><SVC>…</SVC></OBS.R01> → ACK.R01
///
/// The link looks for the end of the outermost element and for nothing else: what is inside is read
/// when the message is there. What stands before the first `<` is noise.
public struct POCTLink: LinkEnd {
    /// When to call ``expire(at:)``, unless more bytes arrive first; nil between messages.
    public private(set) var deadline: Duration?

    /// How many bytes were ever received.
    public private(set) var received: Int

    /// Inside a tag: where in it; between tags: text.
    private enum Place { case text, tag, quoted(UInt8) }

    private let options: LinkOptions
    private var text: [UInt8] = []
    private var line = 0
    private var place = Place.text
    /// Where the tag in progress begins.
    private var tag = 0
    private var depth = 0
    private var fault: Defect?
    private var isNoise = false

    /// A link between messages, on a line that gave `received` bytes before.
    public init(options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.options = options
        self.received = received
    }

    /// True when a new link would go on just as this one.
    public var isAtRest: Bool { deadline == nil }

    /// Takes what was read at `now`.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        for byte in bytes {
            if isDamaged, !text.isEmpty { fault = fault ?? .damaged }
            take(byte, into: &actions)
            if isDamaged, !text.isEmpty { fault = fault ?? .damaged }
            received += 1
        }
        deadline = text.isEmpty && !isNoise ? nil : now + Receiver.patience
        return actions
    }

    /// Gives up waiting, if the deadline has come: a message without its end is not read.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        guard let deadline, now >= deadline else { return [] }
        let isCut = !text.isEmpty
        reset()
        return isCut ? [.defect(.timeOut)] : []
    }

    /// The port was lost: the message in progress is dropped.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        var actions = expire(at: now)
        if !text.isEmpty { actions.append(.defect(.lostFrame)) }
        reset()
        return actions
    }

    private mutating func take(_ byte: UInt8, into actions: inout [LinkAction]) {
        if text.isEmpty {
            guard byte == UInt8(ascii: "<") else { return takeOutside(byte, into: &actions) }
            (line, isNoise) = (received, false)
        }
        guard text.count < options.frameLimit else {
            actions.append(.defect(.frameTooLong))
            reset()
            isNoise = true
            return
        }
        text.append(byte)
        switch (place, byte) {
        case (.text, UInt8(ascii: "<")): (place, tag) = (.tag, text.count - 1)
        case (.tag, UInt8(ascii: ">")): endTag(into: &actions)
        case (.tag, UInt8(ascii: "\"")), (.tag, UInt8(ascii: "'")):
            // In a comment they are only marks.
            if text[tag + 1] != UInt8(ascii: "!") { place = .quoted(byte) }
        case (.quoted(let quote), _) where quote == byte: place = .tag
        default: break
        }
    }

    private mutating func takeOutside(_ byte: UInt8, into actions: inout [LinkAction]) {
        guard ![0x20, 0x09, 0x0A, 0x0D].contains(byte) else { return }
        if !isNoise { actions.append(.defect(.noise)) }
        isNoise = true
    }

    private mutating func endTag(into actions: inout [LinkAction]) {
        place = .text
        let second = text[tag + 1]
        let isEmpty = text[text.count - 2] == UInt8(ascii: "/")
        switch second {
        case UInt8(ascii: "?"), UInt8(ascii: "!"): break
        case UInt8(ascii: "/"): depth -= 1
        default: depth += isEmpty ? 0 : 1
        }
        let isDeclaration = second == UInt8(ascii: "?") || second == UInt8(ascii: "!")
        guard depth <= 0, !isDeclaration else { return }
        let found: LinkAction =
            fault.map { .defect($0) }
            ?? .deliver(Message(text: text, isComplete: true, at: line))
        actions.append(found)
        reset()
    }

    private mutating func reset() {
        (text, place, depth, fault, isNoise, deadline) = ([], .text, 0, nil, false, nil)
    }
}
