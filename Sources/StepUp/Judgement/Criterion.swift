public import Protocols

/// A published rule for calling a rise a step-up, as data.
public struct Criterion: Sendable, Equatable, Codable {
    /// Its name in `config/criteria.yaml`.
    public var id: String
    /// The rule in one sentence.
    public var title: String
    /// Where it was published.
    public var source: String
    /// How far the source was read, and what in the rule is ours.
    public var read: String
    /// The analytes it was published for; empty = any.
    public var analytes: [String]
    /// The stimulants it was published for; empty = any.
    public var stimulants: [String]
    /// The ratio to the baseline that must be passed; nil = ratios are shown, no verdict is given.
    public var ratio: ExactDecimal?
    /// True: the ratio must be passed ("more than"); false: reaching it is enough ("at least").
    public var strict: Bool
    /// The actual seconds after the injection that count.
    public var window: Window
    /// Which draws are the baseline.
    public var baseline: Baseline

    /// From and to, in actual seconds after the injection, both included.
    public struct Window: Sendable, Equatable, Codable {
        /// The first second that counts; second 0 itself is always a baseline.
        public var from: Double
        /// The last second that counts.
        public var to: Double

        /// The seconds `from` to `to`.
        public init(from: Double, to: Double) {
            self.from = from
            self.to = to
        }

        /// True for a draw after the injection that the rule looks at.
        func contains(_ second: Double) -> Bool { second > 0 && second >= from && second <= to }

        /// In words.
        var span: String { "\(from.secondWords) to \(to.secondWords) s" }
    }

    /// The baseline rule.
    public enum Baseline: String, Sendable, Codable, CaseIterable {
        /// The last usable draw at second 0 or before, of the same injection and vein.
        case last
    }

    /// A criterion; see the properties.
    public init(
        id: String, title: String, source: String, read: String, analytes: [String],
        stimulants: [String], ratio: ExactDecimal?, strict: Bool, window: Window, baseline: Baseline
    ) {
        (self.id, self.title, self.source, self.read) = (id, title, source, read)
        (self.analytes, self.stimulants) = (analytes, stimulants)
        (self.ratio, self.strict) = (ratio, strict)
        (self.window, self.baseline) = (window, baseline)
    }
}
