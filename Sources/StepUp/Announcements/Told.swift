/// What was told, and the number of the announcement that told it.
public struct Told<News: Sendable & Equatable & Encodable>: Sendable, Equatable {
    /// The announcement's number.
    public var id: Int64
    /// What it said, as it stands now.
    public var news: News
}

extension Told: Encodable {
    private enum Key: String, CodingKey { case id }

    /// Writes the news' own keys, and `id` beside them.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(id, forKey: .id)
        try news.encode(to: encoder)
    }
}
