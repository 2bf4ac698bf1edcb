import Simulator
import StepUp
import Synchronization

/// What a demonstration shows to whoever is not on the desk's thread: its clock, and its end.
final class ShownTime: Sendable {
    private let mutex = Mutex((wall: Simulation.epoch, isOver: false))

    /// What the room's wall clock shows.
    var now: WallTime { mutex.withLock { $0.wall } }

    /// True once the procedure is closed and every result is in.
    var isOver: Bool { mutex.withLock { $0.isOver } }

    /// Shows `time` from now on.
    func show(_ time: WallTime) { mutex.withLock { $0.wall = time } }

    /// Shows that the procedure is over.
    func end() { mutex.withLock { $0.isOver = true } }
}
