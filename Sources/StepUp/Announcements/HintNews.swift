/// Something about the results that does not look right, with its evidence; or that it is gone.
///
/// A hint never changes a result, a verdict or the map: it is for a person to look at.
public struct HintNews: Sendable, Equatable {
    /// What it may be, where, and its numbers.
    public let hint: Hint
    /// False when it does not stand any more: a result came, or was corrected.
    public let standing: Bool
}

extension HintNews: Encodable {
    private enum Key: String, CodingKey { case hint, kind, standing, places, evidence, text }

    /// Writes the hint's name, which stays the same as long as it stands, and one sentence.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(hint.id, forKey: .hint)
        try object.encode(hint.kind, forKey: .kind)
        try object.encode(standing, forKey: .standing)
        try object.encode(hint.places, forKey: .places)
        try object.encode(hint.evidence, forKey: .evidence)
        try object.encode(hint.text, forKey: .text)
    }
}
