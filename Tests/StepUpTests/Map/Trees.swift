@testable import StepUp

extension Anatomy {
    /// A small tree: a common trunk of both organs, two lobes, one segment, two pancreatic
    /// arteries.
    static let small = Anatomy(
        regions: ["S2", "S5", "S6", "S7", "S8"].map { Region(id: $0, name: $0, organ: .liver) }
            + ["head", "tail"].map { Region(id: $0, name: $0, organ: .pancreas) },
        arteries: [
            Artery(
                id: "CHA", name: "Common hepatic artery", aliases: [],
                feeds: ["S2", "S5", "S6", "S7", "S8", "head"]),
            Artery(
                id: "PHA", name: "Proper hepatic artery", aliases: [],
                feeds: ["S2", "S5", "S6", "S7", "S8"]),
            Artery(
                id: "RHA", name: "Right hepatic artery", aliases: ["right hepatic"],
                feeds: ["S5", "S6", "S7", "S8"]),
            Artery(id: "A8", name: "Artery of segment VIII", aliases: [], feeds: ["S8"]),
            Artery(id: "LHA", name: "Left hepatic artery", aliases: [], feeds: ["S2"]),
            Artery(id: "GDA", name: "Gastroduodenal artery", aliases: [], feeds: ["head"]),
            Artery(id: "SPA", name: "Splenic artery", aliases: ["SpA, prox."], feeds: ["tail"]),
            Artery(id: "LGA", name: "Left gastric artery", aliases: [], feeds: []),
        ],
        veins: [
            Vein(id: "RHV", name: "Right hepatic vein", aliases: [], drains: ["S6", "S7", "S8"]),
            Vein(id: "MHV", name: "Middle hepatic vein", aliases: [], drains: ["S5", "S8"]),
            Vein(id: "LHV", name: "Left hepatic vein", aliases: [], drains: ["S2"]),
        ])
}

/// Verdicts written as a table: a row for each injection, a letter for each vein of RHV, MHV, LHV.
///
/// `+` step-up, `^` a three times higher one, `>` one without upper limit, `-` no step-up, `?`
/// undecided, `.` pending, `x` unusable, `o` awaiting its baseline.
struct Findings {
    let rows: KeyValuePairs<String, String>

    /// The tree.
    var anatomy = Anatomy.small

    init(_ rows: KeyValuePairs<String, String>, on anatomy: Anatomy = .small) {
        (self.rows, self.anatomy) = (rows, anatomy)
    }

    var plan: Plan {
        var plan = Plan.insulin()
        var seen: Set<String> = []
        plan.sites = rows.map(\.key).filter { seen.insert($0).inserted }
            .map { Plan.Site(id: $0, name: $0) }
        return plan
    }

    var verdicts: [VerdictNews] {
        let veins = ["RHV", "MHV", "LHV"]
        return rows.enumerated().flatMap { number, row in
            zip(veins, row.value).map { vein, letter in
                VerdictNews(letter, injection: number + 1, site: row.key, vein: vein)
            }
        }
    }

    var map: MapNews { anatomy.map(of: verdicts, plan: plan) }

    /// The regions in `state`, in the anatomy's order.
    func regions(_ state: MapNews.Region.State) -> [String] {
        map.regions.filter { $0.state == state }.map(\.region)
    }
}

extension VerdictNews {
    fileprivate init(_ letter: Character, injection: Int, site: String, vein: String) {
        let states: [Character: State] = [
            "+": .stepUp, "^": .stepUp, ">": .stepUp, "-": .noStepUp, "?": .undecided,
            ".": .pending, "x": .unusable,
            "o": .awaitingBaseline,
        ]
        let ratios: [Character: Double] = ["+": 4, "^": 12, ">": 4, "-": 1.2, "?": 1.5, ".": 1.1]
        let state = states[letter] ?? .unusable
        let ratio = ratios[letter].map { $0 + Double(injection) / 10 }
        self.init(
            injection: injection, site: site, vein: vein, analyte: "insulin",
            criterion: "seed-gt2", state: state,
            final: state != .pending && state != .awaitingBaseline,
            ratio: ratio.map { Ratio(low: $0, high: letter == ">" ? nil : $0) },
            second: ratio.map { _ in 60 },
            grounds: [], withdrawn: false)
    }
}
