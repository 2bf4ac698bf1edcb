/// Our end of a line as a value: it eats bytes and time, answers, and puts messages together.
public protocol LinkEnd: Sendable {
    /// When to call ``expire(at:)``, unless more bytes arrive first; nil when nothing is awaited.
    var deadline: Duration? { get }

    /// How many bytes were ever received.
    var received: Int { get }

    /// True when a new end of the same kind would go on just as this one.
    var isAtRest: Bool { get }

    /// Takes what was read at `now`, in pieces of any length.
    ///
    /// - Parameters:
    ///   - bytes: what was read.
    ///   - isDamaged: true when the driver counted character errors in these bytes.
    ///   - now: when they arrived, on the clock of ``deadline``.
    /// - Returns: replies and findings, in the order of the bytes.
    mutating func receive(
        _ bytes: [UInt8], damaged isDamaged: Bool, at now: Duration
    ) -> [LinkAction]

    /// Gives up waiting, if the deadline has come: what was acknowledged is delivered.
    mutating func expire(at now: Duration) -> [LinkAction]

    /// The port was lost: what is in progress is dropped, what was acknowledged is not.
    mutating func lose(at now: Duration) -> [LinkAction]

    /// Gives a message to send as soon as the line is free; an end that only listens drops it.
    ///
    /// - Parameters:
    ///   - records: its records, without what ends them.
    ///   - subject: what it is about, for ``LinkAction/dispatch(_:)``.
    ///   - now: on the clock of ``deadline``.
    /// - Returns: what to write at once, if anything.
    mutating func enqueue(
        _ records: [[UInt8]], about subject: String, at now: Duration
    ) -> [LinkAction]

    /// Takes back what waits to be sent about `subject` and is not under way; all there is, under
    /// way or not, when it is nil.
    mutating func withdraw(_ subject: String?, at now: Duration) -> [LinkAction]
}

extension LinkEnd {
    /// Sends nothing: this end only listens.
    public mutating func enqueue(
        _ records: [[UInt8]], about subject: String, at now: Duration
    ) -> [LinkAction] {
        [.dispatch(Dispatch(subject: subject, fate: .dropped(.refused)))]
    }

    /// Has nothing to take back: this end only listens.
    public mutating func withdraw(_ subject: String?, at now: Duration) -> [LinkAction] { [] }
}

/// What an end of a line wants done or has found.
public enum LinkAction: Equatable, Sendable {
    /// The reply to a frame or an enquiry: ACK or NAK.
    case send(UInt8)
    /// An enquiry, a frame, or an end of transmission of our own.
    case write([UInt8])
    /// What became of a message of our own.
    case dispatch(Dispatch)
    /// A message is there, whole or marked incomplete.
    case deliver(Message)
    /// Something was refused or ignored.
    case defect(Defect)
}
