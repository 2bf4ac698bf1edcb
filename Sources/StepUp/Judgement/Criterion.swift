public import Protocols

/// A published rule for calling a rise a step-up, as data.
public struct Criterion: Sendable, Equatable, Codable {
    /// Its name in `config/criteria.yaml`.
    public var id: String
    /// The rule in one sentence.
    public var title: String
    /// Where it was published.
    public var source: String
    /// How far the source was read.
    public var read: String
    /// The analytes it was published for.
    public var analytes: [String]
    /// The stimulants it was published for.
    public var stimulants: [String]
    /// The ratio to the baseline that must be passed.
    public var ratio: ExactDecimal
    /// True: the ratio must be passed ("more than"); false: reaching it is enough.
    public var strict: Bool
    /// The actual seconds after the injection that count.
    public var window: Window
    /// Which draws are the baseline.
    public var baseline: Baseline

    /// From and to, in actual seconds after the injection, both included.
    public struct Window: Sendable, Equatable, Codable {
        /// The first second that counts.
        public var from: Double
        /// The last second that counts.
        public var to: Double
    }

    /// The baseline rule.
    public enum Baseline: String, Sendable, Codable {
        /// The last usable draw before the injection of the same injection and vein.
        case last
    }
}
