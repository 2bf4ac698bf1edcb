/// A procedure with everything that is known of it now: what a page needs to begin with.
public struct ProcedureView: Sendable, Equatable, Encodable {
    /// The procedure's identity.
    public var id: String
    /// Plan and injections.
    public var procedure: ProcedureNews
    /// Every tube, void ones that were drawn anew included, by injection, second and vein.
    public var specimens: [SpecimenNews]
    /// Every result of its tubes, in the order of arrival, each as it counts now, with the number
    /// of its announcement.
    public var results: [Told<ResultNews>]
    /// The last verdict of each injection and vein, with the number of its announcement.
    public var verdicts: [Told<Shared<VerdictNews>>]
    /// The last map.
    public var map: Shared<MapNews>?
    /// The hints that stand, each with the number of its announcement.
    public var hints: [Told<HintNews>]
    /// What to draw next.
    public var prompt: PromptNews?
    /// The notes, in the order of writing.
    public var notes: [Note]

    /// One note.
    public struct Note: Sendable, Equatable, Encodable {
        /// When it was written, RFC 3339.
        public var at: String
        /// Who wrote it.
        public var by: String
        /// What it says.
        public var text: String
    }
}
