/// How fast simulated time runs.
public enum Pace: Sendable, Equatable {
    /// So many simulated seconds a second; 1 is true time.
    case times(Double)
    /// As fast as it goes: time jumps to the next event as soon as nothing is under way.
    case max

    /// From a quarter of an hour for a second to a week in a second: beyond that lies a slip.
    private static let range = 0.001...1_000_000.0

    /// Reads `max` or a number.
    ///
    /// - Throws: a sentence that says so.
    public init(spelled text: String) throws(ScenarioProblem) {
        if text == "max" {
            self = .max
        } else if let number = Double(text), Self.range.contains(number) {
            self = .times(number)
        } else {
            throw ScenarioProblem(
                "'\(text)' is no pace: write max, or a number from 0.001 to 1000000")
        }
    }
}

extension Pace: CustomStringConvertible {
    /// The form that ``init(spelled:)`` reads.
    public var description: String {
        switch self {
        case .times(let number):
            number == number.rounded() && number < 1e9 ? String(Int(number)) : String(number)
        case .max: "max"
        }
    }
}
