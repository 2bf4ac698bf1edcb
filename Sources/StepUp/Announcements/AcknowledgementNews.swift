/// Somebody has seen a notice: it need not call any more, and what it tells stays as it is.
public struct AcknowledgementNews: Sendable, Equatable, Encodable {
    /// The number of the notice's announcement.
    public var notice: Int64
    /// Who has seen it.
    public var by: String
}
