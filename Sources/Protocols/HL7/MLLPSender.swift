/// The sending side of a line that carries HL7: one message at a time, each until it is answered.
///
///     → <VT>MSH|…|M1|…<CR>…<FS><CR>
///     ← <VT>MSH|…<CR>MSA|AA|M1<CR><FS><CR>      accepted, the next one
///     ← <VT>MSH|…<CR>MSA|AR|M1<CR><FS><CR>      not wanted: it is not sent again
///
/// Which answers come, its own header says (MSH-15 and MSH-16). A message that wants none, as an
/// answer does, leaves at once and is delivered with that.
///
/// An instrument keeps its results until they are taken. What a host sends are orders, for which
/// the instrument has just asked: IHE LAW forbids to send one twice, and who asked asks again.
public struct MLLPSender: SendingEnd {
    private struct Item: Sendable {
        let subject: String
        let block: [UInt8]
        let controlID: [UInt8]
        let wants: Wanted
    }

    /// Which answer makes a message delivered.
    private enum Wanted { case none, any, ofApplication }

    /// How long an answer to an instrument may take, as Mindray's CL analyzers wait.
    public static let patience = Duration.seconds(5)
    /// How long an answer to a host may take: as long as a reply of E1381 (LIS01-A2 8.3.2.3).
    public static let hostPatience = Duration.seconds(15)
    /// How often an instrument sends a message before a pause.
    public static let tries = 3
    /// The pause after a broken transfer: E1381's (LIS01-A2 8.2.5).
    public static let pause = Duration.seconds(10)

    /// When to call ``expire(at:)``, unless an answer comes first.
    public private(set) var deadline: Duration?

    private let role: Sender.Role
    private var answers = MLLP()
    private var queue: [Item] = []
    /// What was taken back unanswered, and when: what is given at the same time stands in its
    /// place, and it may have arrived.
    private var replaced: (item: Item, time: Duration)?
    private var isWaiting = false
    private var attempt = 0

    /// A sender with nothing to send.
    public init(role: Sender.Role = .instrument) { self.role = role }

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
            wants: header.map { Self.wanted(by: $0, in: text.span) } ?? .any)
        if item.wants == .none {
            return [.send(item.block), .dispatch(Dispatch(subject: subject, fate: .delivered))]
        }
        if queue.isEmpty, replaced?.time != now { replaced = nil }
        queue.append(item)
        return deadline == nil ? send(at: now) : []
    }

    /// Takes answers, in pieces of any length.
    public mutating func receive(_ bytes: [UInt8], at now: Duration) -> [Sender.Action] {
        var actions: [Sender.Action] = []
        for case .deliver(let message) in answers.receive(bytes, at: now) {
            actions += hear(message, at: now)
        }
        return actions
    }

    /// Takes a message that may be the answer to the one that waits; others say nothing to it.
    mutating func hear(_ message: Message, at now: Duration) -> [Sender.Action] {
        guard isWaiting, let item = queue.first else { return [] }
        guard let answer = MessageAnswer(in: message.text.span, to: item.controlID) else {
            return hearOfReplaced(in: message)
        }
        if answer.isOfLinkAlone, item.wants == .ofApplication {
            deadline = now + patience  // The application's own answer is still to come.
            return []
        }
        return finish(answer.isAccepted ? .delivered : .dropped(.refused)) + send(at: now)
    }

    /// Takes a late answer to a message in whose place another one stands: accepted, it was
    /// delivered after all, and its successor may well be refused.
    private mutating func hearOfReplaced(in message: Message) -> [Sender.Action] {
        guard let item = replaced?.item,
            let answer = MessageAnswer(in: message.text.span, to: item.controlID),
            answer.isAccepted, !(answer.isOfLinkAlone && item.wants == .ofApplication)
        else { return [] }
        replaced = nil
        return [.dispatch(Dispatch(subject: item.subject, fate: .delivered))]
    }

    /// Sends once more when nobody has answered, or when a pause is over.
    public mutating func expire(at now: Duration) -> [Sender.Action] {
        guard let deadline, now >= deadline else { return [] }
        guard isWaiting, attempt == (role == .host ? 1 : Self.tries) else { return send(at: now) }
        if role == .host { return finish(.dropped(.timeOut)) + send(at: now) }
        pause(at: now)
        return kept(.timeOut)
    }

    /// The port was lost: an instrument's message in progress will be sent again, a host's will
    /// not.
    public mutating func lose(at now: Duration) -> [Sender.Action] {
        _ = answers.lose(at: now)
        guard role == .instrument else { return withdraw(nil, at: now) }
        guard isWaiting else { return [] }
        pause(at: now)
        return kept(.lost)
    }

    /// Takes back what is about `subject`, answered or not; all there is, with a word, when it is
    /// nil.
    mutating func withdraw(_ subject: String?, at now: Duration) -> [Sender.Action] {
        let isFirst = subject == nil || queue.first?.subject == subject
        let left = subject.map { subject in queue.filter { $0.subject != subject } } ?? []
        let given = subject == nil ? queue : []
        if isFirst, subject == nil || isWaiting {
            replaced = subject == nil ? nil : queue.first.map { ($0, now) }
        }
        queue = left
        if isFirst { (isWaiting, attempt, deadline) = (false, 0, nil) }
        return given.map { .dispatch(Dispatch(subject: $0.subject, fate: .dropped(.lost))) }
            + (deadline == nil ? send(at: now) : [])
    }

    /// Which answer a message with this header waits for; none when it is an answer itself.
    private static func wanted(by header: HL7Header, in text: Span<UInt8>) -> Wanted {
        if HL7Judgement.isAnswer(header, in: text) { return .none }
        guard header.accept != nil || header.application != nil else { return .any }
        let wanting: [HL7Header.Condition?] = [.always, .onSuccess]
        if wanting.contains(header.application) { return .ofApplication }
        return wanting.contains(header.accept) ? .any : .none
    }

    private var patience: Duration { role == .host ? Self.hostPatience : Self.patience }

    private mutating func send(at now: Duration) -> [Sender.Action] {
        (isWaiting, deadline) = (false, nil)
        guard let item = queue.first else { return [] }
        attempt += 1
        (isWaiting, deadline) = (true, now + patience)
        return [.send(item.block)]
    }

    private mutating func finish(_ fate: Dispatch.Fate) -> [Sender.Action] {
        attempt = 0
        guard !queue.isEmpty else { return [] }
        let item = queue.removeFirst()
        if queue.isEmpty { replaced = nil }
        return [.dispatch(Dispatch(subject: item.subject, fate: fate))]
    }

    private mutating func pause(at now: Duration) {
        (isWaiting, attempt, deadline) = (false, 0, now + Self.pause)
    }

    private func kept(_ reason: Dispatch.Reason) -> [Sender.Action] {
        queue.prefix(1).map { .dispatch(Dispatch(subject: $0.subject, fate: .kept(reason))) }
    }
}
