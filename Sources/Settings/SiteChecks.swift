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
        Setup(
            version: version, site: site, simulated: lines.values.contains(where: \.simulated),
            lines: lines.mapValues { Setup.LineSetup(dialect: $0.dialect) },
            dialects: try dialects(from: catalogue, text: text, file: file),
            anatomy: try catalogue.anatomy())
    }
}
