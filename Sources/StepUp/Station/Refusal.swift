/// Why a mark was not taken; each says how to put it right.
enum Refusal: Error, Equatable {
    case noSuchProcedure(String, open: [String])
    case alreadyOpen(String)
    case usedBefore(String)
    case tooManyProcedures(limit: Int)
    case impossiblePlan([String])
    case idsInUse(String, by: String)
    case closed(String)
    case keyUsedTwice(String)
    case unknownSite(String, known: [String])
    case wrongSite(String, number: Int, its: String)
    case unknownInjection(Int, planned: Int)
    case alreadyInjected(Int, site: String)
    case notInjected(Int, site: String)
    case tooManyInjections(limit: Int)
    case unknownPlace(Mark.Place)
    case nothingNamed
    case unknownSpecimen(String)
    case boundElsewhere(String, to: String)
    case alreadyDrawn(Mark.Place)
    case notDrawn(Mark.Place)
    case alreadyVoid(String)
    case alreadyThere(String, Mark.Place)
    case notANumber(Double)
    case tooManyNotes(limit: Int)
    case unknownLine(String, known: [String])
    case mappedByDialect(String, analyte: String, dialect: String)
    case unknownAnalyte(String, known: [String])
    case tooManyTests(limit: Int)
    case unknownVein(String, known: [String])
    case unknownDraw(Int, known: [Int])
    case alreadyPlanned(String)
    case unknownVessel(String, known: [String])
    case unknownRegion(String, known: [String])
    case unknownVariant(String, known: [String])
    case unknownNotice(Int64)
}

extension Refusal {
    /// One sentence: what is wrong, and the cure.
    var reason: String {
        switch self {
        case .noSuchProcedure, .alreadyOpen, .usedBefore, .tooManyProcedures, .impossiblePlan,
            .idsInUse, .closed, .keyUsedTwice, .tooManyNotes, .unknownNotice:
            aboutProcedures
        case .unknownSite, .wrongSite, .unknownInjection, .alreadyInjected, .notInjected,
            .tooManyInjections, .notANumber:
            aboutInjections
        case .unknownVein, .unknownDraw, .alreadyPlanned: aboutPlan
        case .unknownVessel, .unknownRegion, .unknownVariant: aboutAnatomy
        case .unknownLine, .mappedByDialect, .unknownAnalyte, .tooManyTests: aboutTests
        default: aboutSpecimens
        }
    }

    /// Problems that one refusal tells; a sheet of 3,000 wrong rows must not flood the stream.
    private static let told = 5

    private static func summary(of problems: [String]) -> String {
        let rest = problems.count - told
        let more = rest > 0 ? ["There are \(rest) more problems: mend these first."] : []
        return (problems.prefix(told) + more).joined(separator: " ")
    }

    private var aboutProcedures: String {
        switch self {
        case .noSuchProcedure(let id, []): "No procedure '\(id)' is open: open it first."
        case .noSuchProcedure(let id, let open):
            "No procedure '\(id)' is open: open it first, or mark one of \(open.joined(separator: ", "))."
        case .alreadyOpen(let id): "Procedure '\(id)' is open already: go on with it."
        case .usedBefore(let id):
            "There was a procedure '\(id)' before: choose another name for the new one."
        case .tooManyProcedures(let limit):
            "\(limit) procedures are open or awaiting results: close one first."
        case .impossiblePlan(let problems): Self.summary(of: problems)
        case .idsInUse(let id, let other):
            "Specimen ID \(id) belongs to procedure '\(other)' already: choose another tag or sheet."
        case .closed(let id): "Procedure '\(id)' is closed: open a new one to go on injecting."
        case .keyUsedTwice(let key):
            "The key '\(key)' was used for another mark: give every mark a key of its own."
        case .unknownNotice(let number):
            "No notice \(number) is remembered: name the number of a notice's announcement."
        case .tooManyNotes(let limit): "A procedure takes \(limit) notes: use a document instead."
        default: ""
        }
    }

    private var aboutInjections: String {
        switch self {
        case .unknownSite(let site, let known):
            "The plan has no site '\(site)': choose one of \(known.joined(separator: ", "))."
        case .wrongSite(let site, let number, let its):
            "Injection \(number) is planned for \(its), not \(site): give the right number, or none."
        case .unknownInjection(let number, let planned):
            "There is no injection \(number): they run from 1 to \(planned)."
        case .alreadyInjected(let number, let site):
            "Injection \(number) (\(site)) was given already: leave the number out to repeat the site."
        case .notInjected(let number, let site):
            "Injection \(number) (\(site)) is not marked yet: mark it, then draw."
        case .tooManyInjections(let limit):
            "A procedure takes \(limit) injections: open another one."
        case .notANumber: "Seconds must be a number between -86400 and 86400."
        default: ""
        }
    }

    private var aboutPlan: String {
        switch self {
        case .unknownVein(let vein, let known):
            "The plan has no vein '\(vein)': choose one of \(known.joined(separator: ", "))."
        case .unknownDraw(let second, let known):
            "The plan draws nothing at \(second) s: choose one of "
                + "\(known.map(String.init).joined(separator: ", "))."
        case .alreadyPlanned(let name): "The plan has \(name) already."
        default: ""
        }
    }

    private var aboutAnatomy: String {
        switch self {
        case .unknownVessel(let name, let known):
            "Neither plan nor anatomy has a vessel '\(name)': choose one of "
                + "\(known.joined(separator: ", "))."
        case .unknownRegion(let name, let known):
            "The map has no region '\(name)': choose from \(known.joined(separator: ", "))."
        case .unknownVariant(let id, []): "The anatomy names no variant, so not '\(id)' either."
        case .unknownVariant(let id, let known):
            "The anatomy has no variant '\(id)': choose one of \(known.joined(separator: ", "))."
        default: ""
        }
    }

    private var aboutTests: String {
        switch self {
        case .unknownLine(let name, let known):
            "There is no line '\(name)': name one of \(known.joined(separator: ", "))."
        case .mappedByDialect(let test, let analyte, let dialect):
            "Test '\(test)' is \(analyte) by dialect \(dialect): change 'analytes:' in stepupd.yaml."
        case .unknownAnalyte(let analyte, let known):
            "Nothing here is called '\(analyte)': choose one of \(known.joined(separator: ", "))."
        case .tooManyTests(let limit):
            "A line takes \(limit) tests that its dialect does not know: add them to stepupd.yaml."
        default: ""
        }
    }

    private var aboutSpecimens: String {
        switch self {
        case .unknownPlace(let place):
            "The plan has no tube for injection \(place.injection), \(place.vein), "
                + "second \(place.second): choose a planned one."
        case .nothingNamed: "A draw names a specimen, a place, or both."
        case .unknownSpecimen(let id):
            "Specimen \(id) is not known: name its place too, or assign it."
        case .boundElsewhere(let id, let place):
            "Specimen \(id) belongs to \(place) already: use another tube, or assign it anew."
        case .alreadyDrawn(let place):
            "The tube of injection \(place.injection), \(place.vein), second \(place.second) was "
                + "drawn already: correct its second, or void it and draw another one."
        case .notDrawn(let place):
            "The tube of injection \(place.injection), \(place.vein), second \(place.second) is not "
                + "marked as drawn: there is nothing to take back."
        case .alreadyVoid(let id): "Specimen \(id) is void: use a tube with another ID."
        case .alreadyThere(let id, let place):
            "Specimen \(id) is at injection \(place.injection), \(place.vein), "
                + "second \(place.second) already."
        default: ""
        }
    }
}
