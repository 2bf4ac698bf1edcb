/// A mark as JSON: one flat object, its `action` named by a word, as the API and the journal
/// write it.
extension Mark: Codable {
    /// The keys of all actions.
    enum Key: String, CodingKey {
        case key, procedure, by, action
        case plan, site, number, specimen, place, reason, second, shift, text, line, test, analyte
        case name, to, wait, dose, criterion, notice
        case artery, vein, variant, regions, chosen
    }

    /// The words for the actions.
    enum Verb: String, Codable {
        case open, injection, draw, void, assign, map, anatomy, acknowledge, note, close
        case correctDraw = "correct-draw"
        case correctInjection = "correct-injection"
        case withdrawInjection = "withdraw-injection"
        case withdrawDraw = "withdraw-draw"
    }

    /// Reads the flat object; a missing or unknown key of the action is an error.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        key = try object.decode(String.self, forKey: .key)
        procedure = try object.decode(String.self, forKey: .procedure)
        by = try object.decode(String.self, forKey: .by)
        action = try Self.action(in: object)
    }

    private static func action(in object: KeyedDecodingContainer<Key>) throws -> Action {
        func text(_ key: Key) throws -> String { try object.decode(String.self, forKey: key) }
        func number<N: Decodable>(_ key: Key) throws -> N { try object.decode(N.self, forKey: key) }
        if let verb = Plan.Change.Verb(rawValue: try text(.action)) {
            return .change(
                try Plan.Change(verb, in: object),
                reason: try object.decodeIfPresent(String.self, forKey: .reason))
        }
        switch try object.decode(Verb.self, forKey: .action) {
        case .open: return .open(try object.decode(Plan.self, forKey: .plan))
        case .injection:
            return .injection(
                site: try text(.site), number: try object.decodeIfPresent(Int.self, forKey: .number)
            )
        case .draw:
            return .draw(
                specimen: try object.decodeIfPresent(String.self, forKey: .specimen),
                place: try object.decodeIfPresent(Place.self, forKey: .place))
        case .void: return .void(specimen: try text(.specimen), reason: try text(.reason))
        case .assign:
            return .assign(
                specimen: try text(.specimen),
                place: try object.decode(Place.self, forKey: .place), reason: try text(.reason))
        case .correctDraw, .correctInjection, .withdrawInjection, .withdrawDraw:
            return try Action.correction(in: object)
        case .acknowledge: return .acknowledge(notice: try number(.notice))
        case .map:
            return .map(
                line: try text(.line), test: try text(.test),
                analyte: try object.decodeIfPresent(String.self, forKey: .analyte))
        case .anatomy:
            return .anatomy(try Anatomy.Departure(in: object), reason: try text(.reason))
        case .note: return .note(try text(.text))
        case .close: return .close
        }
    }

    /// Writes the flat object.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(key, forKey: .key)
        try object.encode(procedure, forKey: .procedure)
        try object.encode(by, forKey: .by)
        try object.encode(action.word, forKey: .action)
        try action.encode(into: &object)
    }
}

extension Mark.Action {
    /// The word for it.
    fileprivate var word: String {
        if case .change(let change, _) = self { return change.verb.rawValue }
        return verb.rawValue
    }

    private var verb: Mark.Verb {
        switch self {
        case .open: .open
        case .injection: .injection
        case .draw: .draw
        case .void: .void
        case .assign: .assign
        case .correctDraw: .correctDraw
        case .correctInjection: .correctInjection
        case .withdrawInjection: .withdrawInjection
        case .withdrawDraw: .withdrawDraw
        case .acknowledge: .acknowledge
        case .map: .map
        case .anatomy: .anatomy
        case .note, .change: .note
        case .close: .close
        }
    }

    fileprivate func encode(into object: inout KeyedEncodingContainer<Mark.Key>) throws {
        switch self {
        case .open(let plan): try object.encode(plan, forKey: .plan)
        case .injection(let site, let number):
            try object.encode(site, forKey: .site)
            try object.encodeIfPresent(number, forKey: .number)
        case .draw(let specimen, let place):
            try object.encodeIfPresent(specimen, forKey: .specimen)
            try object.encodeIfPresent(place, forKey: .place)
        case .void(let specimen, let reason):
            try object.encode(specimen, forKey: .specimen)
            try object.encode(reason, forKey: .reason)
        case .assign(let specimen, let place, let reason):
            try object.encode(specimen, forKey: .specimen)
            try object.encode(place, forKey: .place)
            try object.encode(reason, forKey: .reason)
        case .correctDraw, .correctInjection, .withdrawInjection, .withdrawDraw:
            try encode(correction: &object)
        case .acknowledge(let notice): try object.encode(notice, forKey: .notice)
        case .map(let line, let test, let analyte):
            try object.encode(line, forKey: .line)
            try object.encode(test, forKey: .test)
            try object.encodeIfPresent(analyte, forKey: .analyte)
        case .change(let change, let reason):
            try change.encode(into: &object)
            try object.encodeIfPresent(reason, forKey: .reason)
        case .anatomy(let departure, let reason):
            try departure.encode(into: &object)
            try object.encode(reason, forKey: .reason)
        case .note(let text): try object.encode(text, forKey: .text)
        case .close: break
        }
    }
}
