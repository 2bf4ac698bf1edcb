/// What puts an earlier mark right, among the keys of a mark; each with its reason.
extension Mark.Action {
    /// Reads a correction; a missing key is an error.
    static func correction(in object: KeyedDecodingContainer<Mark.Key>) throws -> Self {
        let reason = try object.decode(String.self, forKey: .reason)
        switch try object.decode(Mark.Verb.self, forKey: .action) {
        case .correctDraw:
            return .correctDraw(
                specimen: try object.decode(String.self, forKey: .specimen),
                second: try object.decode(Double.self, forKey: .second), reason: reason)
        case .correctInjection:
            return .correctInjection(
                number: try object.decode(Int.self, forKey: .number),
                shift: try object.decode(Double.self, forKey: .shift), reason: reason)
        case .withdrawDraw:
            return .withdrawDraw(
                try object.decode(Mark.Place.self, forKey: .place), reason: reason)
        default:
            return .withdrawInjection(
                number: try object.decode(Int.self, forKey: .number), reason: reason)
        }
    }

    /// Writes a correction.
    func encode(correction object: inout KeyedEncodingContainer<Mark.Key>) throws {
        switch self {
        case .correctDraw(let specimen, let second, let reason):
            try object.encode(specimen, forKey: .specimen)
            try object.encode(second, forKey: .second)
            try object.encode(reason, forKey: .reason)
        case .correctInjection(let number, let shift, let reason):
            try object.encode(number, forKey: .number)
            try object.encode(shift, forKey: .shift)
            try object.encode(reason, forKey: .reason)
        case .withdrawInjection(let number, let reason):
            try object.encode(number, forKey: .number)
            try object.encode(reason, forKey: .reason)
        case .withdrawDraw(let place, let reason):
            try object.encode(place, forKey: .place)
            try object.encode(reason, forKey: .reason)
        default: break
        }
    }
}
