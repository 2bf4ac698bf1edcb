/// A procedure as it stands: told again whenever plan or injections change.
public struct ProcedureNews: Sendable, Equatable, Encodable {
    /// Open or closed.
    public enum State: String, Sendable, Encodable { case open, closed }

    /// Open or closed.
    public var state: State
    /// When it was opened, RFC 3339.
    public var opened: ShownTime
    /// The plan.
    public var plan: Plan
    /// The injections, planned and given, in order.
    public var injections: [Injection]

    /// One injection.
    public struct Injection: Sendable, Equatable, Encodable {
        /// Its number within the procedure, from 1.
        public var number: Int
        /// The site's id.
        public var site: String
        /// When second zero was, RFC 3339; null while only planned.
        public var zero: ShownTime?
        /// The dose that was prescribed when it was given, in words; null while only planned.
        public var dose: String?
        /// True when the site had been injected before.
        public var repeated: Bool
        /// True when it was planned and is not to be given any more.
        public var dropped: Bool
        /// Its marks that were taken back, in order; left out while there are none.
        public var withdrawn: [Withdrawal]?
    }
}

/// What to draw next, and when.
public struct PromptNews: Sendable, Equatable, Encodable {
    /// The injection that runs, or comes next.
    public var injection: Int?
    /// Its site.
    public var site: String?
    /// The tubes not yet drawn for it, in the order of their seconds.
    public var draws: [Draw]

    /// One tube to fill.
    public struct Draw: Sendable, Equatable, Encodable {
        /// The specimen ID on its label; null when IDs are scanned at the draw.
        public var specimen: String?
        /// The vein.
        public var vein: String
        /// The planned second.
        public var second: Int
        /// When that is, RFC 3339; null while second zero is not known.
        public var due: ShownTime?
    }
}

/// One tube, from expected to result.
public struct SpecimenNews: Sendable, Equatable, Encodable {
    /// How far the tube has come.
    public enum State: String, Sendable, Encodable, CaseIterable {
        case expected, drawn, received, result, held, void, missing
    }

    /// The specimen ID; null while none is bound to the place.
    public var specimen: String?
    /// How far it has come.
    public var state: State
    /// The tube's place; null while held.
    public var place: Mark.Place?
    /// The site's id.
    public var site: String?
    /// Actual seconds after the injection; null when the draw was not marked.
    public var actual: Double?
    /// Why it is held, void or missing.
    public var reason: String?
    /// For a held ID: an expected one that is very like it.
    ///
    /// A suggestion, never acted upon.
    public var suggestion: String?
    /// Its draws that were taken back, in order; left out while there are none.
    public var withdrawn: [Withdrawal]?
}
