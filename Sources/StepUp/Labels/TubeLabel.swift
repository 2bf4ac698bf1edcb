/// What stands on the label of one tube.
public struct TubeLabel: Sendable, Equatable {
    /// The specimen ID, which the bar code carries.
    public let specimen: String
    /// The character beside it that tells a mistyped ID; nil for an ID without letters and digits.
    public let check: Character?
    /// The vein's id.
    public let vein: String
    /// The planned second, as in `60 s` and `−120 s`.
    public let second: String
    /// The injection and its site, as in `2 · LHA`.
    public let injection: String
    /// The patient's pseudonym.
    public let patient: String
    /// True when it belongs to no patient; it then says SIMULATED.
    public let isSimulated: Bool
}

extension ProcedureView {
    /// The labels of the tubes that are still to be filled, by injection, second and vein.
    ///
    /// - Parameters:
    ///   - injection: the one injection that is meant; nil: every one that is not over.
    ///   - isSimulated: true when they belong to no patient.
    /// - Returns: nothing where tubes get their IDs at the draw.
    public func labels(of injection: Int?, isSimulated: Bool) -> [TubeLabel] {
        let patient = procedure.plan.pseudonym
        return specimens.compactMap { tube in
            guard let place = tube.place, let id = tube.specimen, tube.state == .expected,
                injection == nil || place.injection == injection
            else { return nil }
            return TubeLabel(
                specimen: id, check: CheckCharacter.of(id), vein: place.vein,
                second: Double(place.second).secondWords + " s",
                injection: "\(place.injection) · \(tube.site ?? "")", patient: patient,
                isSimulated: isSimulated)
        }
    }
}
