/// Printed lines, each a message of its own, or the rows of a table that belong together.
///
///     SampleID=, A-01, Analyte=, #TSH, Conc=, 1.353 …<CR><LF>      delivered at once
///
///     Specimen;Test;Result<CR><LF>                                 a table's names, then its rows,
///     A-01;Gastrin;173<CR><LF>                                     delivered after a pause
///
/// CR, LF or both end a line. A line that came damaged is left out, and so is one whose end never
/// comes, for its last number may be cut; in a file the end of the file ends it.
public struct Lines: LinkEnd {
    /// How long a table may pause before it is taken to be whole.
    public static let pause = Duration.seconds(2)

    /// When to call ``expire(at:)``, unless more bytes arrive first.
    public private(set) var deadline: Duration?

    /// How many bytes were ever received.
    public private(set) var received: Int

    private let options: LinkOptions
    private let isTable: Bool
    private var text: [UInt8] = []
    private var pieces: [Message.Piece] = []
    /// Where the line in progress begins in the text; nil between lines.
    private var start: Int?
    private var fault: Defect?

    /// A line at rest that gave `received` bytes before.
    public init(options: LinkOptions = LinkOptions(), received: Int = 0) {
        self.options = options
        self.received = received
        isTable = options.kind == .table
    }

    /// True when a new end would go on just as this one.
    public var isAtRest: Bool { deadline == nil }

    /// Takes what was read at `now`; answers each line where the dialect says so.
    public mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool = false, at now: Duration
    ) -> [LinkAction] {
        var actions = expire(at: now)
        if isDamaged, start != nil { fault = fault ?? .damaged }
        var index = 0
        while index < bytes.count {
            let end = bytes[index...].firstIndex { $0 == .cr || $0 == .lf } ?? bytes.count
            if index < end {
                if start == nil { (start, fault) = (text.count, isDamaged ? .damaged : nil) }
                append(bytes[index..<end])
                received += end - index
            }
            if end < bytes.count {
                endLine(with: bytes[end], into: &actions)
                received += 1
            }
            index = end + 1
        }
        let isWaiting = start != nil || !text.isEmpty
        deadline = isWaiting ? now + (isTable ? Self.pause : Receiver.patience) : nil
        return actions
    }

    /// Gives up waiting, if the deadline has come: a table is then whole.
    public mutating func expire(at now: Duration) -> [LinkAction] {
        guard let deadline, now >= deadline else { return [] }
        var actions: [LinkAction] = []
        if options.isFile, fault == nil {
            endLine(with: nil, into: &actions)
        } else {
            dropLine(because: .cutRecord, into: &actions)
        }
        deliver(into: &actions)
        self.deadline = nil
        return actions
    }

    /// The port was lost: the line in progress is dropped, and a table's whole ones are all of it.
    public mutating func lose(at now: Duration) -> [LinkAction] {
        var actions = expire(at: now)
        dropLine(because: .cutRecord, into: &actions)
        deliver(into: &actions)
        deadline = nil
        return actions
    }

    /// Appends what follows on the line, up to the end of a line or that end itself.
    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        if pieces.last.map({ $0.line + text.count - $0.text }) != received {
            pieces.append(Message.Piece(text: text.count, line: received))
        }
        text.append(contentsOf: bytes)
        guard let start, text.count - start > options.frameLimit else { return }
        fault = .frameTooLong
        text.removeSubrange(start...)
        pieces.removeAll { $0.text >= start }
    }

    /// Ends the line in progress; a table keeps the ends, by which its rows are counted.
    private mutating func endLine(with end: UInt8?, into actions: inout [LinkAction]) {
        let isWhole = start != nil && fault == nil
        if start != nil, options.acknowledgesLines { actions.append(.send(isWhole ? .ack : .nak)) }
        if let fault { dropLine(because: fault, into: &actions) }
        start = nil
        if isTable {
            if let end { append([end]) }
            if text.count > options.messageLimit {
                actions.append(.defect(.messageTooLong))
                deliver(into: &actions)
            }
        } else {
            deliver(into: &actions)
        }
    }

    private mutating func dropLine(because reason: Defect, into actions: inout [LinkAction]) {
        guard let start else { return }
        text.removeSubrange(start...)
        pieces.removeAll { $0.text >= start }
        actions.append(.defect(reason))
        (self.start, fault) = (nil, nil)
    }

    private mutating func deliver(into actions: inout [LinkAction]) {
        let isBlank = text.allSatisfy { $0 == .cr || $0 == .lf }
        if !isBlank {
            actions.append(.deliver(Message(text: text, isComplete: true, pieces: pieces)))
        }
        (text, pieces) = ([], [])
    }
}

extension Lines {
    /// What the device says to get its lines across.
    static func turns(of records: [[UInt8]], options: LinkOptions) -> [TurnSender.Turn] {
        let ends: [UInt8] = options.trailer == .lf ? [.lf] : [.cr, .lf]
        return records.map {
            TurnSender.Turn(bytes: $0 + ends, isAnswered: options.acknowledgesLines)
        }
    }
}
