/// A mark that was taken back: it stays in the record, and does not count any more.
public struct Withdrawal: Sendable, Equatable, Encodable {
    /// The time that the mark had stood for: second zero, or when a tube was filled; null where a
    /// second was stated of an injection that is not marked.
    public var marked: ShownTime?
    /// When it was taken back.
    public var at: ShownTime
    /// Who took it back.
    public var by: String
    /// Why it was.
    public var reason: String
}
