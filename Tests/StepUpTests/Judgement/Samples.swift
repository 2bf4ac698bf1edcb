import Protocols

@testable import StepUp

/// One injection of RHA into one vein, RHV, written as `second: value` for the tests of the rules.
struct Samples {
    var tubes: [Tube] = []
    var criterion = Criterion.moreThanTwice
    var conversions: [Conversion] = []
    var contenders: [Contender] = []

    /// Tubes with results as printed: `>300`, `<2`, `<=2`, `----`; `?` is awaited, `x` is void.
    init(_ values: KeyValuePairs<Int, String>, unit: String = "uU/mL") {
        tubes = values.enumerated().map { number, draw in
            Tube(at: draw.key, draw.value, unit: unit, number: Int64(number + 1))
        }
    }

    /// The verdict on RHA and RHV.
    func verdict() -> VerdictNews {
        var plan = Plan.insulin(criterion)
        plan.conversions = conversions
        return criterion.verdict(
            injection: 1, site: "RHA", vein: "RHV", tubes: tubes, plan: plan, among: contenders)
    }

    /// What these tubes are to those of other places, had they been of `site` and `vein`.
    func contender(_ site: String, _ vein: String = "RHV") -> Contender {
        Shared(criterion).contender(
            tubes, site: site, vein: vein, plan: Shared(.insulin(criterion)))
    }

    var state: VerdictNews.State { verdict().state }
}

extension Tube {
    /// A tube of injection 1 and RHV, drawn when planned unless `actual` says otherwise.
    init(
        at planned: Int, _ value: String, unit: String = "uU/mL", actual: Double? = nil,
        number: Int64 = 1
    ) {
        let specimen = "T\(planned)"
        let fate: Fate =
            switch value {
            case "?": .awaited
            case "x": .settled
            default:
                .measured(
                    Shared(AssayResult(specimen: specimen, printed: value, unit: unit)),
                    announcement: number)
            }
        self.init(
            place: Mark.Place(injection: 1, vein: "RHV", second: planned), specimen: specimen,
            actual: actual ?? Double(planned), fate: fate)
    }
}

extension AssayResult {
    /// An insulin result as printed.
    init(specimen: String, printed text: String, unit: String) {
        self.init()
        self.specimen = specimen
        (self.text, self.unit, analyte) = (text, unit, "insulin")
        let sign = text.prefix { "<>=".contains($0) }
        bound = Bound(rawValue: String(sign))
        value = ExactDecimal(parsing: String(text.dropFirst(sign.count)))
        role = value == nil ? .none : .result
    }
}

extension Criterion {
    /// The seed's rule: a rise to more than twice the baseline.
    static let moreThanTwice = Criterion(
        id: "seed-gt2", title: "", source: "", read: "", analytes: ["insulin", "gastrin"],
        stimulants: ["calcium"], ratio: ExactDecimal(digits: 2, scale: 0), strict: true,
        window: Window(from: 0, to: 300), baseline: .last)

    /// A rise to twice the baseline or more.
    static var atLeastTwice: Criterion {
        var rule = moreThanTwice
        rule.strict = false
        return rule
    }
}

extension Plan {
    /// RHA and LHA with calcium, three veins, four draws.
    static func insulin(_ criterion: Criterion = .moreThanTwice) -> Plan {
        Plan(
            title: "Hepatic map", pseudonym: "P-1", analyte: "insulin", unit: "uU/mL",
            stimulant: Stimulant(name: "calcium", dose: "0.025 mEq/kg"),
            sites: ["RHA", "LHA"].map { Site(id: $0, name: $0) },
            veins: ["RHV", "MHV", "LHV"].map { Vein(id: $0, name: $0) },
            draws: [-120, 0, 30, 60], wait: 300, criterion: criterion,
            tagging: Tagging(labels: "AB", sheet: [], positions: []))
    }
}
