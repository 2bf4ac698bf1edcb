/// A row of a table that was refused.
public struct BadRow: Sendable, Equatable {
    /// The row's number, from 1, which is the first line of the file, or of what came in one go.
    public let row: Int
    /// What is wrong with it, as half a sentence.
    public let problem: String

    /// Row `row`, refused because of `problem`.
    public init(row: Int, problem: String) { (self.row, self.problem) = (row, problem) }
}
