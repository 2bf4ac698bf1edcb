import StepUp

/// What the web needs of the rest of the daemon; tests give it something else.
struct Front: Sendable {
    /// What can be asked of the station.
    enum Question: Sendable, Equatable {
        case procedures
        case procedure(String)
        case lines
        case held
        case anatomy
    }

    /// An object that the API answers with.
    typealias Answer = any Encodable & Sendable

    /// The stream.
    var broadcast: Broadcast
    /// Says a mark to the station.
    var submit: @Sendable (Mark) async throws -> Station.Answer
    /// Asks the station; nil when there is no such thing.
    var ask: @Sendable (Question) async throws -> Answer?
    /// The lines, for the metrics.
    var lines: @Sendable () async throws -> [LineNews]
    /// The templates that a procedure can be opened from, by name.
    var templates: @Sendable () -> [String: Answer]
    /// The plan that a template becomes; throws a sentence when it cannot.
    var plan: @Sendable (Opening) throws -> Plan?
    /// A procedure as it stands, and whether it belongs to no patient; nil when it is not known.
    var view: @Sendable (String) async throws -> (ProcedureView, isSimulated: Bool)?
    /// The rules that a plan can be judged by, in the order of their file.
    var criteria: @Sendable () -> [Criterion] = { [] }
    /// What labels are printed on.
    var papers: @Sendable () -> LabelPapers
    /// The journal's path; nil where there is none, as in a replay.
    var journal: String?
    /// Whether moments can be stored.
    var health = Health()

    /// What is asked for when a procedure is opened from a template.
    struct Opening: Sendable, Equatable {
        var template: String
        var pseudonym: String
        var tag: String?
        var criterion: String?
        var alongside: [String]?
    }
}
