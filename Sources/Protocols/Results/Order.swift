/// What is to be measured on one specimen.
public struct Order: Sendable, Equatable {
    /// The specimen ID.
    public var specimen: String

    /// Where it stands, as the analyzer said when it asked; empty when it did not say.
    public var position: String

    /// The maker's test codes, in order.
    public var tests: [String]

    /// The `tests` of `specimen`.
    public init(specimen: String, position: String = "", tests: [String]) {
        self.specimen = specimen
        self.position = position
        self.tests = tests
    }

    /// What a host has to say to a query.
    public enum Answer: Sendable, Equatable {
        /// These are to be measured; never empty.
        case orders([Order])
        /// Nothing is known of the specimen.
        case noInformation
        /// The query could not be read.
        case unreadable
    }
}

/// An analyzer asking what to measure.
public struct Query: Sendable, Equatable {
    /// One specimen that is asked about.
    public struct Subject: Sendable, Equatable {
        /// The specimen ID; empty when it cannot be read.
        public var specimen: String
        /// What stands behind the ID, as sent: carrier and position, for makers who say so.
        public var position: String

        /// The specimen `specimen` at `position`.
        public init(specimen: String, position: String = "") {
            self.specimen = specimen
            self.position = position
        }
    }

    /// The specimens that are asked about: one, or the repeats of the field; never empty.
    public var subjects: [Subject]

    /// The tests that are asked about, as sent.
    public var tests: String

    /// The request status as sent: `O` asks, `A` cancels.
    public var status: String

    /// Where the record's bytes stand on the line.
    public var bytes: Range<Int>

    /// What an answer gives back of the HL7 message that asks; nil where it gives back nothing, and
    /// for a query that no order can answer.
    public var origin: MessageOrigin?

    /// A query for `specimen`.
    public init(specimen: String, tests: String, status: String, bytes: Range<Int>) {
        self.init(
            subjects: [Subject(specimen: specimen)], tests: tests, status: status, bytes: bytes)
    }

    /// A query for `subjects`.
    public init(subjects: [Subject], tests: String, status: String, bytes: Range<Int>) {
        self.subjects = subjects
        self.tests = tests
        self.status = status
        self.bytes = bytes
    }

    /// The specimen ID that is asked about, or the first of several.
    public var specimen: String { subjects.first?.specimen ?? "" }

    /// True when the analyzer takes an earlier query back (LIS02-A2 12.13: A).
    public var isCancelled: Bool { status == "A" }
}
