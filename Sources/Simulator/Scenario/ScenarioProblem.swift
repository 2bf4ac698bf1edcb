/// Why a scenario cannot be played: one sentence with what to change.
public struct ScenarioProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The sentence.
    public let description: String

    /// A problem told by `description`.
    public init(_ description: String) { self.description = description }
}
