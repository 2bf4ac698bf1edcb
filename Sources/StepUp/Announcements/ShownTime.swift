/// A time as the stream shows it: RFC 3339, spelled out only when it is told.
public struct ShownTime: Sendable, Equatable, Encodable, CustomStringConvertible {
    /// The time that is shown.
    public var wall: WallTime

    /// Shows `wall`.
    public init(_ wall: WallTime) { self.wall = wall }

    /// The text.
    public var description: String { wall.description }

    /// Times are equal when they look alike: to the millisecond.
    public static func == (left: ShownTime, right: ShownTime) -> Bool {
        left.wall.milliseconds == right.wall.milliseconds
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
