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
        try self.init(
            try Self.scenario(named: scenario, in: catalogue), named: scenario, dialect: dialect,
            of: try Repertoire(catalogue))
    }

    /// Finds what `scenario`, known as `name`, names in `repertoire`.
    ///
    /// `dialect` stands instead of the scenario's own, and the rules `alongside` are judged beside
    /// its own. Throws what there is not.
    public init(
        _ scenario: Scenario, named name: String, dialect: String? = nil,
        alongside: [String]? = nil, of repertoire: Repertoire
    ) throws(ScenarioProblem) {
        (self.name, self.scenario) = (name, scenario)
        hormone = try repertoire.entry(
            scenario.hormone, of: repertoire.hormones, called: "hormone")
        self.dialect = try repertoire.entry(
            dialect ?? scenario.dialect, of: repertoire.dialects, called: "dialect")
        anatomy = repertoire.anatomy
        (assays, hints) = (repertoire.assays, repertoire.hints)
        let template = try repertoire.entry(
            scenario.template, of: repertoire.templates, called: "template")
        var plan: Plan
        do {
            plan = try repertoire.rules.plan(
                template, pseudonym: scenario.pseudonym, tag: scenario.tag,
                criterion: scenario.criterion, alongside: alongside)
        } catch { throw ScenarioProblem(error.description) }
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
}

extension Dialect {
    /// The unit in which the analyzer prints `analyte`; nil when it is not said.
    func unit(of analyte: String) -> String? {
        test(for: analyte).flatMap { analytes[$0]?.unit }
    }
}
