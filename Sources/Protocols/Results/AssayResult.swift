/// One result record, as an analyzer sent it and its dialect explains it.
///
/// Nothing is rounded, converted or filled in: what the analyzer did not send stays empty.
public struct AssayResult: Sendable, Equatable {
    /// What a result record means; only ``result`` is ever judged.
    public enum Role: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
        /// A reportable concentration.
        case result
        /// A reading in words: "Positive".
        case interpretation
        /// Raw signal, such as relative light units; never a concentration.
        case signal
        /// A serum or cut-off index.
        case index
        /// Control material; never a patient's.
        case control
        /// The analyzer says that there is no value: `-----`, blank, "No Result".
        case none
        /// A picture or another attachment.
        case attachment
    }

    /// Which side of the printed number the true value lies on, when it was out of range.
    public enum Bound: String, Sendable, Codable {
        case below = "<"
        case above = ">"
        case atMost = "<="
        case atLeast = ">="
    }

    /// What it mostly has in common with other results of the test.
    var context: Context

    /// What few analyzers send; nil when there is nothing.
    var seldom: Seldom?

    /// The specimen ID, trimmed; empty when the analyzer had none.
    public var specimen = ""

    /// The value field as sent.
    public var text = ""

    /// The number in ``text``; nil when there is none.
    public var value: ExactDecimal?

    /// Where the true value lies when the number is only a limit.
    public var bound: Bound?

    /// What the record means.
    public var role = Role.result

    /// The texts of the comment records that follow the result: alarms, warnings.
    public var comments: [String] = []

    /// The time in ``measured``, as ``LocalTime/packed(_:)`` gives it.
    var time: UInt64 = 0

    /// Where the record's bytes stand, counted from the first byte ever received on the line.
    public var bytes = 0..<0

    /// What the value field of a record says.
    struct Reading {
        let text: String
        let value: ExactDecimal?
        let bound: Bound?
        let role: Role
    }
}

// Both go by way of the memberwise initializer: one that assigns field by field makes a copy of
// the whole, and lets go of the original (Swift 6.3).
extension AssayResult {
    /// A result with nothing in it yet.
    public init() { self.init(context: .none) }

    /// A result as it was read.
    @inline(__always)
    init(
        context: Context, seldom: Seldom?, specimen: String, reading: Reading, time: UInt64,
        bytes: Range<Int>
    ) {
        self.init(
            context: context, seldom: seldom, specimen: specimen, text: reading.text,
            value: reading.value, bound: reading.bound, role: reading.role, time: time,
            bytes: bytes)
    }
}
