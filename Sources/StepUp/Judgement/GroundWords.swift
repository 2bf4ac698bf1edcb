import Protocols

/// The sentences that a physician reads beside a verdict.
extension Ground: CustomStringConvertible, Encodable {
    /// One sentence.
    public var description: String {
        switch self {
        case .risen(let peak, let base, let rule):
            let words = rule.map { "rule: \($0.words)" }
            let multiple = "\(peak.rise.verb) \(peak.rise.words(beside: rule?.ratio?.ratio))"
            return "\(peak.words) \(multiple) the baseline \(base.words) "
                + "(\(words ?? "no published rule: no verdict is given"))."
        case .room(let peak, let rule):
            let rise = peak.rise.words(beside: rule?.ratio?.ratio)
            return "\(peak.words) leaves room for \(rise) the baseline."
        case .open(let rule):
            return "Whether the rise is \(rule.limits) stays open: the results are bounds."
        case .nothingToCompare:
            return "No draw inside the window has a result that can be compared."
        case .noBaseline: return "There is no usable baseline, so there is no ratio."
        case .lostBaseline(let second, let loss):
            return "The baseline at \(second.words) s \(loss.words)."
        case .gap(let second, let loss): return "The draw at \(second.words) s \(loss.words)."
        case .awaitedBaseline(let seconds):
            return "The baseline at \(seconds.words) is still awaited."
        case .awaited(let seconds, let proven):
            let effect = proven ? "; a higher peak can still come" : ""
            return "Still awaited: the draws at \(seconds.words)\(effect)."
        case .neighbour(let level):
            return "A rise of \(level.words) marks a territory beside the one that is fed."
        case .surpassed, .highest, .level, .awaitedSites, .unknownSites: return comparison
        default: return assumption
        }
    }

    /// The sentence about the other sites.
    private var comparison: String {
        switch self {
        case .surpassed(let rival): "\(rival.words) is higher."
        case .highest(nil): "It is the highest: no other site passes the rule."
        case .highest(let next?): "It is the highest of all sites; next is \(next.words)."
        case .level(let rivals):
            "It cannot be told apart from \(rivals.map(\.words).joined(separator: ", "))."
        case .awaitedSites(let sites):
            "Higher peaks can still come after \(sites.joined(separator: ", "))."
        case .unknownSites(let sites):
            "Without a ratio, and perhaps higher: \(sites.joined(separator: ", "))."
        default: ""
        }
    }

    /// The sentence about what was assumed, or left aside.
    private var assumption: String {
        switch self {
        case .outside(let second, let window):
            "The draw at \(second.words) s is outside the window of \(window.span) and does not "
                + "count."
        case .lateBaseline(let second):
            "The tube planned as a baseline was drawn at \(second.words) s, after the injection."
        case .unmarked(let seconds):
            "Not marked when drawn, so that the planned second stands in: \(seconds.words)."
        case .unit("", let expected): "Results have no unit, the plan expects \(expected)."
        case .unit(let unit, let expected):
            "Results are in \(unit), the plan expects \(expected)."
        case .unconverted(let unit, let wanted):
            "The rule names \(wanted), the results are in \(unit.isEmpty ? "no unit" : unit), and "
                + "the plan states no conversion: whether the rise is enough stays open."
        case .converted(let conversion):
            "Converted for the rule's \(conversion.to): 1 \(conversion.from) is "
                + "\(conversion.factor) \(conversion.to) (\(conversion.source))."
        case .analyzers(let names):
            "Measured on different analyzers, whose calibration can differ: "
                + names.joined(separator: ", ") + "."
        case .either(let second, let texts):
            "The tube at \(second.words) s was measured as \(texts.joined(separator: " and ")), and "
                + "nothing says which was last: the verdict holds for each (ours)."
        case .limited(let second, let limit, let unit):
            "The number at \(second.words) s is \(limit.words(unit)) (ours)."
        default: ""
        }
    }

    /// Writes the sentence.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Ground.Peak {
    /// Value and time, as in `41.0 at 40 s`.
    fileprivate var words: String { "\(text.withoutBlanks) at \(second.words) s" }
}

