/// One result record, as an analyzer sent it and its dialect explains it.
///
/// Nothing is rounded, converted or filled in: what the analyzer did not send stays empty.
public struct AssayResult: Sendable, Equatable, Codable {
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

    /// The specimen ID, trimmed; empty when the analyzer had none.
    public var specimen = ""

    /// Carrier, rack and position as sent, for analyzers without a bar-code reader.
    public var position = ""

    /// The maker's test code.
    public var test = ""

    /// What the test measures, by the dialect's table; nil when the code is not in it.
    public var analyte: String?

    /// The number in ``text``; nil when there is none.
    public var value: ExactDecimal?

    /// Where the true value lies when the number is only a limit.
    public var bound: Bound?

    /// The qualitative code sent beside the number: `-1` in `-1^0.750`.
    public var qualitative: String?

    /// The value field as sent.
    public var text = ""

    /// The unit as sent.
    public var unit = ""

    /// Abnormal flags as sent, one an element, empty ones left out.
    public var flags: [String] = []

    /// The result status as sent, such as `F`, `P`, `C` or `F\R`.
    public var status = ""

    /// The analyzer's local time of completion, ISO 8601 without a zone; nil when none was sent.
    public var measured: String?

    /// What the record means.
    public var role = Role.result

    /// The dilution as sent; empty when none.
    public var dilution = ""

    /// The replicate as sent; empty when none.
    public var replicate = ""

    /// The instrument or module serial as sent; empty when none.
    public var instrument = ""

    /// The texts of the comment records that follow the result: alarms, warnings.
    public var comments: [String] = []

    /// True when the analyzer itself says that it sent the result before (status `R`).
    public var isResent = false

    /// False when the message ended without its terminator record.
    public var isComplete = true

    /// Where the record's bytes stand, counted from the first byte ever received on the line.
    public var bytes = 0..<0

    /// A result with nothing in it yet.
    public init() {}
}

/// An analyzer asking what to measure on a specimen.
public struct Query: Sendable, Equatable {
    /// The specimen ID that is asked about.
    public var specimen: String

    /// The tests that are asked about, as sent.
    public var tests: String

    /// The request status as sent: `O` asks, `A` cancels.
    public var status: String

    /// Where the record's bytes stand on the line.
    public var bytes: Range<Int>

    /// A query for `specimen`.
    public init(specimen: String, tests: String, status: String, bytes: Range<Int>) {
        self.specimen = specimen
        self.tests = tests
        self.status = status
        self.bytes = bytes
    }
}
