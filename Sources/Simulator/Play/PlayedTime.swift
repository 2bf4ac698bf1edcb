/// The virtual time of a simulation that talks to a receiver outside.
///
/// While the analyzer waits for a reply, time runs true, since the standard's time-outs are meant
/// for the receiver's clock; otherwise it runs at the ``Pace``.
public struct PlayedTime: Sendable {
    /// Virtual time since the beginning.
    public private(set) var now = Duration.zero

    private let pace: Pace

    /// Time that starts at zero and runs at `pace`.
    public init(pace: Pace) { self.pace = pace }

    /// How long the host must wait until virtual `time`.
    public func wait(until time: Duration, talking: Bool) -> Duration {
        let rest = Swift.max(.zero, time - now)
        if talking { return rest }
        return switch pace {
        case .times(let factor): rest / factor
        case .max: .zero
        }
    }

    /// Lets `passed` of the host's time go by, though never beyond `next`, which is still to come.
    public mutating func pass(_ passed: Duration, next: Duration?, talking: Bool) {
        var target = now + passed
        if !talking {
            switch pace {
            case .times(let factor): target = now + passed * factor
            case .max: target = next ?? now
            }
        }
        now = Swift.max(now, Swift.min(target, next ?? target))
    }
}
