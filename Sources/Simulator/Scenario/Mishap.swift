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
        }

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

    /// What happens to the tube at `place`, if anything.
    func mishap(at place: Mark.Place) -> Mishap.Kind? {
        mishaps.first { $0.place == place }?.kind
    }
}
