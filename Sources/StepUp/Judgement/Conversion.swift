public import Protocols

/// One unit of a hormone expressed in another: stated by the plan, never assumed.
///
/// Only a rule that asks for a rise in a unit of its own needs one; ratios are of one unit.
public struct Conversion: Sendable, Equatable, Codable {
    /// Its name in `config/units.yaml`.
    public var id: String
    /// The hormone.
    public var analyte: String
    /// The unit of the results.
    public var from: String
    /// The unit that a rule names.
    public var to: String
    /// One of `from` is so many of `to`.
    public var factor: ExactDecimal
    /// Who says so.
    public var source: String

    /// A conversion; see the properties.
    public init(
        id: String, analyte: String, from: String, to: String, factor: ExactDecimal,
        source: String
    ) {
        (self.id, self.analyte, self.from, self.to) = (id, analyte, from, to)
        (self.factor, self.source) = (factor, source)
    }
}

extension [Conversion] {
    /// What is wrong with these conversions, each with its place in the list and its key.
    public func flaws() -> [Flaw] {
        let wrong = indices.filter { self[$0].factor.digits <= 0 }.map { index in
            Flaw(
                path: ["\(index)", "factor"],
                problem: "The conversion \(self[index].id.quoted) needs a factor above 0, not "
                    + "\(self[index].factor).")
        }
        return wrong
            + map(\.id).doubledPlaces.map { place, id in
                Flaw(
                    path: ["\(place)", "id"],
                    problem: "The conversion \(id.quoted) is there twice.")
            }
    }
}
