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

    /// What it mostly has in common with the results before and behind it.
    var context: Context

    /// The number in ``text``; nil when there is none.
    public var value: ExactDecimal?

    /// Where the true value lies when the number is only a limit.
    public var bound: Bound?

    /// The qualitative code sent beside the number: `-1` in `-1^0.750`.
    public var qualitative: String?

    /// The value field as sent.
    public var text = ""

    /// The time in ``measured``, as ``LocalTime/packed(_:)`` gives it.
    var time: UInt64 = 0

    /// What the record means.
    public var role = Role.result

    /// The texts of the comment records that follow the result: alarms, warnings.
    public var comments: [String] = []

    /// False when the message ended without its terminator record.
    public var isComplete = true

    /// Where the record's bytes stand, counted from the first byte ever received on the line.
    public var bytes = 0..<0

    /// A result with nothing in it yet.
    public init() { context = .none }

    /// A result whose value is not read yet.
    init(context: Context, time: UInt64, isComplete: Bool, bytes: Range<Int>) {
        (self.context, self.time) = (context, time)
        (self.isComplete, self.bytes) = (isComplete, bytes)
    }
}
