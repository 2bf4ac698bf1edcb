extension Dialect {
    /// How a host answers an analyzer that asks what to measure: one layout line a record.
    ///
    /// What a dialect leaves out is the general shape of LIS02-A2, or in HL7 that of IHE LAW
    /// (``law``): `orders: {}` is a dialect whose maker follows it. A dialect without `orders` is
    /// told nothing. Layouts are those of ``Writing``, with `{specimen}`, `{position}` (what stood
    /// behind the ID in the query), `{tests}`, `{test}`, `{name}` and `{seq}`; in HL7 also what
    /// the answer gives back (``RecordLayout/Placeholder``).
    ///
    /// In HL7 each of them may be several segments, one a line, and an answer is two messages: the
    /// `response` to the query, and then the order in a message of its own.
    public struct Ordering: Sendable, Equatable, Codable {
        /// The types of the HL7 messages that are answered so (MSH-9.1).
        ///
        /// Others are acknowledged only. Without meaning in E1394.
        public var queries: [String] = []
        /// The message that answers an HL7 query at once; none in E1394.
        public var response = ""
        /// The header record.
        public var header = #"H|\^&|||stepupd|||||||P|1"#
        /// The patient record; pseudonyms stay here, so it names nobody.
        ///
        /// In HL7 all segments that stand once for each specimen.
        public var patient = "P|{seq}"
        /// The order record: routine, added to what is known (field 12), and an answer to a query
        /// (field 26: Q).
        public var order = "O|{seq}|{specimen}||{tests}|R||||||A||||||||||||||Q"
        /// One test of an order, for `{tests}`.
        public var orderTest = "^^^{test}"
        /// The terminator of an order (field 3: F, the last of what was asked for).
        public var terminator = "L|1|F"
        /// The terminator that says that nothing is known of the specimen, or the records that do
        /// where a maker has it so; ones that begin with a header need no other.
        ///
        /// In HL7 the segments that say so, and nothing when the response has said it.
        public var noInformation = "L|1|I"
        /// The terminator that says that the query could not be read.
        public var unreadable = "L|1|Q"
        /// How several tests of one specimen are ordered.
        public var tests = Tests.repeats
        /// How a query for several specimens (`^A\B\C`) is answered.
        public var specimens = Specimens.together

        /// How several tests of one specimen are ordered.
        public enum Tests: String, Sendable, Codable, CaseIterable {
            /// As repeats of one field of one order record.
            case repeats
            /// With an order record for each.
            case orders
        }

        /// How a query for several specimens is answered.
        public enum Specimens: String, Sendable, Codable, CaseIterable {
            /// All in one message.
            case together
            /// With a message for each.
            case apart
        }

        /// The general shape of LIS02-A2.
        public init() {}
    }
}

extension Dialect.Ordering {
    private enum CodingKeys: String, CodingKey {
        case queries, response, header, patient, order, terminator, unreadable, tests, specimens
        case orderTest = "order-test"
        case noInformation = "no-information"
    }

    /// Reads what a dialect says; what it leaves out is LIS02-A2's.
    public init(from decoder: any Decoder) throws { try self.init(from: decoder, over: Self()) }

    /// Reads what a dialect says; what it leaves out is as in `standard`.
    init(from decoder: any Decoder, over standard: Self) throws {
        self = standard
        let file = try decoder.container(keyedBy: CodingKeys.self)
        func take<Value: Decodable>(_ key: CodingKeys, into value: inout Value) throws {
            value = try file.decodeIfPresent(Value.self, forKey: key) ?? value
        }
        try take(.queries, into: &queries)
        try take(.response, into: &response)
        try take(.header, into: &header)
        try take(.patient, into: &patient)
        try take(.order, into: &order)
        try take(.orderTest, into: &orderTest)
        try take(.terminator, into: &terminator)
        try take(.noInformation, into: &noInformation)
        try take(.unreadable, into: &unreadable)
        try take(.tests, into: &tests)
        try take(.specimens, into: &specimens)
    }
}
