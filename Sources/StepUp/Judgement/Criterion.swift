public import Protocols

/// A published rule for calling a rise a step-up, as data.
///
/// ```
/// ratio, rise ── needs ──▶ does the peak pass?  ─┬─ decides: threshold ──▶ that is the verdict
///                                                └─ decides: highest ────▶ and no other site
///                                                                          reaches higher
/// ```
public struct Criterion: Sendable, Equatable {
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
    /// The ratio to the baseline that must be passed; nil = no ratio is asked for.
    public var ratio: ExactDecimal?
    /// True: the ratio must be passed ("more than"); false: reaching it is enough ("at least").
    public var strict: Bool
    /// The rise above the baseline that must be passed; nil = none is asked for.
    public var rise: Increase?
    /// Whether ratio and rise must both be passed, where both are asked for.
    public var needs: Needs
    /// The lower ratio of a rule with two levels, which marks a neighbour of the feeding
    /// territory; nil = one level.
    public var neighbour: Level?
    /// What turns a rise into a verdict.
    public var decides: Decision
    /// The actual seconds after the injection that count.
    public var window: Window
    /// Which draws are the baseline.
    public var baseline: Baseline
    /// The planned seconds whose draws can be the baseline; empty = every one at 0 or before.
    public var baselineDraws: [Int]
    /// Which veins the rule looks at.
    public var veins: Veins

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
        public func contains(_ second: Double) -> Bool {
            second > 0 && second >= from && second <= to
        }

        /// In words.
        var span: String { "\(from.secondWords) to \(to.secondWords) s" }
    }

    /// The baseline rule, for the usable draws at second 0 or before, of the same injection and
    /// vein.
    public enum Baseline: String, Sendable, Codable, CaseIterable {
        /// The last of them.
        case last
        /// Their arithmetic mean.
        case mean
        /// The highest of them.
        case highest
    }

    /// How ratio and rise are joined.
    public enum Needs: String, Sendable, Codable, CaseIterable {
        /// Both must be passed.
        case all
        /// Either is enough.
        case any
    }

    /// What turns a rise into a verdict.
    public enum Decision: String, Sendable, Codable, CaseIterable {
        /// Passing what is asked for.
        case threshold
        /// Passing it, if anything is asked for, with the highest peak ratio of all sites.
        case highest
    }

    /// A concentration above the baseline.
    public struct Increase: Sendable, Equatable, Codable {
        /// By how much.
        public var by: ExactDecimal
        /// The unit of `by`; results in another one need a stated conversion.
        public var unit: String
        /// True: it must be passed; false: reaching it is enough.
        public var strict: Bool

        /// A rise by `by` `unit`; passed when `strict`, else reached.
        public init(by: ExactDecimal, unit: String, strict: Bool) {
            (self.by, self.unit, self.strict) = (by, unit, strict)
        }
    }

    /// A ratio, and whether it must be passed or reached.
    public struct Level: Sendable, Equatable, Codable {
        /// The ratio to the baseline.
        public var ratio: ExactDecimal
        /// True: it must be passed; false: reaching it is enough.
        public var strict: Bool

        /// The ratio `ratio`; passed when `strict`, else reached.
        public init(ratio: ExactDecimal, strict: Bool) {
            (self.ratio, self.strict) = (ratio, strict)
        }
    }

    /// Which veins a rule looks at, and whether it compares them.
    ///
    /// Every vein is always judged against its own baseline; the policy matters where sites are
    /// compared, and in what a positive site is.
    public enum Veins: Sendable, Equatable {
        /// A site is positive when any vein is; sites are compared by their highest vein.
        case any
        /// Each vein stands by itself; sites are compared within a vein.
        case each
        /// Only this vein is judged.
        case only(String)
    }

    /// The rule that a peak of more than `ratio` times the last baseline, or at least so many times
    /// when not `strict`, is a step-up; everything else is set on the value.
    public init(
        id: String, title: String, source: String, read: String, analytes: [String],
        stimulants: [String], ratio: ExactDecimal?, strict: Bool, window: Window,
        baseline: Baseline
    ) {
        (self.id, self.title, self.source, self.read) = (id, title, source, read)
        (self.analytes, self.stimulants) = (analytes, stimulants)
        (self.ratio, self.strict, self.rise, self.needs) = (ratio, strict, nil, .all)
        (self.neighbour, self.decides) = (nil, .threshold)
        (self.window, self.baseline, self.baselineDraws) = (window, baseline, [])
        veins = .any
    }

    /// True when the rule judges this vein.
    public func looks(at vein: String) -> Bool {
        if case .only(let named) = veins { named == vein } else { true }
    }

    /// True when a draw at this planned second can be a baseline.
    func takesBaseline(at planned: Int) -> Bool {
        baselineDraws.isEmpty || baselineDraws.contains(planned)
    }

    /// The ratio that is asked for, and whether it must be passed.
    var level: Level? { ratio.map { Level(ratio: $0, strict: strict) } }

    /// True when the rule ever gives a verdict.
    var isRule: Bool { ratio != nil || rise != nil || decides == .highest }
}
