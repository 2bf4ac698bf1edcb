/// What is said of a patient's tree, among the keys of a mark: `artery` and `regions`, `vein` and
/// `regions`, or `variant` and `chosen`.
extension Anatomy.Departure {
    /// Reads exactly one of them; without `regions`, what was said before is taken back.
    init(in object: KeyedDecodingContainer<Mark.Key>) throws {
        let artery = try object.decodeIfPresent(String.self, forKey: .artery)
        let vein = try object.decodeIfPresent(String.self, forKey: .vein)
        let variant = try object.decodeIfPresent(String.self, forKey: .variant)
        let regions = try object.decodeIfPresent([String].self, forKey: .regions)
        let chosen = try object.decodeIfPresent(Bool.self, forKey: .chosen)
        switch (artery, vein, variant) {
        case (let artery?, nil, nil) where chosen == nil: self = .feeds(artery: artery, regions)
        case (nil, let vein?, nil) where chosen == nil: self = .drains(vein: vein, regions)
        case (nil, nil, let variant?) where regions == nil:
            self = .variant(variant, isChosen: chosen ?? true)
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .artery, in: object,
                debugDescription: "one of 'artery' and 'vein', with 'regions', or 'variant'")
        }
    }

    /// Writes it.
    func encode(into object: inout KeyedEncodingContainer<Mark.Key>) throws {
        switch self {
        case .feeds(let artery, let regions):
            try object.encode(artery, forKey: .artery)
            try object.encodeIfPresent(regions, forKey: .regions)
        case .drains(let vein, let regions):
            try object.encode(vein, forKey: .vein)
            try object.encodeIfPresent(regions, forKey: .regions)
        case .variant(let id, let isChosen):
            try object.encode(id, forKey: .variant)
            try object.encode(isChosen, forKey: .chosen)
        }
    }
}
