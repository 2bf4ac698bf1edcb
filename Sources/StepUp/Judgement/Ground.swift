internal import Protocols

/// One thing that a verdict rests on, lacks or assumes: a sentence once it is told.
///
/// A verdict is made after every result and told rarely, so it keeps the values and leaves the
/// words for later; two grounds with the same words are equal.
public indirect enum Ground: Sendable, Equatable {
    /// The peak over the baseline, and the rule it is held against.
    case risen(Peak, over: Base, rule: Rule?)
    /// Another draw could be higher yet.
    case room(Peak, rule: Rule?)
    /// The results are bounds on both sides of the rule.
    case open(Rule)
    /// The rise in concentration cannot be held against a rise in another unit.
    case unconverted(String, wanted: String)
    /// Concentrations were converted for a rule that names a unit.
    case converted(Conversion)
    /// The ratio is that of a neighbouring territory.
    case neighbour(Criterion.Level)
    /// Another site's peak is higher.
    case surpassed(by: Rival)
    /// No other site's peak is higher; the next one.
    case highest(next: Rival?)
    /// Other sites' peaks cannot be told apart from this one.
    case level(with: [Rival])
    /// Sites that could still turn out higher.
    case awaitedSites([String])
    /// Sites without a ratio, which could have been higher.
    case unknownSites([String])
    /// A draw that would have been the baseline is of no use.
    case lostBaseline(ShownSecond, Loss)
    /// No draw can be the baseline.
    case noBaseline
    /// The baseline may come from these draws.
    case awaitedBaseline([ShownSecond])
    /// These draws are awaited; `proven` when they can only make the peak higher.
    case awaited([ShownSecond], proven: Bool)
    /// A draw inside the window is of no use.
    case gap(ShownSecond, Loss)
    /// No draw inside the window can be compared.
    case nothingToCompare
    /// A draw is not looked at.
    case outside(ShownSecond, span: Criterion.Window)
    /// A planned baseline came too late to be one.
    case lateBaseline(ShownSecond)
    /// Planned seconds stand in for actual ones.
    case unmarked([ShownSecond])
    /// The results' unit is not the plan's.
    case unit(String, expected: String)
    /// More than one analyzer, line or test measured.
    case analyzers([String])
    /// Several results of one tube, of which nothing says which was measured last.
    case either(ShownSecond, [String])
    /// A number that is judged as a bound, for what is known of its assay.
    case limited(ShownSecond, AssayLimit, unit: String)

    /// A draw, and the ratios that it allows.
    public struct Peak: Sendable, Equatable {
        let text: String
        let second: ShownSecond
        let rise: Rise
    }

    /// The baseline as sent: its last draw, and the earlier ones that it is made of.
    public struct Base: Sendable, Equatable {
        let text: String
        let earlier: [String]
        let unit: String
        let rule: Criterion.Baseline
    }

    /// What must be passed, or reached.
    public struct Rule: Sendable, Equatable {
        let ratio: Criterion.Level?
        let rise: Criterion.Increase?
        let needs: Criterion.Needs
        let decides: Criterion.Decision
    }

    /// Another site's peak, where sites are compared.
    public struct Rival: Sendable, Equatable {
        let site: String
        let vein: String
        let rise: Rise
    }
}

/// Why a tube is of no use to a rule.
public indirect enum Loss: Sendable, Equatable {
    /// It is void or missing.
    case settled
    /// It was measured for something else.
    case otherAnalyte(String, wanted: String)
    /// Its result is no number.
    case noValue(String)
    /// It is zero, over which nothing can be divided.
    case zero
    /// Several results of it could count, and are not all numbers of one unit.
    case either([String])
    /// Its unit is not the baseline's.
    case units(String, baseline: String)
}

/// A second as sentences show it: to a tenth.
public struct ShownSecond: Sendable, Equatable {
    private let rounded: Double

    /// Shows `second`.
    init(_ second: Double) {
        let tenths = (second.magnitude * 10).rounded() / 10
        rounded = tenths < 1e9 ? second < 0 ? -tenths : tenths : second
    }

    /// The seconds after the injection.
    var value: Double { rounded }

    /// Whole seconds without a point, with a true minus sign.
    var words: String { rounded.secondWords }
}
