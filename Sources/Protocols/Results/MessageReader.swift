/// Reads a message's records as a dialect explains them: results, queries, and what was odd.
///
/// One pass over the bytes; fields are offsets until a text is needed.
public struct MessageReader: Sendable {
    /// What a message held, each in the order of its records.
    public typealias Contents = (results: [AssayResult], queries: [Query], defects: [Defect])

    private let reads: Dialect.Reading
    private let analytes: [String: String]
    private let rules: RoleRules

    /// A reader of what `dialect` describes.
    public init(_ dialect: Dialect) {
        reads = dialect.reads
        analytes = dialect.analytes.mapValues(\.analyte)
        rules = RoleRules(dialect.reads.roles)
    }

    /// The results and queries of `message`.
    ///
    /// Everything that has an `R` becomes a result, whatever it means: its ``AssayResult/Role``
    /// says that. Records of unknown types are counted as ``Defect/unknownRecord`` each.
    public func read(_ message: Message) -> Contents {
        var pass = ReadingPass(reads: reads, analytes: analytes, rules: rules)
        let text = message.text.span
        var scanner = RecordScanner()
        var record = Record()
        while scanner.next(in: text, into: &record) {
            pass.take(record, dividedBy: scanner.delimiters, of: text, in: message)
        }
        return (pass.results, pass.queries, pass.defects)
    }
}
