import ArgumentParser

/// How fast time runs: a multiple of the true pace, or without waiting.
enum Pace: Sendable, Equatable, ExpressibleByArgument {
    case times(Double)
    case max

    /// Reads `max` or a number above zero.
    init?(argument: String) {
        if argument == "max" {
            self = .max
        } else if let factor = Double(argument), factor > 0, factor.isFinite {
            self = .times(factor)
        } else {
            return nil
        }
    }

    var defaultValueDescription: String {
        switch self {
        case .times(let factor): "\(factor)"
        case .max: "max"
        }
    }
}
