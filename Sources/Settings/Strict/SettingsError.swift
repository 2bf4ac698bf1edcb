/// What is wrong in a configuration file, and where: `dialects/x.yaml:12: unknown key 'foo' …`.
public struct SettingsError: Error, Equatable, CustomStringConvertible {
    /// The file's name as it was given.
    public let file: String
    /// The line, from 1; nil when the file as a whole is wrong.
    public let line: Int?
    /// What is wrong there, and what would be right.
    public let problem: String

    /// The error `problem` at `line` of `file`.
    public init(file: String, line: Int?, problem: String) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    /// One sentence that names file, line and cure.
    public var description: String {
        line.map { "\(file):\($0): \(problem)" } ?? "\(file): \(problem)"
    }
}
