/// What became of a message that our side of a line was to send.
public struct Dispatch: Sendable, Equatable {
    /// What the message is about, in the words of whoever gave it: a specimen's ID, or nothing.
    public var subject: String
    /// What became of it.
    public var fate: Fate

    /// The message about `subject` met `fate`.
    public init(subject: String, fate: Fate) {
        self.subject = subject
        self.fate = fate
    }

    /// What can become of a message.
    public enum Fate: Sendable, Equatable {
        /// It was accepted to its last frame.
        case delivered
        /// It was broken off; it is kept, and will be sent again from its start.
        case kept(Reason)
        /// It was given up, and will not be sent again.
        case dropped(Reason)
    }

    /// Why a message was broken off or given up.
    public enum Reason: String, Sendable, Equatable {
        /// The other side answered NAK as often as one may try.
        case refused
        /// The other side did not answer in time.
        case timeOut
        /// The other side asked for the line (LIS01-A2 8.3.3).
        case interrupted
        /// The port was lost.
        case lost
        /// A later message about the same subject took its place, or nobody wants it any more.
        case withdrawn
    }
}
