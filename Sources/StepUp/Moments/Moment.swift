public import Protocols

/// Anything that entered from outside, and when: the only thing that is ever stored.
public struct Moment: Sendable, Equatable {
    /// Its place in the journal, from 1 without a gap.
    public var number: Int64

    /// Monotonic time since the journal's anchor; every interval is computed from it.
    public var time: Duration

    /// Wall time; shown and exported, never computed with.
    public var wall: WallTime

    /// What happened.
    public var event: Event

    /// The moment `number`, at `time`.
    public init(number: Int64, time: Duration, wall: WallTime, event: Event) {
        self.number = number
        self.time = time
        self.wall = wall
        self.event = event
    }

    /// What can enter from outside.
    public enum Event: Sendable, Equatable {
        /// The program started, with this set-up; the fold depends on nothing else.
        case began(Setup)
        /// A line opened: the analyzer or its port answers to `detail`.
        case opened(line: String, detail: String)
        /// Bytes arrived; `damage` counts what the receiver chip reported while they did.
        case bytes(line: String, [UInt8], damage: LineDamage)
        /// A line was lost, and why.
        case lost(line: String, reason: String)
        /// Somebody said something.
        case mark(Mark)
        /// A deadline of the station fell due.
        case due
    }
}
