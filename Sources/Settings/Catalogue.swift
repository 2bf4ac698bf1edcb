import Foundation
public import Protocols
public import StepUp

/// The data files that the program knows: dialects, criteria, anatomy, templates, scenarios.
///
/// The shipped ones, each replaced by the file of the same path in the site's folder, if there is
/// one; a folder may add files as well.
public struct Catalogue: Sendable {
    private let texts: [String: String]
    private let folder: String?

    /// The largest file that is read: a hundred times the largest shipped one.
    public static let fileLimit = 1_048_576

    /// The shipped files, and over them those in `folder`.
    ///
    /// Throws when the folder or a file in it cannot be read.
    public init(folder: String? = nil) throws(SettingsError) {
        self.folder = folder
        var texts = Shipped.files
        if let folder {
            for path in try Self.paths(in: folder) {
                texts[path] = try Self.read(folder + "/" + path)
            }
        }
        self.texts = texts
    }

    /// The file at `path` as a value: `load(Scenario.self, at: "scenarios/no-step-up.yaml")`.
    public func load<Value: Decodable>(
        _ type: Value.Type, at path: String
    ) throws(SettingsError) -> Value {
        guard let text = texts[path] else {
            throw SettingsError(file: name(of: path), line: nil, problem: "there is no such file")
        }
        return try Settings.load(type, text: text, file: name(of: path))
    }

    /// The file at `path` as text; nil when there is none.
    public func text(at path: String) -> String? { texts[path] }

    /// The names of the files in `group`, without ending, in order: `names(in: "scenarios")`.
    public func names(in group: String) -> [String] {
        texts.keys.filter { $0.hasPrefix(group + "/") && $0.hasSuffix(".yaml") }
            .map { String($0.dropFirst(group.count + 1).dropLast(5)) }.sorted()
    }

    /// All files of `group` as values, by name.
    public func all<Value: Decodable>(
        _ type: Value.Type, in group: String
    ) throws(SettingsError) -> [String: Value] {
        var values: [String: Value] = [:]
        for name in names(in: group) {
            values[name] = try load(type, at: "\(group)/\(name).yaml")
        }
        return values
    }

    /// What a file is called in errors: the site's own path, or that in `config/`.
    public func name(of path: String) -> String {
        guard let folder, FileManager.default.fileExists(atPath: folder + "/" + path) else {
            return "config/" + path
        }
        return folder + "/" + path
    }
}

extension Catalogue {
    /// The dialects by name, each with layouts that can be written.
    public func dialects() throws(SettingsError) -> [String: Dialect] {
        let dialects = try all(Dialect.self, in: "dialects")
        for (name, dialect) in dialects.sorted(by: { $0.key < $1.key }) {
            let path = "dialects/\(name).yaml"
            guard dialect.name == name else {
                throw error(at: ["name"], of: path, "the name must be that of the file: '\(name)'")
            }
            do {
                _ = try OrderWriter(dialect)
            } catch {
                throw self.error(at: ["orders"], of: path, "a layout is wrong: \(error)")
            }
            guard dialect.writes != nil else { continue }
            do {
                _ = try RecordWriter(dialect)
                _ = try OrderAcceptance(dialect)
            } catch {
                throw self.error(at: ["writes"], of: path, "a layout is wrong: \(error)")
            }
        }
        return dialects
    }

    /// The rules and conversions that templates name.
    public func rulebook() throws(SettingsError) -> Rulebook {
        let conversions = try load([Conversion].self, at: "units.yaml")
        try refuse(conversions.flaws(), in: "units.yaml")
        return Rulebook(criteria: try criteria(), conversions: conversions)
    }

    /// The criteria in the order of `criteria.yaml`, each a rule that can be followed.
    public func criteria() throws(SettingsError) -> [Criterion] {
        let criteria = try load([Criterion].self, at: "criteria.yaml")
        try refuse(criteria.flaws(), in: "criteria.yaml")
        return criteria
    }

