/// The sentence that a person reads, and the names of its numbers.
extension Hint {
    /// Its numbers by their names, rounded to four decimals.
    var evidence: [String: Double] {
        let names = names
        let pairs = numbers.indices.compactMap { index in
            index < names.count ? (names[index], numbers[index].toFourDecimals) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private var names: [String] {
        switch kind {
        case .swappedVeins: ["first", "first-expected", "second", "second-expected"]
        case .swappedTimes: ["first", "second"]
        case .otherInjection: ["value", "expected", "expected-there"]
        case .carryOver: ["value", "expected", "before"]
        case .haemolysis: []
        case .raisedBaseline: ["baseline", "lowest"]
        case .driftingBaseline: numbers.indices.map { "baseline-\($0 + 1)" }
        case .tooSoon: ["passed", "wait"]
        case .recirculation: ["lowest-ratio", "highest-ratio", "first-peak"]
        case .allTerritories: ["sites"]
        case .discordantVeins: ["rise", "ratio", "other-rise", "other-ratio"]
        case .offPlan: ["late", "actual"]
        case .prozone: ["value", "from"]
        }
    }

    /// One sentence: what is seen, and what it may be.
    public var text: String {
        let shown = numbers.map(\.shown)
        guard let here = places.first?.inWords, shown.count >= least else { return kind.rawValue }
        let there = places.last?.inWords ?? ""
        switch kind {
        case .swappedVeins:
            return "\(here) is \(shown[0]) where its neighbours suggest \(shown[1]), and \(there) "
                + "is \(shown[2]) where they suggest \(shown[3]): the tubes may be swapped."
        case .swappedTimes:
            return "\(here) is \(shown[0]) and \(there) is \(shown[1]): the course is smoother the "
                + "other way round, so the tubes may be swapped."
        case .otherInjection:
            return "\(here) is \(shown[0]) where its neighbours suggest \(shown[1]); it would fit "
                + "\(there), where \(shown[2]) is suggested."
        case .carryOver:
            return "\(here) is \(shown[0]) where its neighbours suggest \(shown[1]), and was "
                + "measured right after \(there) with \(shown[2]): it may be carried over."
        case .haemolysis:
            return
                "\(here) is haemolysed, says the analyzer: hormone may be lost, insulin above all."
        case .prozone:
            return "\(here) is \(shown[0]), and its assay can read too low from \(shown[1]) up: "
                + "dilute it."
        default: return injectionText(here, there, shown)
        }
    }

    /// The sentence about a whole injection, or about several.
    private func injectionText(_ here: String, _ there: String, _ shown: [String]) -> String {
        let number = places.first?.injection ?? 0
        let vein = places.first?.vein ?? ""
        return switch kind {
        case .raisedBaseline:
            "The baseline of \(vein) before injection \(number) is \(shown[0]), the lowest before "
                + "was \(shown[1]): the injection before may not be washed out."
        case .driftingBaseline:
            "The baselines of \(vein) rise from injection to injection: "
                + "\(shown.joined(separator: ", "))."
        case .tooSoon:
            "Injection \(number) came \(shown[0]) s after the one before; the plan waits \(shown[1]) "
                + "s: its baseline may not be back."
        case .recirculation:
            "After injection \(number) every vein rises late and alike (\(shown[0]) to \(shown[1]) "
                + "×, from \(shown[2]) s): so does stimulant that comes round again, and so does a "
                + "pancreas behind the portal vein."
        case .allTerritories:
            "All \(shown[0]) sites step up: diffuse disease, or stimulant that comes round again."
        case .discordantVeins:
            "After injection \(number), into the pancreas alone, \(vein) rises by \(shown[0]) "
                + "(\(shown[1]) ×) and \(places.last?.vein ?? "") by \(shown[2]) "
                + "(\(shown[3]) ×): what comes through the portal vein raises all veins by as much."
        case .offPlan:
            "\(here) was drawn at \(shown[1]) s: it is judged by that."
        default: kind.rawValue
        }
    }

    /// The numbers that the sentence needs.
    private var least: Int {
        switch kind {
        case .swappedVeins, .discordantVeins: 4
        case .otherInjection, .carryOver, .recirculation: 3
        case .haemolysis: 0
        case .allTerritories: 1
        default: 2
        }
    }
}

extension Mark.Place {
    /// As in `RHV at 30 s of injection 2`.
    fileprivate var inWords: String {
        "\(vein) at \(Double(second).secondWords) s of injection \(injection)"
    }
}

extension Double {
    /// Three digits that count, without an exponent.
    fileprivate var shown: String {
        let places = magnitude >= 100 ? 1.0 : magnitude >= 10 ? 10 : 100
        guard magnitude < 1e9 else { return description }
        let rounded = (self * places).rounded() / places
        return rounded == rounded.rounded() ? String(Int(rounded)) : rounded.description
    }
}
