public import StepUp

extension Scenario {
    /// What goes wrong with one tube, and what the people do about it.
    public struct Mishap: Sendable, Equatable, Codable {
        /// The things that happen to tubes.
        public enum Kind: String, Sendable, Codable, CaseIterable {
            /// It never reaches the analyzer; the operator voids it.
            case broken
            /// Two characters of its ID are swapped; the operator assigns the held result.
            case mistyped
            /// Nobody marked the draw; only its planned second is known.
            case unmarked
            /// Haemolysis leaves 30 % of the hormone; the laboratory sees it and the operator voids
            /// the tube.
            case haemolysed
            /// It bears the label of the next vein's tube of that second, which bears its own;
            /// nobody notices.
            case swapped
            /// The same with the next draw of its vein, or the one before the last.
            case exchanged
            /// The same with the tube of its vein and second of the next injection.
            case misplaced
            /// It is drawn ``lateness`` seconds after its plan, and marked so.
            case late
            /// Its injection comes as soon as the catheter is there, without the plan's wait.
            case hurried
        }

        /// How many seconds a late tube is late.
        static let lateness = 20.0

        /// What happens.
        public var kind: Kind
        /// The injection's number, from 1.
        public var injection: Int
        /// The vein's id.
        public var vein: String
        /// The planned second.
        public var second: Int

        /// The tube that it happens to.
        public var place: Mark.Place {
            Mark.Place(injection: injection, vein: vein, second: second)
        }
    }

    /// Where the label of each exchanged tube belongs, by the tube's own place; both ways round.
    func exchanges(by plan: Plan) -> [Mark.Place: Mark.Place] {
        var exchanges: [Mark.Place: Mark.Place] = [:]
        for mishap in mishaps {
            guard let other = mishap.partner(by: plan) else { continue }
            (exchanges[mishap.place], exchanges[other]) = (other, mishap.place)
        }
        return exchanges
    }

    /// What happens to the tube at `place`, if anything.
    func mishap(at place: Mark.Place) -> Mishap.Kind? {
        mishaps.first { $0.place == place }?.kind
    }
}

extension Scenario.Mishap {
    /// The place of the tube whose label this one bears; nil where no labels are exchanged.
    func partner(by plan: Plan) -> Mark.Place? {
        var other = place
        switch kind {
        case .swapped:
            guard let here = plan.veins.firstIndex(where: { $0.id == vein }) else { return nil }
            other.vein = plan.veins[(here + 1) % plan.veins.count].id
        case .exchanged:
            let draws = plan.draws.sorted()
            guard draws.count > 1, let here = draws.firstIndex(of: second) else { return nil }
            other.second = here + 1 < draws.count ? draws[here + 1] : draws[here - 1]
        case .misplaced: other.injection = injection % plan.sites.count + 1
        case .broken, .mistyped, .unmarked, .haemolysed, .late, .hurried: return nil
        }
        return other == place ? nil : other
    }
}
