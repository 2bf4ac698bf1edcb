public import StepUp

/// One tube of a simulated procedure, with the truth that only the simulator knows.
public struct SimulatedTube: Sendable, Equatable {
    /// Which injection, vein and planned second.
    public var place: Mark.Place
    /// The ID on its label.
    public var specimen: String
    /// When it is filled, seconds from the beginning.
    public var drawn: Double
    /// Actual seconds after the injection; negative before it.
    public var actual: Double
    /// The true concentration in it, in the plan's unit.
    public var truth: Double
}
