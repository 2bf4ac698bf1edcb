import Simulator
import StepUp
import Synchronization

/// The wall clock of a demonstration, for whoever is not on the desk's thread.
final class ShownTime: Sendable {
    private let mutex = Mutex(Simulation.epoch)

    /// What the clock shows.
    var now: WallTime { mutex.withLock { $0 } }

    /// Shows `time` from now on.
    func show(_ time: WallTime) { mutex.withLock { $0 = time } }
}
