extension Dialect {
    /// How a device writes fields that have names instead of numbers, and what it puts in them.
    public struct Labels: Sendable, Equatable, Codable {
        /// In which order a printed date has its parts; it cannot be told from the date.
        public var dates = DateOrder.yearFirst
        /// The time of day, where it is sent apart from the date.
        public var clock: [FieldPath] = []
        /// What stands before the test's code and is no part of it, such as `#`.
        public var testMark = ""
        /// True: the unit stands behind the number in the same field (`30.94 mUI/ml`).
        public var unitInValue = false
        /// True: a comma and a point both stand before a fraction, as the language of the device
        /// has it; its maker writes nothing between thousands.
        public var eitherMark = false
        /// What stands between the columns of a table.
        public var delimiter = Delimiter.comma
        /// The names of a table's columns, for tables that come without a first row that says so.
        public var columns: [String] = []

        /// In which order a date has its parts.
        public enum DateOrder: String, Sendable, Codable, CaseIterable {
            case dayFirst = "day-first"
            case monthFirst = "month-first"
            case yearFirst = "year-first"
        }

        /// What stands between the columns of a table.
        public enum Delimiter: String, Sendable, Codable, CaseIterable {
            case comma, semicolon, tab

            var byte: UInt8 {
                switch self {
                case .comma: UInt8(ascii: ",")
                case .semicolon: UInt8(ascii: ";")
                case .tab: 0x09
                }
            }
        }

        /// Dates that begin with the year, and nothing else that is special.
        public init() {}
    }
}

extension LinkOptions.Kind {
    /// What the places are in that a dialect on such a link has.
    var form: FieldPath.Form {
        switch self {
        case .e1381, .simplified, .listing: .record
        case .mllp: .segment
        case .bci, .poct1a, .lines, .table: .name
        }
    }
}

extension Dialect.Reading {
    /// No places at all: names of fields are each device's own.
    static var named: Dialect.Reading {
        var reads = Dialect.Reading()
        (reads.specimen, reads.test, reads.value, reads.unit) = ([], [], [], [])
        (reads.flags, reads.status, reads.measured, reads.instrument) = ([], [], [], [])
        (reads.comment, reads.querySpecimen) = ([], [])
        (reads.queryTests, reads.queryStatus, reads.processing) = ([], [], [])
        return reads
    }
}

extension Dialect.Labels {
    private enum CodingKeys: String, CodingKey {
        case dates, clock, delimiter, columns
        case testMark = "test-mark"
        case unitInValue = "unit-in-value"
        case eitherMark = "either-mark"
    }

    /// Reads what a dialect says; what it leaves out is as in ``init()``.
    public init(from decoder: any Decoder) throws {
        self.init()
        let file = try decoder.container(keyedBy: CodingKeys.self)
        func take<Value: Decodable>(_ key: CodingKeys, into value: inout Value) throws {
            value = try file.decodeIfPresent(Value.self, forKey: key) ?? value
        }
        try take(.dates, into: &dates)
        try take(.clock, into: &clock)
        try take(.testMark, into: &testMark)
        try take(.unitInValue, into: &unitInValue)
        try take(.eitherMark, into: &eitherMark)
        try take(.delimiter, into: &delimiter)
        try take(.columns, into: &columns)
    }
}
