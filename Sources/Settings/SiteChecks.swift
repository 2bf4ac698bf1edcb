public import Protocols
public import StepUp

extension SiteConfiguration {
    /// The dialects that the lines use, with the site's own test codes, by name.
    ///
    /// - Parameters:
    ///   - catalogue: where the dialects are.
    ///   - text: the site's file, in which the error's line is looked up.
    ///   - file: its name in errors.
    /// - Returns: one dialect for each that a line names.
    /// - Throws: when a name is no dialect's, or a dialect's file is wrong.
    public func dialects(
        from catalogue: Catalogue, text: String = "", file: String = "stepupd.yaml"
    ) throws(SettingsError) -> [String: Dialect] {
        let known = try catalogue.dialects()
        func refuse(_ name: String, at place: [String]) -> SettingsError {
            SettingsError(
                file: file, line: line(of: place, in: text),
                problem: "there is no dialect '\(name)'"
                    + " (known: \(known.keys.sorted().joined(separator: ", ")))")
        }
        for name in analytes.keys.sorted() where known[name] == nil {
            throw refuse(name, at: ["analytes", name])
        }
        var used: [String: Dialect] = [:]
        for (name, line) in lines.sorted(by: { $0.key < $1.key }) {
            guard var dialect = known[line.dialect] else {
                throw refuse(line.dialect, at: ["lines", name, "dialect"])
            }
            for (code, assay) in analytes[line.dialect] ?? [:] { dialect.analytes[code] = assay }
            used[line.dialect] = dialect
        }
        return used
    }

    /// Everything that the fold depends on, for the journal's first moment of this run.
    public func setup(
        version: String, catalogue: Catalogue, text: String = "", file: String = "stepupd.yaml"
    ) throws(SettingsError) -> Setup {
        let used = try dialects(from: catalogue, text: text, file: file)
        return Setup(
            version: version, site: site, simulated: lines.values.contains(where: \.simulated),
            lines: lines.mapValues { line in
                // Whoever calls us has no speed that could be wrong.
                let settings = line.settings ?? used[line.dialect]?.line
                return Setup.LineSetup(
                    dialect: line.dialect,
                    settings: line.address.hasPrefix("listen:") ? nil : settings)
            },
            dialects: used, anatomy: try catalogue.anatomy(),
            known: try catalogue.dialects().values.map { Acquaintance($0) }
                .sorted { $0.name < $1.name },
            assays: try catalogue.assays(), hints: try catalogue.hints())
    }
}