    /// The anatomy hints of `anatomy.yaml`, which do not contradict each other.
    public func anatomy() throws(SettingsError) -> Anatomy {
        let anatomy = try load(Anatomy.self, at: "anatomy.yaml")
        try refuse(anatomy.flaws(), in: "anatomy.yaml")
        return anatomy
    }

    /// What is known of the assays, from `assays.yaml`.
    public func assays() throws(SettingsError) -> Assays {
        let assays = try load(Assays.self, at: "assays.yaml")
        if let problem = assays.problems.first {
            throw error(at: problem.place, of: "assays.yaml", problem.words)
        }
        return assays
    }

    /// When something does not look right, from `hints.yaml`.
    public func hints() throws(SettingsError) -> HintRules {
        let rules = try load(HintRules.self, at: "hints.yaml")
        if let problem = rules.problems.first {
            throw error(at: [problem.key], of: "hints.yaml", problem.words)
        }
        return rules
    }

    /// What labels are printed on, from `labels.yaml`.
    public func papers() throws(SettingsError) -> LabelPapers {
        let papers = try load(LabelPapers.self, at: "labels.yaml")
        if let problem = papers.problems.first {
            throw error(at: problem.place, of: "labels.yaml", problem.words)
        }
        return papers
    }

    /// The plan templates of `procedures/`, by name.
    public func templates() throws(SettingsError) -> [String: Template] {
        try all(Template.self, in: "procedures")
    }

    private func refuse(_ flaws: [Flaw], in path: String) throws(SettingsError) {
        guard let flaw = flaws.first else { return }
        throw error(at: flaw.path, of: path, flaw.problem)
    }

    /// What is wrong with a template once it is a plan, by its key; its criteria and conversions
    /// come from `rules`, its variants from `anatomy`.
    public func problems(
        of template: Template, named name: String, by rules: Rulebook, on anatomy: Anatomy
    ) -> [SettingsError] {
        let path = "procedures/\(name).yaml"
        do throws(Rulebook.Unknown) {
            let plan = try rules.plan(template, pseudonym: "P", tag: "T1")
            let strangers = (template.variants ?? []).filter { id in
                !anatomy.variants.contains { $0.id == id }
            }
            return plan.flaws().map {
                error(at: $0.path, of: path, $0.problem)
            }
                + strangers.map {
                    error(at: ["variants"], of: path, "there is no variant '\($0)'")
                }
        } catch {
            return [self.error(at: [error.key], of: path, error.description)]
        }
    }

    /// What is wrong with the value at `place` of a file, by its line and key.
    private func error(at place: [String], of path: String, _ problem: String) -> SettingsError {
        let key = place.isEmpty ? "" : " (in '\(place.joined(separator: "."))')"
        return SettingsError(
            file: name(of: path), line: texts[path].flatMap { Self.line(of: place, in: $0) },
            problem: problem + key)
    }
}

extension Catalogue {
    /// Reads one file of UTF-8 text, which is bounded by ``fileLimit``.
    public static func read(_ path: String) throws(SettingsError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw SettingsError(
                file: path, line: nil,
                problem: isThere ? "the file cannot be read" : "there is no such file")
        }
        guard data.count <= fileLimit else {
            throw SettingsError(
                file: path, line: nil, problem: "the file is larger than \(fileLimit) bytes")
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw SettingsError(file: path, line: nil, problem: "the file is not UTF-8 text")
        }
        return text
    }

    private static func paths(in folder: String) throws(SettingsError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
            isFolder.boolValue,
            let listed = FileManager.default.enumerator(atPath: folder)
        else { throw SettingsError(file: folder, line: nil, problem: "there is no such folder") }
        return listed.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
    }
}

extension Catalogue {
    /// The line at which a value stands, or else what it would stand in.
    private static func line(of place: [String], in text: String) -> Int? {
        var place = place
        while !place.isEmpty {
            if let line = Settings.line(of: place, in: text) { return line }
            place.removeLast()
        }
        return nil
    }
}
