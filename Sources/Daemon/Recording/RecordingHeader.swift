import StepUp

/// The first line of a recording: what somebody needs to know before reading on, and where the fold
/// begins.
struct RecordingHeader: Sendable, Equatable, Codable {
    /// The format that this program writes and reads.
    static let format = 1

    /// ``format`` at the time of writing; its key tells a recording from every other file.
    var recording = Self.format
    /// The version of the program that wrote it.
    var program: String
    /// The journal it was taken from, by its identity; nil when made by hand.
    var journal: String?
    /// The site's name.
    var site: String
    /// True when a simulated analyzer spoke.
    var simulated: Bool
    /// The dialects spoken, by line.
    var dialects: [String: String]
    /// The procedure it was taken for.
    var procedure: String?
    /// The plan that the procedure was opened with.
    var plan: Plan?
    /// The number of the moment before the first.
    var after: Int64
    /// What the station remembered then; nil when the journal began here.
    var rest: Station.Rest?
    /// True when every line ends with a seal.
    var sealed: Bool

    /// A header of what came from `journal`, under `setup`, after moment `after`.
    init(
        program: String, journal: String?, setup: Setup?, after: Int64, rest: Station.Rest?,
        sealed: Bool = true
    ) {
        (self.program, self.journal, self.after) = (program, journal, after)
        (self.rest, self.sealed) = (rest, sealed)
        site = setup?.site ?? ""
        simulated = setup?.simulated ?? false
        dialects = setup?.lines.mapValues(\.dialect) ?? [:]
    }
}
