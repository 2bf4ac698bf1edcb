import Protocols
import StepUp

@testable import Simulator

/// One small imagined patient, plan and laboratory, which each test changes as it needs.
enum Imagined {
    static let anatomy = Anatomy(
        regions: (1...8).map { .init(id: "S\($0)", name: "Segment \($0)", organ: .liver) }
            + ["head", "uncinate", "body", "tail"].map {
                .init(id: $0, name: $0, organ: .pancreas)
            },
        arteries: [
            artery("RHA", ["S5", "S6", "S7", "S8"]), artery("LHA", ["S2", "S3", "S4"]),
            artery("GDA", ["head"]), artery("SMA", ["uncinate", "head"]),
            artery("SPA", ["body", "tail"]),
        ],
        veins: [])

    static let hormone = Hormone(
        units: ["uIU/mL"], extraction: 0.5, clearance: 250, volume: 10000, gain: 1.5, half: 0.004,
        transit: 6, peak: 32, portal: 14, recirculation: 0.012, late: 45)

    static let criterion = Criterion(
        id: "seed-gt2", title: "more than twice", source: "", read: "", analytes: ["insulin"],
        stimulants: ["calcium"], ratio: ExactDecimal(digits: 2, scale: 0), strict: true,
        window: .init(from: 0, to: 300), baseline: .last)

    static func plan(
        sites: [String] = ["GDA", "SMA", "SPA", "RHA", "LHA"], draws: [Int] = [0, 30, 60, 90, 120]
    ) -> Plan {
        Plan(
            title: "Imagined", pseudonym: "SYN-1", analyte: "insulin", unit: "uIU/mL",
            stimulant: .init(name: "calcium", dose: "0.025 mEq/kg"),
            sites: sites.map { .init(id: $0, name: $0) },
            veins: ["RHV", "MHV", "LHV"].map { .init(id: $0, name: $0) }, draws: draws, wait: 300,
            criterion: criterion, tagging: .init(labels: "R1", sheet: [], positions: []))
    }

    static func scenario(_ tumours: [Scenario.Tumour]) -> Scenario {
        Scenario(
            title: "Imagined", template: "", hormone: "insulin", pseudonym: "SYN-1", tag: "R1",
            dialect: "", criterion: "seed-gt2", dose: 0.025,
            body: .init(
                flow: 1500, secretion: 9000, variability: 0, tumours: tumours, feeds: [:],
                veins: [
                    "RHV": .init(flow: 0.4, drains: ["S5": 0.5, "S6": 0.9, "S7": 0.95, "S8": 0.4]),
                    "MHV": .init(flow: 0.3, drains: ["S4": 0.8, "S5": 0.5, "S8": 0.6]),
                    "LHV": .init(flow: 0.25, drains: ["S2": 1, "S3": 1, "S4": 0.2]),
                ]),
            team: .init(preparation: 120, jitter: 1.5, stagger: 2, catheter: 60),
            assay: .init(cv: 0.04, blank: 0.05, from: 0.2, to: 300, dilution: 10),
            laboratory: .init(transport: 420, turnaround: 900, interval: 36),
            mishaps: [])
    }

    static func course(
        _ tumours: [Scenario.Tumour] = [.init(region: "S6", secretion: 7000, gain: 7)],
        plan: Plan = plan(), seed: UInt64 = 1, unit: String = "uIU/mL",
        change: (inout Scenario) -> Void = { _ in }
    ) throws -> Course {
        var scenario = scenario(tumours)
        change(&scenario)
        var hormone = hormone
        hormone.units = [unit]
        return try Course(
            scenario: scenario, hormone: hormone, anatomy: anatomy, plan: plan, seed: seed,
            procedure: "P")
    }

    private static func artery(_ id: String, _ feeds: [String]) -> Anatomy.Artery {
        .init(id: id, name: id, aliases: [], feeds: feeds)
    }
}

extension Course {
    /// The highest true concentration after an injection over the one before it.
    func trueRatio(site: String, vein: String) -> Double {
        guard let number = plan.sites.firstIndex(where: { $0.id == site }) else { return .nan }
        let own = tubes.filter { $0.place.injection == number + 1 && $0.place.vein == vein }
        let baseline = own.last { $0.place.second <= 0 }?.truth ?? .nan
        let peak = own.filter { $0.place.second > 0 }.map(\.truth).max() ?? .nan
        return peak / baseline
    }
}
