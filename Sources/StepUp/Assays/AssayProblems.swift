import Protocols

extension Assays {
    /// Something that is wrong, and the keys of the file that lead to it.
    public struct Problem: Equatable, Sendable {
        /// The keys, as in `assays`, `2`, `cv`.
        public let place: [String]
        /// One sentence.
        public let words: String
    }

    /// What makes these no profiles; empty when all is in order.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if !(0...1).contains(near.from) || !(0...1).contains(near.to) || near.from >= near.to {
            problems.append(
                Problem(
                    place: ["near"],
                    words: "The range near a threshold goes from 0 to 1, not \(near.from) to "
                        + "\(near.to)."))
        }
        for (index, profile) in profiles.enumerated() {
            problems += profile.problems.map { key, words in
                Problem(place: ["assays", "\(index)", key], words: words)
            }
            if profiles.prefix(index).contains(where: { $0.id == profile.id }) {
                problems.append(
                    Problem(
                        place: ["assays", "\(index)", "id"],
                        words: "The assay \(profile.id.quoted) is there twice."))
            }
        }
        return problems
    }
}

extension AssayProfile {
    /// What is wrong with this profile, a sentence each, and at which key.
    fileprivate var problems: [(key: String, words: String)] {
        var problems: [(String, String)] = []
        if id.isBlank { problems.append(("id", "An assay has no id.")) }
        if cv.isEmpty { problems.append(("cv", "Assay \(id) has no cv.")) }
        if let wrong = cv.first(where: { !(0.01...100).contains($0.percent) }) {
            problems.append(
                ("cv", "Assay \(id) has a cv of \(wrong.percent) %; 0.01 to 100 are taken."))
        }
        if cv.count > 1, !isRising(cv.map(\.at)) {
            problems.append(("cv", "Assay \(id) needs a concentration above the last for each cv."))
        }
        let limits = [
            ("quantified-from", quantified), ("measured-to", measured), ("prozone", prozone?.from),
        ]
        for case (let key, let limit?) in limits where limit.digits <= 0 {
            problems.append((key, "Assay \(id) needs a limit above 0, not \(limit)."))
        }
        if unit == nil,
            limits.contains(where: { $0.1 != nil }) || cv.contains(where: { $0.at != nil })
        {
            problems.append(("id", "Assay \(id) names concentrations and no unit."))
        }
        if let quantified, let measured, quantified.compared(with: measured) != .less {
            problems.append(
                ("measured-to", "Assay \(id) measures to \(measured), below where it quantifies."))
        }
        return problems
    }

    private func isRising(_ concentrations: [ExactDecimal?]) -> Bool {
        let known = concentrations.compactMap(\.self)
        guard known.count == concentrations.count, known.allSatisfy({ $0.digits > 0 }) else {
            return false
        }
        return zip(known, known.dropFirst()).allSatisfy { $0.compared(with: $1) == .less }
    }
}
