import Protocols
import Settings
import StepUp

extension Setup {
    /// One line with a plain analyzer, and a liver and a pancreas.
    static let bench: Setup = {
        var dialect = Dialect(name: "plain", title: "By the standards")
        dialect.analytes["Insulin"] = Dialect.Assay(analyte: "insulin", unit: "uIU/mL")
        return Setup(
            version: "0", site: "Bench", simulated: true,
            lines: ["analyzer": LineSetup(dialect: "plain")], dialects: ["plain": dialect],
            anatomy: .bench, assays: shipped.assays, hints: shipped.hints)
    }()

    /// What is shipped of assays and hints, so that certainty and hints are part of the pace.
    private static let shipped: (assays: Assays, hints: HintRules) = {
        let catalogue = try? Catalogue()
        return ((try? catalogue?.assays()) ?? .none, (try? catalogue?.hints()) ?? HintRules())
    }()
}

extension Plan {
    /// Five sites, three veins, seven draws.
    static let bench = Plan(
        title: "Bench", pseudonym: "PSEUDO", analyte: "insulin", unit: "uIU/mL",
        stimulant: Stimulant(name: "calcium", dose: "0.025 mEq/kg"),
        sites: ["RHA", "LHA", "GDA", "SPA", "SMA"].map { Site(id: $0, name: $0) },
        veins: ["RHV", "MHV", "LHV"].map { Vein(id: $0, name: $0) },
        draws: [-120, 0, 30, 60, 90, 120, 150], wait: 600,
        criterion: Criterion(
            id: "bench", title: "More than twice", source: "", read: "", analytes: [],
            stimulants: [], ratio: ExactDecimal(digits: 2, scale: 0), strict: true,
            window: Criterion.Window(from: 0, to: 300), baseline: .last),
        tagging: Tagging(labels: "BN", sheet: [], positions: []))
}

extension Anatomy {
    /// Eight segments and five pancreatic regions, as textbooks have them.
    static let bench: Anatomy = {
        let liver = (1...8).map { Region(id: "S\($0)", name: "Segment \($0)", organ: .liver) }
        let pancreas = ["upper-head", "lower-head", "uncinate", "body", "tail"]
        let fed: KeyValuePairs = [
            "RHA": ["S5", "S6", "S7", "S8"], "LHA": ["S2", "S3", "S4"],
            "GDA": ["upper-head", "lower-head"], "SPA": ["body", "tail"],
            "SMA": ["lower-head", "uncinate"],
        ]
        let drained: KeyValuePairs = [
            "RHV": ["S5", "S6", "S7", "S8"], "MHV": ["S4", "S5", "S8"], "LHV": ["S2", "S3", "S4"],
        ]
        return Anatomy(
            regions: liver + pancreas.map { Region(id: $0, name: $0, organ: .pancreas) },
            arteries: fed.map { Artery(id: $0, name: $0, aliases: [], feeds: $1) },
            veins: drained.map { Vein(id: $0, name: $0, aliases: [], drains: $1) })
    }()
}
