public import Protocols
public import Settings
public import StepUp

/// Everything that a scenario names, found and put together: what a course is played from.
public struct Script: Sendable {
    /// The scenario's name, or its file's path.
    public let name: String
    /// The scenario.
    public let scenario: Scenario
    /// The analyzer's dialect.
    public let dialect: Dialect
    /// The anatomy hints.
    public let anatomy: Anatomy
    /// What is known of the assays.
    public let assays: Assays
    /// When something does not look right.
    public let hints: HintRules
    /// The team's plan.
    public let plan: Plan

    private let hormone: Hormone

    /// Finds what `scenario` names in `catalogue`.
    ///
    /// - Parameters:
    ///   - scenario: a name in `scenarios/`, or a path, which holds `/` or ends in `.yaml`.
    ///   - dialect: the name of the dialect to speak; the scenario's own when nil.
    ///   - catalogue: where the names are looked up.
    /// - Throws: ``ScenarioProblem``, or the `SettingsError` of a file.
    public init(scenario: String, dialect: String? = nil, catalogue: Catalogue) throws {
        name = scenario
        let scenario = try Self.scenario(named: scenario, in: catalogue)
        self.scenario = scenario
        let hormones = try catalogue.load([String: Hormone].self, at: "hormones.yaml")
        hormone = try Self.entry(scenario.hormone, of: hormones, called: "hormone")
        let dialectName = dialect ?? scenario.dialect
        self.dialect = try Self.entry(
            dialectName, of: try catalogue.dialects(), called: "dialect")
        anatomy = try catalogue.anatomy()
        (assays, hints) = (try catalogue.assays(), try catalogue.hints())
        let template = try Self.entry(
            scenario.template, of: try catalogue.templates(), called: "template")
        var plan: Plan
        do {
            plan = try catalogue.rulebook().plan(
                template, pseudonym: scenario.pseudonym, tag: scenario.tag,
                criterion: scenario.criterion)
        } catch let unknown as Rulebook.Unknown {
            throw ScenarioProblem(unknown.description)
        }
        plan.analyte = scenario.hormone
        guard let unit = self.dialect.unit(of: plan.analyte) ?? hormone.units.first else {
            throw ScenarioProblem("\(plan.analyte) has no unit in config/hormones.yaml")
        }
        plan.unit = unit
        self.plan = plan
    }

    /// The course that `seed` makes of it, known as `procedure`.
    public func course(seed: UInt64, procedure: String) throws(ScenarioProblem) -> Course {
        try Course(
            scenario: scenario, hormone: hormone, anatomy: anatomy, plan: plan, seed: seed,
            procedure: procedure)
    }

    private static func scenario(named name: String, in catalogue: Catalogue) throws -> Scenario {
        if name.contains("/") || name.hasSuffix(".yaml") {
            return try load(Scenario.self, text: try Catalogue.read(name), file: name)
        }
        let names = catalogue.names(in: "scenarios")
        guard names.contains(name) else {
            throw ScenarioProblem(
                "there is no scenario '\(name)'; there are \(names.joined(separator: ", "))")
        }
        return try catalogue.load(Scenario.self, at: "scenarios/\(name).yaml")
    }

    private static func entry<Value>(
        _ name: String, of all: [String: Value], called kind: String
    ) throws(ScenarioProblem) -> Value {
        guard let value = all[name] else {
            let names = all.keys.sorted().joined(separator: ", ")
            throw ScenarioProblem("there is no \(kind) '\(name)'; there are \(names)")
        }
        return value
    }
}

extension Dialect {
    /// The unit in which the analyzer prints `analyte`; nil when it is not said.
    func unit(of analyte: String) -> String? {
        test(for: analyte).flatMap { analytes[$0]?.unit }
    }
}
