extension Dialect {
    /// Which record and field hold what, and what the texts in them mean.
    ///
    /// Each property that is a list of paths takes the first one that is not empty. The defaults
    /// are the places of LIS02-A2; sections are given with the property.
    public struct Reading: Sendable, Equatable, Codable {
        /// The specimen ID (8.4.3).
        public var specimen = paths("O-3.1")
        /// Carrier, rack and position, for analyzers without a bar-code reader; none by default.
        public var position: [FieldPath] = []
        /// The maker's test code (5.6.1: the fourth component).
        public var test = paths("R-3.4")
        /// The assay's name beside its code; it is looked up when the code is not known.
        public var testName: [FieldPath] = []
        /// The value (9.4).
        public var value = paths("R-4")
        /// The unit (9.5).
        public var unit = paths("R-5")
        /// The abnormal flags (9.7): repeats are separate flags.
        public var flags = paths("R-7")
        /// The result status (9.9).
        public var status = paths("R-9")
        /// The completion time (9.13); the first path that holds a date wins.
        public var measured = paths("R-13")
        /// The dilution, where the maker sends one.
        public var dilution: [FieldPath] = []
        /// The replicate, where the maker sends one.
        public var replicate: [FieldPath] = []
        /// The instrument (9.14).
        public var instrument = paths("R-14")
        /// The text of a comment that follows a result (11.4).
        public var comment = paths("C-4")
        /// The specimen that a query asks about (12.3): its second component, or a variant.
        public var querySpecimen = paths("Q-3.2", "Q-3.3", "Q-3.1")
        /// The tests that a query asks about (12.5), as sent.
        public var queryTests = paths("Q-5")
        /// The request status of a query (12.13).
        public var queryStatus = paths("Q-13")
        /// Whether the message is for production (7.1.12).
        public var processing = paths("H-12")
        /// Words there that say that it is none: T, training, and D, debugging.
        public var training = ["T", "D"]

        /// The character set of bytes above 7F; they are Latin-1 by 5.1.
        public var encoding = Encoding.latin1
        /// True: flags are separated by the component delimiter too (`EXP^<`).
        public var flagComponents = false
        /// True: the value field is `qualitative^number` (`-1^0.750`) where it has two components.
        public var qualitativeFirst = false
        /// How numbers are spelled.
        public var numbers = ExactDecimal.Notation()
        /// Flags that make the number a limit (9.7), for makers who leave the value plain.
        ///
        /// A `<` or `>` before the number itself always counts, and first.
        public var boundFlags: [String: AssayResult.Bound] = ["<": .below, ">": .above]
        /// Words in the value field that say that there is no value; compared without case.
        ///
        /// A text without a letter or digit, such as `-----`, never is a value.
        public var noValue = ["No Result", "NA", "N/A"]
        /// Statuses that say that there is no value (9.9: X, cannot be done).
        public var noValueStatus = ["X"]
        /// Statuses that take back the result that was sent before (9.9: X).
        public var cancelledStatus = ["X"]
        /// Statuses that say that the analyzer sent the result before (9.9: R).
        public var resentStatus = ["R"]
        /// Comment texts that say nothing, such as alarm 0.
        public var noComment: [String] = []
        /// How fields that have names are written, on links where they have.
        public var labels = Labels()
        /// What a field's text makes of a result; `*` stands for any text that is not listed, and
        /// `#*#` for any that begins and ends so, as `*.I` does for any that ends with `.I`.
        ///
        /// Where several rules fit, control material comes first, then "no value", then the rest
        /// in the order of ``AssayResult/Role``.
        public var roles: [FieldPath: [String: AssayResult.Role]] = [:]
        /// Orders that are results themselves; none by default.
        public var orderResults: OrderReading?

        /// The places of LIS02-A2.
        public init() {}
    }

    /// Paths that this file itself spells, so that a wrong one is our own mistake.
    private static func paths(_ texts: String...) -> [FieldPath] {
        texts.map { text in
            guard let path = FieldPath(text) else { preconditionFailure("no path: \(text)") }
            return path
        }
    }
}

extension Dialect.Reading {
    private enum CodingKeys: String, CodingKey {
        case specimen, position, test, value, unit, flags, status, measured, dilution, replicate
        case instrument, comment, encoding, numbers, labels, roles
        case testName = "test-name"
        case querySpecimen = "query-specimen"
        case queryTests = "query-tests"
        case queryStatus = "query-status"
        case processing, training
        case flagComponents = "flag-components"
        case qualitativeFirst = "qualitative-first"
        case boundFlags = "bound-flags"
        case noValue = "no-value"
        case noValueStatus = "no-value-status"
        case cancelledStatus = "cancelled-status"
        case resentStatus = "resent-status"
        case noComment = "no-comment"
        case orderResults = "order-results"
    }

    /// Reads what a dialect says; what it leaves out keeps the meaning of LIS02-A2.
    public init(from decoder: any Decoder) throws { try self.init(from: decoder, over: Self()) }

    /// Reads what a dialect says; what it leaves out keeps the meaning of `standard`.
    init(from decoder: any Decoder, over standard: Self) throws {
        self = standard
        let file = try decoder.container(keyedBy: CodingKeys.self)
        func take<Value: Decodable>(_ key: CodingKeys, into value: inout Value) throws {
            value = try file.decodeIfPresent(Value.self, forKey: key) ?? value
        }
        try take(.specimen, into: &specimen)
        try take(.position, into: &position)
        try take(.test, into: &test)
        try take(.testName, into: &testName)
        try take(.value, into: &value)
        try take(.unit, into: &unit)
        try take(.flags, into: &flags)
        try take(.status, into: &status)
        try take(.measured, into: &measured)
        try take(.dilution, into: &dilution)
        try take(.replicate, into: &replicate)
        try take(.instrument, into: &instrument)
        try take(.comment, into: &comment)
        try take(.querySpecimen, into: &querySpecimen)
        try take(.queryTests, into: &queryTests)
        try take(.queryStatus, into: &queryStatus)
        try take(.processing, into: &processing)
        try take(.training, into: &training)
        try take(.encoding, into: &encoding)
        try take(.flagComponents, into: &flagComponents)
        try take(.qualitativeFirst, into: &qualitativeFirst)
        try take(.numbers, into: &numbers)
        try take(.boundFlags, into: &boundFlags)
        try take(.noValue, into: &noValue)
        try take(.noValueStatus, into: &noValueStatus)
        try take(.cancelledStatus, into: &cancelledStatus)
        try take(.resentStatus, into: &resentStatus)
        try take(.noComment, into: &noComment)
        try take(.labels, into: &labels)
        try take(.roles, into: &roles)
        orderResults = try file.decodeIfPresent(Dialect.OrderReading.self, forKey: .orderResults)
    }
}