extension Ground.Base {
    /// Value and unit, as in `10.0 uIU/mL` or `mean of 9.8, 10.2 uIU/mL`.
    fileprivate var words: String {
        let value = (earlier + [text]).map(\.withoutBlanks).joined(separator: ", ")
        let whole = !earlier.isEmpty && rule != .last ? "\(rule.rawValue) of \(value)" : value
        return unit.isEmpty ? whole : "\(whole) \(unit)"
    }
}

extension Ground.Rival {
    /// Place and rise, as in `LHA in LHV, 3.2 ×`.
    fileprivate var words: String { "\(site) in \(vein), \(rise.words(beside: nil))" }
}

extension Criterion.Level {
    /// As in `more than 2 ×`.
    fileprivate var words: String { "\(strict ? "more than" : "at least") \(ratio) ×" }
}

extension Ground.Rule {
    /// The thresholds in a few words: `more than 2 ×`, or `more than 1.2 × and more than 80 pg/mL
    /// above the baseline`.
    var limits: String {
        let above = rise.map {
            "\($0.strict ? "more than" : "at least") \($0.by) \($0.unit) above the baseline"
        }
        return [ratio?.words, above].compactMap(\.self)
            .joined(separator: needs == .all ? " and " : " or ")
    }

    /// The rule in a few words.
    var words: String {
        switch decides {
        case .threshold: limits
        case .highest where limits.isEmpty: "the highest peak of all sites"
        case .highest: "\(limits), and the highest of all sites"
        }
    }
}

extension AssayLimit {
    fileprivate func words(_ unit: String) -> String {
        switch self {
        case .unquantified(let floor):
            "below \(floor) \(unit), from which its assay quantifies, and judged as anywhere below"
        case .beyond(let end):
            "above \(end) \(unit), to which its assay measures undiluted, and judged as at least "
                + "that"
        case .hooked(let start):
            "not below \(start) \(unit), from which its assay can read too low, and judged as a "
                + "lower bound: dilute it"
        }
    }
}

extension Loss {
    fileprivate var words: String {
        switch self {
        case .settled: "is void or missing"
        case .otherAnalyte(let other, let wanted): "was measured for \(other), not \(wanted)"
        case .noValue(let text): "has no value (\"\(text)\")"
        case .either(let texts):
            "was measured as \(texts.joined(separator: " and ")), which cannot be compared, and "
                + "nothing says which was last"
        case .zero: "is zero, which gives no ratio"
        case .units(let unit, let baseline):
            "is in \(unit), the baseline in \(baseline): no ratio"
        }
    }
}

extension Rise {
    /// True when the results exclude no ratio but zero.
    private var isAnything: Bool { lowest.isZero && highest == nil }

    fileprivate var verb: String { isAnything ? "could be" : "is" }

    /// The ratios in words: `4.1 ×`, `more than 15 ×`, `less than 0.4 ×`, `2 to 3.5 ×`.
    fileprivate func words(beside ratio: ExactDecimal?) -> String {
        let low = lowest.shown(places: 2, beside: ratio)?.description ?? "very many"
        if isAnything { return "any multiple of" }
        guard let highest else { return "\(isLowestIncluded ? "at least" : "more than") \(low) ×" }
        let high = highest.shown(places: 2, beside: ratio)?.description ?? "very many"
        if lowest == highest { return "\(low) ×" }
        if lowest.isZero {
            return "\(isHighestIncluded ? "at most" : "less than") \(high) ×"
        }
        return "\(low) to \(high) ×"
    }
}

extension [ShownSecond] {
    /// The times, as in `30, 60, 90 s`.
    fileprivate var words: String { map(\.words).joined(separator: ", ") + " s" }
}

extension Double {
    /// Seconds to a tenth, whole ones without a point, with a true minus sign.
    public var secondWords: String {
        let tenths = (magnitude * 10).rounded() / 10
        guard tenths < 1e9 else { return description }
        let digits = tenths == tenths.rounded() ? String(Int(tenths)) : tenths.description
        return (self < 0 && tenths != 0 ? "\u{2212}" : "") + digits
    }
}

extension String {
    /// A printed number without the blanks that some analyzers pad it with.
    var withoutBlanks: String {
        let blank = UInt8(ascii: " ")
        guard utf8.first == blank || utf8.last == blank else { return self }
        return split(separator: " ").joined(separator: " ")
    }
}
