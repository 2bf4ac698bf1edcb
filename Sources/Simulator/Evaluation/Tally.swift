import StepUp

/// What was counted over many procedures by one rule, under one condition.
public struct Tally: Sendable, Equatable {
    /// How many were played.
    public var procedures = 0
    /// Injections whose bolus reaches tumour tissue that answers: called a step-up.
    public var sensitivity = Share()
    /// Injections whose bolus does not: not called a step-up.
    public var specificity = Share()
    /// Of all injections: left open, so that neither share has them.
    public var open = Share()
    /// Injections that a spreadsheet, which leaves nothing open, rightly calls a step-up.
    public var sheetSensitivity = Share()
    /// Injections that a spreadsheet rightly does not call a step-up.
    public var sheetSpecificity = Share()
    /// Readings that name the right organs, of all that were given.
    public var localisation = Share()
    /// Readings that say "unclear" or cannot be given.
    public var unclear = Share()

    /// Adds the procedures of another.
    static func += (left: inout Tally, right: Tally) {
        left.procedures += right.procedures
        left.sensitivity += right.sensitivity
        left.specificity += right.specificity
        left.open += right.open
        left.sheetSensitivity += right.sheetSensitivity
        left.sheetSpecificity += right.sheetSpecificity
        left.localisation += right.localisation
        left.unclear += right.unclear
    }
}

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
