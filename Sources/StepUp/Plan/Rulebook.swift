/// The rules and unit conversions that templates name.
public struct Rulebook: Sendable {
    /// The rules, in the order of their file.
    public let criteria: [Criterion]
    /// The conversions, in the order of their file.
    public let conversions: [Conversion]

    /// The rules and conversions of a site.
    public init(criteria: [Criterion], conversions: [Conversion]) {
        (self.criteria, self.conversions) = (criteria, conversions)
    }

    /// Names a rule or conversion that is not there, and those that are.
    public struct Unknown: Error, CustomStringConvertible {
        /// One sentence.
        public let description: String
        /// The key of the template that names it.
        public let key: String
    }

    /// The plan of `template` for one patient.
    ///
    /// `tag` is what the printed labels begin with, nil when IDs come otherwise; `criterion` and
    /// `alongside` are ids that stand instead of the template's. Throws the name that is unknown.
    public func plan(
        _ template: Template, pseudonym: String, tag: String?, criterion: String? = nil,
        alongside: [String]? = nil
    ) throws(Unknown) -> Plan {
        let main = try self.criterion(criterion ?? template.criterion, in: "criterion")
        var beside: [Criterion] = []
        for id in alongside ?? template.alongside ?? [] {
            beside.append(try self.criterion(id, in: "alongside"))
        }
        var conversions: [Conversion] = []
        for id in template.conversions ?? [] { conversions.append(try conversion(id)) }
        return Plan(
            title: template.title, pseudonym: pseudonym, analyte: template.analyte,
            unit: template.unit, stimulant: template.stimulant, sites: template.sites,
            veins: template.veins, draws: template.draws, wait: template.wait, criterion: main,
            alongside: beside, conversions: conversions,
            variants: template.variants ?? [],
            tagging: Plan.Tagging(labels: tag, sheet: [], positions: []))
    }

    private func criterion(_ id: String, in key: String) throws(Unknown) -> Criterion {
        if let known = criteria.first(where: { $0.id == id }) { return known }
        let known = criteria.map(\.id).joined(separator: ", ")
        throw Unknown(
            description: "there is no criterion '\(id)' (known: \(known))", key: key)
    }

    private func conversion(_ id: String) throws(Unknown) -> Conversion {
        if let known = conversions.first(where: { $0.id == id }) { return known }
        let known = conversions.map(\.id).joined(separator: ", ")
        throw Unknown(
            description: "there is no conversion '\(id)' (known: \(known))", key: "conversions")
    }
}
