public import Protocols
public import Settings
public import StepUp

/// What scenarios can name, read once from a catalogue.
public struct Repertoire: Sendable {
    /// The analyzers' dialects, by name.
    public let dialects: [String: Dialect]
    /// The anatomy hints.
    public let anatomy: Anatomy
    /// The rules.
    public let rules: Rulebook
    /// What is known of the assays.
    public let assays: Assays
    /// When something does not look right.
    public let hints: HintRules

    let hormones: [String: Hormone]
    let templates: [String: Template]

    /// All that `catalogue` holds; throws the `SettingsError` of a file.
    public init(_ catalogue: Catalogue) throws(SettingsError) {
        dialects = try catalogue.dialects()
        anatomy = try catalogue.anatomy()
        rules = try catalogue.rulebook()
        assays = try catalogue.assays()
        hints = try catalogue.hints()
        hormones = try catalogue.load([String: Hormone].self, at: "hormones.yaml")
        templates = try catalogue.templates()
    }

    /// The entry called `name` of `all`, which are of one `kind`; throws the names that there are.
    func entry<Value>(
        _ name: String, of all: [String: Value], called kind: String
    ) throws(ScenarioProblem) -> Value {
        guard let value = all[name] else {
            let names = all.keys.sorted().joined(separator: ", ")
            throw ScenarioProblem("there is no \(kind) '\(name)'; there are \(names)")
        }
        return value
    }
}
