/// The device's end of a line as a value: it is given messages, sends them, and repeats what was
/// refused or not answered.
public protocol SendingEnd: Sendable {
    /// When to call ``expire(at:)``, unless a reply comes first; nil when nothing is awaited.
    var deadline: Duration? { get }

    /// How many messages are not accepted yet.
    var pending: Int { get }

    /// Gives a message to send: its records, without their CR, and what it is about.
    mutating func enqueue(
        _ records: [[UInt8]], about subject: String, at now: Duration
    ) -> [Sender.Action]

    /// Takes what came back on the line.
    mutating func receive(_ bytes: [UInt8], at now: Duration) -> [Sender.Action]

    /// Goes on when nobody has answered, or a pause is over.
    mutating func expire(at now: Duration) -> [Sender.Action]

    /// The port was lost: a message in progress will be sent again from its start.
    mutating func lose(at now: Duration) -> [Sender.Action]
}

extension SendingEnd {
    /// Gives a message that is about nothing in particular.
    public mutating func enqueue(_ records: [[UInt8]], at now: Duration) -> [Sender.Action] {
        enqueue(records, about: "", at: now)
    }
}

extension Sender: SendingEnd {}

extension LinkOptions {
    /// The device's end of a line of whichever kind these options name.
    public func sender() -> any SendingEnd {
        switch kind {
        case .e1381: Sender(options: self)
        case .simplified: TurnSender { SimplifiedLink.turns(of: $0, options: self) }
        case .bci: TurnSender { BCILink.turns(of: $0, options: self) }
        case .poct1a:
            TurnSender(answeredBy: ["</ACK.R01>", "</END.R01>"]) {
                $0.map { TurnSender.Turn(bytes: $0) }
            }
        case .lines, .table: TurnSender { Lines.turns(of: $0, options: self) }
        case .listing: TurnSender { Lines.turns(of: $0, options: self) }
        case .mllp: MLLPSender()
        }
    }
}
