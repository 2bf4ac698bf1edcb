/// In how many procedures a hint stands in the end: a false alarm where nothing went wrong.
public struct Alarm: Sendable, Equatable {
    /// Of the procedures in which no tube was lost or swapped.
    public var clean = Share()
    /// Of those in which two tubes were swapped.
    public var swapped = Share()

    /// Counts one procedure, in which the hint stands or does not.
    mutating func count(_ stands: Bool, in conditions: [ImaginedProcedure.Condition]) {
        if conditions.contains(.complete) { clean.count(stands) }
        if conditions.contains(.swapped) { swapped.count(stands) }
    }

    static func += (left: inout Alarm, right: Alarm) {
        left.clean += right.clean
        left.swapped += right.swapped
    }
}
