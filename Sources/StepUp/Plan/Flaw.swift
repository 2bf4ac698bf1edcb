/// What is wrong with a plan, an anatomy or a rule, and where in its file it lies.
public struct Flaw: Sendable, Equatable {
    /// The keys that lead there, places in a list counted from 0: `["arteries", "3", "feeds"]`.
    public var path: [String]
    /// One sentence.
    public var problem: String

    /// The sentence `problem` about what stands at `path`.
    public init(path: [String], problem: String) { (self.path, self.problem) = (path, problem) }
}
