/// In how many procedures a hint stands in the end.
public struct Alarm: Sendable, Equatable {
    /// Of the procedures in which nothing went wrong: false alarms.
    public var clean = Share()
    /// Of those in which what it looks for happened, about the right tubes.
    public var found = Share()
    /// Of those in which a verdict is wrong by it: any hint about the right tubes.
    public var warned = Share()

    static func += (left: inout Alarm, right: Alarm) {
        left.clean += right.clean
        left.found += right.found
        left.warned += right.warned
    }
}
