/// Something about the results that does not look right: evidence for a person, never a correction.
public struct Hint: Sendable, Equatable {
    /// What it may be.
    public enum Kind: String, Sendable, Encodable, CaseIterable {
        /// Two tubes of one second were probably swapped between veins.
        case swappedVeins = "swapped-veins"
        /// Two tubes of one vein were probably swapped between draws.
        case swappedTimes = "swapped-times"
        /// Two values fit each other's injection, or one fits a gap in another.
        case otherInjection = "other-injection"
        /// A value is too high after a very high specimen on the same analyzer.
        case carryOver = "carry-over"
        /// The analyzer says that the specimen is haemolysed.
        case haemolysis
        /// The baseline is far above those of earlier injections.
        case raisedBaseline = "raised-baseline"
        /// The baseline rises from injection to injection.
        case driftingBaseline = "drifting-baseline"
        /// The injection came sooner after the last than the plan waits.
        case tooSoon = "too-soon"
        /// A late rise, alike in all veins.
        case recirculation
        /// Every site that was injected steps up.
        case allTerritories = "all-territories"
        /// Veins disagree where they should agree.
        case discordantVeins = "discordant-veins"
        /// A tube was drawn far from its planned second.
        case offPlan = "off-plan"
        /// A value may lie far below the truth.
        case prozone
    }

    /// What it may be.
    public let kind: Kind
    /// The tubes that it is about; of whole injections and veins, their first.
    let places: [Mark.Place]
    /// Its numbers, in the order that the kind names them.
    let numbers: [Double]

    /// The same hint has the same name for as long as it stands.
    public var id: String {
        ([kind.rawValue] + places.map { "\($0.injection)/\($0.vein)/\($0.second)" })
            .joined(separator: " ")
    }

    /// True for the same suspicion, whatever its numbers.
    func isSame(as other: Hint) -> Bool { kind == other.kind && places == other.places }
}
