/// How far the probabilities are right: verdicts in ten classes by the probability they were given.
public struct Reliability: Sendable, Equatable {
    /// One class of probabilities.
    public struct Class: Sendable, Equatable {
        /// The sum of what was given.
        var given = 0.0
        /// How often the rule's true answer is a step-up.
        public var came = Share()

        /// The mean of what was given; nil of nothing.
        public var mean: Double? { came.total == 0 ? nil : given / Double(came.total) }
    }

    /// From 0–10 % to 90–100 %.
    public private(set) var classes = Array(repeating: Class(), count: 10)

    /// Counts a verdict that was given `probability`, and whether it came true.
    mutating func count(_ probability: Double, _ isTrue: Bool) {
        let place = min(9, Int(probability * 10))
        classes[place].given += probability
        classes[place].came.count(isTrue)
    }

    static func += (left: inout Reliability, right: Reliability) {
        for index in left.classes.indices {
            left.classes[index].given += right.classes[index].given
            left.classes[index].came += right.classes[index].came
        }
    }
}
