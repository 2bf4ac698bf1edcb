/// What one analyzer does differently from the standards: read from a file in `config/dialects/`.
public struct Dialect: Sendable, Equatable, Codable {
    /// The file's name without its ending.
    public var name: String

    /// Maker and model, as shown.
    public var title: String

    /// The line settings that the maker ships.
    public var line: LineSettings
}
