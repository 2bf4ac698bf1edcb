extension Dialect {
    /// How the simulated analyzer writes: one layout line a record, and the maker's habits.
    ///
    /// A layout is the record as it goes on the line, with placeholders in braces. `{specimen:22}`
    /// is padded with blanks to 22 characters. ``RecordLayout/Placeholder`` names all of them.
    public struct Writing: Sendable, Equatable, Codable {
        /// The header record; empty where there is none, as for the patient and the order.
        public var header: String
        /// The patient record.
        public var patient: String
        /// The order record; in HL7 the segments of a specimen and its order, one a line.
        public var order: String
        /// One test of an order, repeated for `{tests}`.
        public var orderTest: String?
        /// The result records by role; a role that is not listed is not written.
        public var results: [AssayResult.Role: String]
        /// The comment record that follows a result, once for each of its comments.
        public var comment: String?
        /// The comment's text that follows a result without comments; nil when none follows.
        public var emptyComment: String?
        /// The maker's own record that follows a result and its comments; nil when none does.
        public var manufacturer: String?
        /// A query for one specimen; nil when the analyzer asks nothing.
        ///
        /// In HL7 it is a whole message, one segment a line.
        public var query: String?
        /// What the analyzer answers to an order in HL7, one segment a line, with what an answer
        /// gives back; nil elsewhere.
        public var orderAnswer: String?
        /// The terminator record; nil when the analyzer leaves it out and just sends EOT.
        public var terminator: String?
        /// What stands for fields that a result leaves empty, by placeholder.
        public var defaults: [String: String] = [:]
        /// The records that one measurement is reported in: one for each role, in this order; a
        /// role without a layout is left out.
        public var reports: [AssayResult.Role] = [.result, .signal]
        /// After how many reports the analyzer sends the one before the last once more; nil when
        /// it does so only when it was not answered.
        public var resends: Int?
        /// What shares a message.
        public var message = Batch.order
        /// How numbers are printed.
        public var numbers = Style()

        /// What shares a message.
        public enum Batch: String, Sendable, Codable, CaseIterable {
            /// The results of one order: one specimen, in the order of their coming.
            case order
            /// One assay result and what belongs to it.
            case result
            /// Everything that waits: many patients, orders and results.
            case run
        }

        /// How numbers are printed.
        public struct Style: Sendable, Equatable, Codable {
            /// Digits that are printed at least, counted from the first that is not zero.
            public var significant: Int?
            /// Digits behind the point; `significant` comes first.
            public var decimals: Int?
            /// The most characters, point included; nil when it has no limit.
            public var width: Int?
            /// True: whole numbers keep their point (`173.`).
            public var trailingPoint = false
            /// False: no zero before the point (`.902`).
            public var leadingZero = true
            /// True: a blank between `<` or `>` and the number.
            public var spacedBound = false
            /// True: a comma before the fraction (`7,41`).
            public var decimalComma = false
            /// True: `<` and `>` stand among the flags alone, and the number is plain.
            public var boundInFlags = false

            /// Numbers as they are.
            public init() {}
        }
    }
}

extension Dialect.Writing.Style {
    private enum CodingKeys: String, CodingKey {
        case significant, decimals, width
        case trailingPoint = "trailing-point"
        case leadingZero = "leading-zero"
        case spacedBound = "spaced-bound"
        case decimalComma = "decimal-comma"
        case boundInFlags = "bound-in-flags"
    }

    /// Reads a style; what is left out is as in ``init()``.
    public init(from decoder: any Decoder) throws {
        self.init()
        let file = try decoder.container(keyedBy: CodingKeys.self)
        significant = try file.decodeIfPresent(Int.self, forKey: .significant)
        decimals = try file.decodeIfPresent(Int.self, forKey: .decimals)
        width = try file.decodeIfPresent(Int.self, forKey: .width)
        trailingPoint = try file.decodeIfPresent(Bool.self, forKey: .trailingPoint) ?? false
        leadingZero = try file.decodeIfPresent(Bool.self, forKey: .leadingZero) ?? true
        spacedBound = try file.decodeIfPresent(Bool.self, forKey: .spacedBound) ?? false
        decimalComma = try file.decodeIfPresent(Bool.self, forKey: .decimalComma) ?? false
        boundInFlags = try file.decodeIfPresent(Bool.self, forKey: .boundInFlags) ?? false
    }
}

extension Dialect.Writing {
    private enum CodingKeys: String, CodingKey {
        case header, patient, order, results, comment, query, terminator, message, numbers
        case defaults, manufacturer, reports, resends
        case orderTest = "order-test"
        case orderAnswer = "order-answer"
        case emptyComment = "empty-comment"
    }

    /// Reads the layouts of a dialect file.
    public init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: CodingKeys.self)
        header = try file.decodeIfPresent(String.self, forKey: .header) ?? ""
        patient = try file.decodeIfPresent(String.self, forKey: .patient) ?? ""
        order = try file.decodeIfPresent(String.self, forKey: .order) ?? ""
        orderTest = try file.decodeIfPresent(String.self, forKey: .orderTest)
        defaults = try file.decodeIfPresent([String: String].self, forKey: .defaults) ?? defaults
        results = try file.decode([AssayResult.Role: String].self, forKey: .results)
        comment = try file.decodeIfPresent(String.self, forKey: .comment)
        emptyComment = try file.decodeIfPresent(String.self, forKey: .emptyComment)
        manufacturer = try file.decodeIfPresent(String.self, forKey: .manufacturer)
        query = try file.decodeIfPresent(String.self, forKey: .query)
        orderAnswer = try file.decodeIfPresent(String.self, forKey: .orderAnswer)
        terminator = try file.decodeIfPresent(String.self, forKey: .terminator)
        reports = try file.decodeIfPresent([AssayResult.Role].self, forKey: .reports) ?? reports
        resends = try file.decodeIfPresent(Int.self, forKey: .resends)
        guard resends.map({ $0 > 0 }) ?? true else {
            throw DecodingError.dataCorruptedError(
                forKey: .resends, in: file, debugDescription: "resends must be 1 or more")
        }
        message = try file.decodeIfPresent(Batch.self, forKey: .message) ?? message
        numbers = try file.decodeIfPresent(Style.self, forKey: .numbers) ?? numbers
    }
}
