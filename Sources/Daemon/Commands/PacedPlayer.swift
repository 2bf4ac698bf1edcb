import Simulator
import StepUp

/// Lets the time between moments pass, as it was or faster.
final class PacedPlayer {
    private let pace: Double?
    private var first: (moment: Duration, host: ContinuousClock.Instant)?

    /// A player at `pace`.
    init(pace: Pace) {
        self.pace = if case .times(let factor) = pace { factor } else { nil }
    }

    /// Returns when it is time for `moment`, counted from the first one.
    func wait(until moment: Moment) async throws {
        guard let pace else { return }
        guard let first else {
            first = (moment.time, .now)
            return
        }
        try await Task.sleep(until: first.host + (moment.time - first.moment) / pace)
    }
}
