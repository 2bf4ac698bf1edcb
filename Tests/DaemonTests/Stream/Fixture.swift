import Protocols

@testable import StepUp

/// Announcements made by hand, for readers that do not care how a station comes to them.
enum Fixture {
    static func hello() -> HelloNews { HelloNews(schema: 1, version: "0.1.0", site: "Test site") }

    static func line() -> LineNews {
        LineNews(
            line: "e411", dialect: "roche-e411", state: .open, detail: "pty", heard: nil, bytes: 7,
            messages: 1, results: 1, defects: ["noise": 2], damage: LineDamage())
    }

    static func plan() -> Plan {
        Plan(
            title: "Hepatic map", pseudonym: "P-017", analyte: "insulin", unit: "uIU/mL",
            stimulant: Plan.Stimulant(name: "calcium", dose: "0.025 mEq/kg"),
            sites: ["RHA", "LHA", "GDA"].map { Plan.Site(id: $0, name: "Artery \($0)") },
            veins: ["RHV", "MHV", "LHV"].map { Plan.Vein(id: $0, name: "Vein \($0)") },
            draws: [-120, 0, 30, 60, 90, 120], wait: 300,
            criterion: criterion(), tagging: Plan.Tagging(labels: "T", sheet: [], positions: []))
    }

    /// The procedure `P` of the plan, just opened.
    static func view() -> ProcedureView? {
        var station = Station()
        let events: [Moment.Event] = [
            .began(.sample), .mark(Mark(key: "o", procedure: "P", by: "", action: .open(plan()))),
        ]
        for (index, event) in events.enumerated() {
            _ = station.receive(
                Moment(
                    number: Int64(index + 1), time: .zero, wall: WallTime(nanoseconds: 0),
                    event: event))
        }
        return station.procedure("P")
    }

    static func criterion() -> Criterion {
        Criterion(
            id: "seed-gt2", title: "A rise to more than twice the baseline.", source: "test",
            read: "seed", analytes: ["insulin"], stimulants: ["calcium"],
            ratio: ExactDecimal(digits: 2, scale: 0), strict: true,
            window: Criterion.Window(from: 1, to: 120), baseline: .last)
    }

    static func procedure(
        id: Int64, name: String, state: String, at: WallTime
    ) -> Announcement {
        let news = ProcedureNews(
            state: ProcedureNews.State(rawValue: state) ?? .open, opened: ShownTime(at),
            plan: plan(), injections: [])
        return Announcement(
            id: id, at: at, procedure: name, simulated: true, body: .procedure(news))
    }
}
