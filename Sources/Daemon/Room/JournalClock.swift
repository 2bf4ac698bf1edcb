import StepUp

/// A point in time as a moment carries it.
struct Instant: Sendable, Equatable {
    /// Monotonic time since the journal's anchor.
    var time: Duration
    var wall: WallTime
}

/// The time of a journal: real in a procedure, paced or driven in a demonstration or a test.
protocol JournalClock {
    var now: Instant { get }
    /// How long the host has to wait until `time`; zero when it has passed.
    func remaining(until time: Duration) -> Duration
}

/// A clock that stands still until somebody moves it: for tests, and for runs without waiting.
final class DrivenClock: JournalClock {
    private(set) var now: Instant

    /// A clock that starts at `time` after the anchor, when the wall clock showed `wall`.
    init(time: Duration = .zero, wall: WallTime = WallTime(nanoseconds: 0)) {
        now = Instant(time: time, wall: wall)
    }

    func remaining(until time: Duration) -> Duration { max(.zero, time - now.time) }

    /// Lets `span` pass, on both clocks.
    func advance(by span: Duration) {
        now.time += span
        now.wall.nanoseconds += span.nanoseconds
    }
}

/// A clock that runs `pace` times as fast as the host's, from its making on.
struct PacedClock: JournalClock {
    private let start: Instant
    private let pace: Double
    private let anchor = ContinuousClock.now

    /// A clock that shows `start` now and runs at `pace`, above zero.
    init(from start: Instant, pace: Double) {
        precondition(pace > 0)
        (self.start, self.pace) = (start, pace)
    }

    var now: Instant {
        let passed = (ContinuousClock.now - anchor) * pace
        let wall = start.wall.nanoseconds + passed.nanoseconds
        return Instant(time: start.time + passed, wall: WallTime(nanoseconds: wall))
    }

    func remaining(until time: Duration) -> Duration { max(.zero, (time - now.time) / pace) }
}
