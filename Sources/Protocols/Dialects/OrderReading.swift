extension Dialect {
    /// Results that stand in the order record, where a maker writes no result record for them.
    ///
    /// Only an order that no result record follows is read so. Specimen and position are those of
    /// any result; what is not listed here stays empty.
    public struct OrderReading: Sendable, Equatable, Codable {
        /// Which orders are results: a field, and the texts that make them so.
        public var when: [FieldPath: [String]]
        /// What such a result means.
        public var role: AssayResult.Role
        /// The maker's test code.
        public var test: [FieldPath]
        /// The completion time.
        public var measured: [FieldPath]
        /// The result status.
        public var status: [FieldPath]
        /// What is kept as the result's comment, as sent.
        public var comment: [FieldPath]
    }
}
