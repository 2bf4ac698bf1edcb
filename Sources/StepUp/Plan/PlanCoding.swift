/// A plan as data: what has a plain value when it is left out is left out when it is written.
extension Plan: Codable {
    private enum Key: String, CodingKey {
        case title, pseudonym, analyte, unit, stimulant, sites, veins, draws, wait, criterion
        case alongside, conversions, variants, tagging, dropped
    }

    /// Reads a plan; rules alongside, conversions and variants may be left out.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        self.init(
            title: try keys.decode(String.self, forKey: .title),
            pseudonym: try keys.decode(String.self, forKey: .pseudonym),
            analyte: try keys.decode(String.self, forKey: .analyte),
            unit: try keys.decode(String.self, forKey: .unit),
            stimulant: try keys.decode(Stimulant.self, forKey: .stimulant),
            sites: try keys.decode([Site].self, forKey: .sites),
            veins: try keys.decode([Vein].self, forKey: .veins),
            draws: try keys.decode([Int].self, forKey: .draws),
            wait: try keys.decode(Int.self, forKey: .wait),
            criterion: try keys.decode(Criterion.self, forKey: .criterion),
            alongside: try keys.decodeIfPresent([Criterion].self, forKey: .alongside) ?? [],
            conversions: try keys.decodeIfPresent([Conversion].self, forKey: .conversions) ?? [],
            variants: try keys.decodeIfPresent([String].self, forKey: .variants) ?? [],
            tagging: try keys.decode(Tagging.self, forKey: .tagging))
        dropped = try keys.decodeIfPresent(Dropped.self, forKey: .dropped) ?? Dropped()
    }

    /// Writes a plan.
    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(title, forKey: .title)
        try keys.encode(pseudonym, forKey: .pseudonym)
        try keys.encode(analyte, forKey: .analyte)
        try keys.encode(unit, forKey: .unit)
        try keys.encode(stimulant, forKey: .stimulant)
        try keys.encode(sites, forKey: .sites)
        try keys.encode(veins, forKey: .veins)
        try keys.encode(draws, forKey: .draws)
        try keys.encode(wait, forKey: .wait)
        try keys.encode(criterion, forKey: .criterion)
        if !alongside.isEmpty { try keys.encode(alongside, forKey: .alongside) }
        if !conversions.isEmpty { try keys.encode(conversions, forKey: .conversions) }
        if !variants.isEmpty { try keys.encode(variants, forKey: .variants) }
        try keys.encode(tagging, forKey: .tagging)
        if !dropped.isEmpty { try keys.encode(dropped, forKey: .dropped) }
    }
}
