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
    /// Regions with tumour tissue that answers: called producing.
    public var found = Share()
    /// Regions that are called producing: with tumour tissue that answers.
    public var placed = Share()
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
        left.found += right.found
        left.placed += right.placed
        left.unclear += right.unclear
    }
}
