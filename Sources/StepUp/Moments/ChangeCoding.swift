/// A change of the plan, among the keys of a mark: the action names it.
extension Plan.Change {
    /// The words for the changes.
    enum Verb: String, CaseIterable {
        case addSite = "add-site"
        case dropSite = "drop-site"
        case addVein = "add-vein"
        case dropVein = "drop-vein"
        case addDraw = "add-draw"
        case dropDraw = "drop-draw"
        case moveDraw = "move-draw"
        case addInjection = "add-injection"
        case dropInjection = "drop-injection"
        case setWait = "set-wait"
        case setDose = "set-dose"
        case addCriterion = "add-criterion"
    }

    /// Reads what belongs to `verb`.
    init(_ verb: Verb, in object: KeyedDecodingContainer<Mark.Key>) throws {
        func text(_ key: Mark.Key) throws -> String { try object.decode(String.self, forKey: key) }
        func number(_ key: Mark.Key) throws -> Int { try object.decode(Int.self, forKey: key) }
        let name = try object.decodeIfPresent(String.self, forKey: .name)
        self =
            switch verb {
            case .addSite: .addSite(try text(.site), name: name)
            case .dropSite: .dropSite(try text(.site))
            case .addVein: .addVein(try text(.vein), name: name)
            case .dropVein: .dropVein(try text(.vein))
            case .addDraw: .addDraw(try number(.second))
            case .dropDraw: .dropDraw(try number(.second))
            case .moveDraw: .moveDraw(try number(.second), to: try number(.to))
            case .addInjection: .addInjection(site: try text(.site))
            case .dropInjection: .dropInjection(try number(.number))
            case .setWait: .setWait(try number(.wait))
            case .setDose: .setDose(try text(.dose))
            case .addCriterion:
                .addCriterion(try object.decode(Criterion.self, forKey: .criterion))
            }
    }

    /// The word for it.
    var verb: Verb {
        switch self {
        case .addSite: .addSite
        case .dropSite: .dropSite
        case .addVein: .addVein
        case .dropVein: .dropVein
        case .addDraw: .addDraw
        case .dropDraw: .dropDraw
        case .moveDraw: .moveDraw
        case .addInjection: .addInjection
        case .dropInjection: .dropInjection
        case .setWait: .setWait
        case .setDose: .setDose
        case .addCriterion: .addCriterion
        }
    }

    /// Writes what stands beside the word.
    func encode(into object: inout KeyedEncodingContainer<Mark.Key>) throws {
        switch self {
        case .addSite(let id, let name):
            try object.encode(id, forKey: .site)
            try object.encodeIfPresent(name, forKey: .name)
        case .addVein(let id, let name):
            try object.encode(id, forKey: .vein)
            try object.encodeIfPresent(name, forKey: .name)
        case .dropSite(let id), .addInjection(let id): try object.encode(id, forKey: .site)
        case .dropVein(let id): try object.encode(id, forKey: .vein)
        case .addDraw(let second), .dropDraw(let second):
            try object.encode(second, forKey: .second)
        case .moveDraw(let second, let other):
            try object.encode(second, forKey: .second)
            try object.encode(other, forKey: .to)
        case .dropInjection(let number): try object.encode(number, forKey: .number)
        case .setWait(let wait): try object.encode(wait, forKey: .wait)
        case .setDose(let dose): try object.encode(dose, forKey: .dose)
        case .addCriterion(let criterion): try object.encode(criterion, forKey: .criterion)
        }
    }
}
