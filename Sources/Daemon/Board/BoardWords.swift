/// The board's words and marks: the same as the page's, in one place.
enum BoardWords {
    /// A mark and the word beside it.
    typealias Sign = (mark: String, word: String)

    static let simulated = "SIMULATED — these results come from no patient"
    static let disclaimer =
        "Research and decision support, not a certified device. The map is inferred from feed and "
        + "drainage; it is no image finding."

    /// What is said across the board when the daemon is silent.
    static func stale(_ seconds: Int) -> String {
        "No word from the daemon for \(seconds) s. What you see may be old. Trying again …"
    }

    /// A verdict's state.
    static func verdict(_ state: String?) -> Sign {
        switch state {
        case "step-up": ("▲", "step-up")
        case "no-step-up": ("–", "no step-up")
        case "undecided": ("?", "undecided")
        case "unusable": ("✕", "unusable")
        case "pending": ("…", "pending")
        default: ("○", "awaiting baseline")
        }
    }

    /// How far a tube has come.
    static func tube(_ state: String?) -> Sign {
        switch state {
        case "drawn": ("◐", "drawn")
        case "received": ("◑", "received")
        case "result": ("●", "result")
        case "held": ("!", "held")
        case "void": ("✕", "void")
        case "missing": ("□", "missing")
        default: ("○", "expected")
        }
    }

    /// A region's state, as it is shown.
    static func region(_ state: String) -> Sign {
        switch state {
        case "producing": ("▲", "producing")
        case "not-producing": ("–", "no step-up")
        case "pending": ("…", "pending")
        case "undecided": ("?", "undecided")
        default: ("", "not examined")
        }
    }

    /// A region's short name.
    static func regionName(_ id: String) -> String {
        let segments = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
        if id.hasPrefix("S"), let number = Int(id.dropFirst()), (1...8).contains(number) {
            return segments[number - 1]
        }
        return id == "upper-head" ? "upper head" : id == "lower-head" ? "lower head" : id
    }

    /// A notice's priority: IEC 60601-1-8's signs, and the word.
    static func priority(_ priority: String?) -> Sign {
        switch priority {
        case "high": ("!!!", "High")
        case "medium": ("!!", "Medium")
        case "low": ("!", "Low")
        case "hint": ("?", "Hint")
        default: ("i", "Information")
        }
    }

    /// What a kind of hint may be.
    static func hint(_ kind: String) -> String {
        [
            "swapped-veins": "swapped tubes?", "swapped-times": "swapped tubes?",
            "other-injection": "another injection's?", "carry-over": "carried over?",
            "haemolysis": "haemolysed", "raised-baseline": "baseline raised",
            "drifting-baseline": "baseline drifts", "too-soon": "too soon",
            "recirculation": "recirculation?", "all-territories": "all sites",
            "discordant-veins": "veins disagree", "off-plan": "off plan", "prozone": "hook?",
        ][kind] ?? kind
    }

    /// A second with a true minus sign.
    static func second(_ second: Int) -> String {
        second < 0 ? "\u{2212}\(second.magnitude)" : "\(second)"
    }

    /// `×2.4`, `≥×5.1`, `≤×0.8`, `×1.8–2.3`; three decimals near twice, where they decide.
    static func ratio(_ ratio: StreamNews.Ratio) -> String {
        guard let high = ratio.high else { return "≥×\(times(ratio.low))" }
        let (low, top) = (times(ratio.low), times(high))
        return ratio.low == 0 ? "≤×\(top)" : low == top ? "×\(low)" : "×\(low)–\(top)"
    }

    /// A factor with as many places as it deserves.
    static func times(_ ratio: Double) -> String {
        let places = (ratio - 2).magnitude < 0.1 ? 3 : ratio >= 10 ? 0 : 1
        return fixed(ratio, places: places)
    }

    /// A number as it was written down: without decimals where it has none.
    static func plain(_ number: Double) -> String {
        number == number.rounded() ? fixed(number, places: 0) : "\(number)"
    }

    /// A number with so many decimals, written out.
    static func fixed(_ number: Double, places: Int) -> String {
        let scale = [1.0, 10, 100, 1000][min(3, max(0, places))]
        let whole = Int((max(-1e12, min(number, 1e12)) * scale).rounded())
        let unit = UInt(scale)
        guard places > 0 else { return second(whole) }
        let digits = String(whole.magnitude % unit)
        let zeros = String(repeating: "0", count: places - digits.count)
        return (whole < 0 ? "\u{2212}" : "") + "\(whole.magnitude / unit).\(zeros)\(digits)"
    }
}
