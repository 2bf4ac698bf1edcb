/// How a hormone is released, cleared and carried: a table of `config/hormones.yaml`.
///
/// Amounts are the unit's own numerator: for µU/mL a secretion is in µU/min. Sources and reasons
/// stand in `docs/model.md`.
public struct Hormone: Sendable, Equatable, Codable {
    /// The unit of every concentration, in each spelling of analyzers; amounts are its numerator.
    public var units: [String]
    /// The share of portal hormone that the liver removes in one pass, 0 ..< 1.
    public var extraction: Double
    /// What the rest of the body clears, mL/min.
    public var clearance: Double
    /// The volume in which the hormone spreads, mL.
    public var volume: Double
    /// How many times its basal rate healthy tissue *adds* when fully stimulated.
    public var gain: Double
    /// The dose at the tissue that gives half the full response, in the scenario's unit.
    public var half: Double
    /// Seconds from the catheter's tip through the tissue to the vein's catheter.
    public var transit: Double
    /// Seconds from a bolus at the tissue to the peak of release.
    public var peak: Double
    /// The further seconds that hormone of the pancreas needs through the portal vein.
    public var portal: Double
    /// The share of a dose that comes back to every organ with the blood.
    public var recirculation: Double
    /// Seconds until it does.
    public var late: Double
}
