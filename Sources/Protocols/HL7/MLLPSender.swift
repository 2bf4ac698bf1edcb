/// The device's end of a line that carries HL7: one message at a time, each until it is answered.
///
///     → <VT>MSH|…|M1|…<CR>…<FS><CR>
///     ← <VT>MSH|…<CR>MSA|AA|M1<CR><FS><CR>      accepted, the next one
///     ← <VT>MSH|…<CR>MSA|AR|M1<CR><FS><CR>      not wanted: it is not sent again
///
/// Which answers come, its own header says (MSH-15 and MSH-16); a message that wants none is
/// delivered as soon as it is sent.
public struct MLLPSender: SendingEnd {
    private struct Item: Sendable {
        let subject: String
        let block: [UInt8]
        let controlID: [UInt8]
        let wantsAnswer: Bool
    }

    /// How long an answer may take, as Mindray's CL analyzers wait.
    public static let patience = Duration.seconds(5)
    /// How often a message is sent before a pause.
    public static let tries = 3
    /// The pause after a broken transfer: E1381's (LIS01-A2 8.2.5).
    public static let pause = Duration.seconds(10)

    /// When to call ``expire(at:)``, unless an answer comes first.
    public private(set) var deadline: Duration?

    private var answers = MLLP()
    private var queue: [Item] = []
    private var isWaiting = false
    private var attempt = 0

    /// A sender with nothing to send.
    public init() {}

    /// How many messages are not accepted yet.
    public var pending: Int { queue.count }

    /// Gives a message to send: its segments, without their CR.
    public mutating func enqueue(
        _ segments: [[UInt8]], about subject: String, at now: Duration
    ) -> [Sender.Action] {
        guard !segments.isEmpty else { return [] }
        let text = Array(segments.map { $0 + [.cr] }.joined())
        let header = HL7Header(0..<(segments.first?.count ?? 0), of: text.span)
        let item = Item(
            subject: subject, block: [.vt] + text + [.fs, .cr],
            controlID: header.map { Array(text[$0.controlID]) } ?? [],
            wantsAnswer: header?.wantsAnswer ?? true)
        queue.append(item)
        return deadline == nil ? send(at: now) : []
    }

    /// Takes answers, in pieces of any length.
    public mutating func receive(_ bytes: [UInt8], at now: Duration) -> [Sender.Action] {
        var actions: [Sender.Action] = []
        for case .deliver(let message) in answers.receive(bytes, at: now) {
            guard isWaiting, let item = queue.first,
                let code = Self.answer(in: message.text.span, to: item.controlID)
            else { continue }
            actions += finish(code == "AA" || code == "CA" ? .delivered : .dropped(.refused))
            actions += send(at: now)
        }
        return actions
    }

    /// Sends once more when nobody has answered, or when a pause is over.
    public mutating func expire(at now: Duration) -> [Sender.Action] {
        guard let deadline, now >= deadline else { return [] }
        guard isWaiting, attempt == Self.tries else { return send(at: now) }
        pause(at: now)
        return kept(.timeOut)
    }

    /// The port was lost: the message in progress will be sent again.
    public mutating func lose(at now: Duration) -> [Sender.Action] {
        _ = answers.lose(at: now)
        guard isWaiting else { return [] }
        pause(at: now)
        return kept(.lost)
    }

    /// The code of the acknowledgement of the message `controlID`; nil when it is none.
    private static func answer(in text: Span<UInt8>, to controlID: [UInt8]) -> String? {
        let segments = Segment.all(of: text)
        guard let first = segments.first, let header = HL7Header(first.range, of: text),
            let answer = segments.first(where: { $0.name == Segment.msa })
        else { return nil }
        let fields = answer.range.map { text[$0] }.split(
            separator: header.delimiters.field, omittingEmptySubsequences: false)
        guard fields.count > 2, fields[2].elementsEqual(controlID) else { return nil }
        return String(decoding: fields[1], as: UTF8.self)
    }

    private mutating func send(at now: Duration) -> [Sender.Action] {
        var actions: [Sender.Action] = []
        (isWaiting, deadline) = (false, nil)
        while let item = queue.first {
            actions.append(.send(item.block))
            guard !item.wantsAnswer else {
                attempt += 1
                (isWaiting, deadline) = (true, now + Self.patience)
                return actions
            }
            actions += finish(.delivered)
        }
        return actions
    }

    private mutating func finish(_ fate: Dispatch.Fate) -> [Sender.Action] {
        attempt = 0
        guard !queue.isEmpty else { return [] }
        return [.dispatch(Dispatch(subject: queue.removeFirst().subject, fate: fate))]
    }

    private mutating func pause(at now: Duration) {
        (isWaiting, attempt, deadline) = (false, 0, now + Self.pause)
    }

    private func kept(_ reason: Dispatch.Reason) -> [Sender.Action] {
        queue.prefix(1).map { .dispatch(Dispatch(subject: $0.subject, fate: .kept(reason))) }
    }
}

extension HL7Header {
    /// False when neither side of the receiver is to answer a message that it takes.
    var wantsAnswer: Bool {
        guard accept != nil || application != nil else { return true }
        return [accept, application].contains { $0 == .always || $0 == .onSuccess }
    }
}
