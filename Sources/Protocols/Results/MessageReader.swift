/// Reads a message's records as a dialect explains them: results, queries, and what was odd.
///
/// One pass over the bytes; fields are offsets until a text is needed.
public struct MessageReader: Sendable {
    /// What a message held, each in the order of its records.
    public typealias Contents = (results: [AssayResult], queries: [Query], defects: [Defect])

    private let plan: ReadingPlan

    /// A reader of what `dialect` describes.
    public init(_ dialect: Dialect) {
        plan = ReadingPlan(dialect)
    }

    /// The results and queries of `message`.
    ///
    /// Everything that has an `R` becomes a result, whatever it means: its ``AssayResult/Role``
    /// says that. Records of unknown types are counted as ``Defect/unknownRecord`` each.
    public func read(_ message: Message) -> Contents {
        var pass = ReadingPass(plan)
        pass.read(message.text.span, of: message)
        return (pass.results, pass.queries, pass.defects)
    }
}
