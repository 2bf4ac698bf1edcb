import Protocols

/// A criterion as data: keys that are left out have the value of a plain rule, and are left out
/// again when it is written.
extension Criterion: Codable {
    private enum Key: String, CodingKey {
        case id, title, source, read, analytes, stimulants, ratio, strict, rise, needs, neighbour
        case decides, window, baseline, veins
        case baselineDraws = "baseline-draws"
    }

    /// Reads a rule; `needs`, `decides`, `veins` and what they stand beside may be left out.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        self.init(
            id: try keys.decode(String.self, forKey: .id),
            title: try keys.decode(String.self, forKey: .title),
            source: try keys.decode(String.self, forKey: .source),
            read: try keys.decode(String.self, forKey: .read),
            analytes: try keys.decode([String].self, forKey: .analytes),
            stimulants: try keys.decode([String].self, forKey: .stimulants),
            ratio: try keys.decodeIfPresent(ExactDecimal.self, forKey: .ratio),
            strict: try keys.decode(Bool.self, forKey: .strict),
            window: try keys.decode(Window.self, forKey: .window),
            baseline: try keys.decode(Baseline.self, forKey: .baseline))
        rise = try keys.decodeIfPresent(Increase.self, forKey: .rise)
        needs = try keys.decodeIfPresent(Needs.self, forKey: .needs) ?? .all
        neighbour = try keys.decodeIfPresent(Level.self, forKey: .neighbour)
        decides = try keys.decodeIfPresent(Decision.self, forKey: .decides) ?? .threshold
        baselineDraws = try keys.decodeIfPresent([Int].self, forKey: .baselineDraws) ?? []
        veins = try keys.decodeIfPresent(Veins.self, forKey: .veins) ?? .any
    }

    /// Writes a rule.
    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(id, forKey: .id)
        try keys.encode(title, forKey: .title)
        try keys.encode(source, forKey: .source)
        try keys.encode(read, forKey: .read)
        try keys.encode(analytes, forKey: .analytes)
        try keys.encode(stimulants, forKey: .stimulants)
        try keys.encodeIfPresent(ratio, forKey: .ratio)
        try keys.encode(strict, forKey: .strict)
        try keys.encodeIfPresent(rise, forKey: .rise)
        if needs != .all { try keys.encode(needs, forKey: .needs) }
        try keys.encodeIfPresent(neighbour, forKey: .neighbour)
        if decides != .threshold { try keys.encode(decides, forKey: .decides) }
        try keys.encode(window, forKey: .window)
        try keys.encode(baseline, forKey: .baseline)
        if !baselineDraws.isEmpty { try keys.encode(baselineDraws, forKey: .baselineDraws) }
        if veins != .any { try keys.encode(veins, forKey: .veins) }
    }
}

/// `any`, `each`, or the id of one vein.
extension Criterion.Veins: Codable {
    /// Reads the word.
    public init(from decoder: any Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        self =
            switch word {
            case "any": .any
            case "each": .each
            default: .only(word)
            }
    }

    /// Writes the word.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .any: try container.encode("any")
        case .each: try container.encode("each")
        case .only(let vein): try container.encode(vein)
        }
    }
}
