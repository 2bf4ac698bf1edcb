/// What can be wrong with the ways from a specimen ID to its tube.
extension Plan {
    /// Labels that a scanner or an analyzer's order record could not carry.
    func labelProblems() -> [String] {
        guard let tag = tagging.labels else { return [] }
        var problems: [String] = []
        for part in [tag] + veins.map(\.id) where !part.isLabelText {
            problems.append(
                "\(part.quoted) cannot stand on a label: only letters A to Z and digits can.")
        }
        let longest = veins.map(\.id.count).max() ?? 0
        let second = draws.map { String($0.magnitude).count + ($0 < 0 ? 1 : 0) }.max() ?? 0
        let length = tag.count + longest + max(3, second) + 5
        if length > Limit.label {
            problems.append(
                "Labels would have \(length) characters; analyzers take \(Limit.label): "
                    + "shorten the tag \(tag.quoted) or the veins' ids.")
        }
        return problems
    }

    /// Rows that lead nowhere, or to two places.
    func rowProblems(_ rows: [Tagging.Row], of list: String) -> [String] {
        var problems = rows.map(\.key).doubled.map { "\($0.quoted) is in the \(list) twice." }
        problems += rows.map(\.place).doubled.map {
            "The tube \($0.words) has two rows in the \(list)."
        }
        if rows.contains(where: \.key.isBlank) { problems.append("A row of the \(list) is blank.") }
        problems += rows.filter { !holds($0.place) }.map {
            "The \(list) names a tube that is not in the plan: \($0.key.quoted), \($0.place.words)."
        }
        problems += rows.compactMap { row in
            guard let printed = place(labelled: row.key), printed != row.place else { return nil }
            return "\(row.key.quoted) is the printed label of another tube than the \(list) says."
        }
        return problems
    }

    /// True for a tube of a planned injection.
    private func holds(_ place: Mark.Place) -> Bool {
        (1...max(1, sites.count)).contains(place.injection) && draws.contains(place.second)
            && veins.contains { $0.id == place.vein }
    }
}

extension Mark.Place {
    /// The tube in words, as in `RHV at 60 s of injection 2`.
    fileprivate var words: String {
        "\(vein.quoted) at \(Double(second).secondWords) s of injection \(injection)"
    }
}

extension String {
    /// True for letters from A to Z, in either case, and digits.
    ///
    /// Code 128, every dialect's field and a person's eye can carry those; the `-` between the
    /// parts is ours.
    fileprivate var isLabelText: Bool {
        !isEmpty
            && unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic || $0.isDigit }
    }

    /// True when nothing can be seen of it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// The text in quotation marks, cut to what a sentence can hold, control characters replaced.
    var quoted: String {
        let visible = String.UnicodeScalarView(
            unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 })
        let text = String(visible)
        return text.count > 40 ? "\"\(text.prefix(39))…\"" : "\"\(text)\""
    }
}

extension Unicode.Scalar {
    /// True for what must not stand in a name: C0, DEL, C1, and what turns or hides text.
    var isControl: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Sequence where Element: Hashable {
    /// The elements that are there more than once, each once, in order.
    var doubled: [Element] {
        var seen: Set<Element> = []
        var told: Set<Element> = []
        return filter { !seen.insert($0).inserted && told.insert($0).inserted }
    }

    /// The same, each with the place at which it is there for the second time.
    var doubledPlaces: [(place: Int, element: Element)] {
        var seen: Set<Element> = []
        var told: Set<Element> = []
        return enumerated().filter {
            !seen.insert($0.element).inserted && told.insert($0.element).inserted
        }.map { ($0.offset, $0.element) }
    }
}
