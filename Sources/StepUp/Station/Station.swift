/// The fold: takes one moment after the other and says what follows from each.
///
/// It asks nobody for the time and touches nothing outside; the same moments give the same
/// effects, live or replayed.
public struct Station: Sendable {
    /// What is to be done once the moment is durable.
    public enum Effect: Sendable, Equatable {
        /// Write these bytes to the line.
        case send(line: String, [UInt8])
        /// Tell this to everybody.
        case announce(Announcement)
        /// Tell this to whoever made the mark of this moment.
        case answer(moment: Int64, Answer)
    }

    /// The reply to a mark.
    public enum Answer: Sendable, Equatable {
        /// Taken; told before under the same key when `again`.
        case taken(again: Bool)
        /// Not taken, and why, in one sentence with the cure.
        case refused(reason: String)
    }

    /// What a station at rest must remember: the start of every fold that does not begin at the
    /// journal's first moment.
    public struct Rest: Sendable, Equatable, Codable {
        /// The set-up in force.
        public var setup: Setup?

        /// A station that never heard anything.
        public init() {}
    }

    /// A station that goes on from `rest`.
    public init(rest: Rest = Rest()) {}

    /// When a `due` moment must come, unless another moment comes first.
    public var deadline: Duration? { nil }

    /// What must be remembered, when no procedure is open and every line is at rest; else nil.
    public var rest: Rest? { nil }

    /// Takes a moment and says what follows from it.
    public mutating func receive(_ moment: Moment) -> [Effect] { [] }
}
