import Simulator
import StepUp
import Synchronization

/// What a demonstration, or a replay, shows to whoever looks on: its clock, and its end.
///
/// Between two moments the clock runs on at its pace, so that timers do not stand.
final class ShownTime: Sendable {
    private struct Mark {
        var wall: WallTime
        var shown = ContinuousClock.now
        var ahead = ShownTime.longest
        var isOver = false
    }

    private let mutex: Mutex<Mark>
    private let pace: Double

    /// The longest that it runs on without a moment, in the room's seconds: half a usual wait.
    private static let longest = 450.0

    /// A clock that begins at `start` and runs on at `pace`; at `max` it stands between moments.
    init(pace: Pace, from start: WallTime = Simulation.epoch) {
        mutex = Mutex(Mark(wall: start))
        self.pace = if case .times(let factor) = pace { factor } else { 0 }
    }

    /// What the room's wall clock shows.
    var now: WallTime {
        let mark = mutex.withLock { $0 }
        guard !mark.isOver else { return mark.wall }
        let ahead = min(mark.shown.duration(to: .now) / .seconds(1) * pace, mark.ahead)
        return WallTime(nanoseconds: mark.wall.nanoseconds + Int64(ahead * 1e9))
    }

    /// True once the procedure is closed and every result is in.
    var isOver: Bool { mutex.withLock { $0.isOver } }

    /// Shows `time` from now on, and runs on to `next` where it is known what comes.
    func show(_ time: WallTime, until next: WallTime? = nil) {
        let ahead = next.map { max(0, Double($0.nanoseconds - time.nanoseconds) / 1e9) }
        mutex.withLock { mark in
            (mark.wall, mark.shown, mark.ahead) = (time, .now, ahead ?? Self.longest)
        }
    }

    /// Shows that the procedure is over.
    func end() { mutex.withLock { $0.isOver = true } }
}
