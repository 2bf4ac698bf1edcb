import Simulator

/// How the host's time becomes the virtual time of a demonstration.
final class Flow {
    private var factor: Double?
    private var start: (host: ContinuousClock.Instant, virtual: Duration)

    /// Time that goes on from `virtual` at `pace`.
    init(pace: Pace, from virtual: Duration) {
        factor = if case .times(let factor) = pace { factor } else { nil }
        start = (.now, virtual)
    }

    /// The virtual time that the host's clock allows by now, in whole milliseconds: so the wall
    /// clock, which counts nanoseconds, goes with it to the last digit.
    var virtual: Duration {
        let passed = start.host.duration(to: .now) * (factor ?? 0)
        return start.virtual + .milliseconds(Int64(passed / .milliseconds(1)))
    }

    /// True when virtual `time` may come; without a pace, any may.
    func hasReached(_ time: Duration) -> Bool { factor == nil || virtual >= time }

    /// When the host's clock shows virtual `time`; without a pace, now.
    func host(_ time: Duration) -> ContinuousClock.Instant {
        guard let factor else { return .now }
        return start.host + (time - start.virtual) / factor
    }

    /// Goes on from `virtual` at true time: a room after its procedure is in no hurry.
    func slow(at virtual: Duration) {
        factor = 1
        start = (.now, virtual)
    }
}
