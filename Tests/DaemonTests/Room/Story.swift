import Foundation
import Protocols
import Settings
import StepUp

@testable import Daemon

/// A small procedure as events: one site, one vein, three tubes, results off an e411.
struct Story {
    /// What enters, each after a wait in seconds.
    let events: [(wait: Double, event: Moment.Event)]

    /// The stories that goldens are recorded from, by name.
    static var all: [String: Story] {
        get throws {
            let whole = try Story()
            let message = whole.events.count - 2
            var lost = whole.events
            lost.insert((0.01, .lost(line: "lab", reason: "unplugged")), at: message - 3)
            lost.insert((2, .opened(line: "lab", detail: "test")), at: message - 2)
            var repeated = whole.events
            let bytes = whole.events.filter { if case .bytes = $0.event { true } else { false } }
            repeated.insert(contentsOf: bytes, at: repeated.count - 1)
            return [
                "one-injection": whole, "unplugged-in-a-message": Story(events: lost),
                "message-sent-twice": Story(events: repeated),
                "cut-before-its-comment": try cut(),
            ]
        }
    }

    /// A message that breaks off behind its last result, and comes again with that one's alarm,
    /// and once more.
    private static func cut() throws -> Story {
        let message = Self.message(try plan(), alarm: "27").map {
            (wait: 0.05, event: Moment.Event.bytes(line: "lab", $0, damage: LineDamage()))
        }
        var events = try Story().events.filter {
            if case .bytes = $0.event { false } else { true }
        }
        let end = events.count - 1
        let again = [(40, message[0].event)] + message.dropFirst() + message
        events.insert(contentsOf: message.dropLast(3) + again, at: end)
        return Story(events: events)
    }

    private init(events: [(wait: Double, event: Moment.Event)]) { self.events = events }

    /// The set-up that the story needs.
    static var setup: Setup {
        get throws {
            let catalogue = try Catalogue()
            return Setup(
                version: "1.2.3", site: "Test", simulated: false,
                lines: ["lab": Setup.LineSetup(dialect: "roche-cobas-e411")],
                dialects: try catalogue.dialects(), anatomy: try catalogue.anatomy())
        }
    }

    private static let places = [-120, 30, 60]

    /// The story from the opening of the line to the close of the procedure.
    init() throws {
        func mark(_ action: Mark.Action, _ key: String) -> Moment.Event {
            .mark(Mark(key: key, procedure: "p1", by: "physician", action: action))
        }
        let plan = try Self.plan()
        var story: [(Double, Moment.Event)] = [
            (0, .began(try Self.setup)), (1, .opened(line: "lab", detail: "test")),
            (1, mark(.open(plan), "open")),
        ]
        for second in Self.places {
            if second == 30 { story.append((120, mark(.injection(site: "RHA", number: nil), "i"))) }
            let place = Mark.Place(injection: 1, vein: "RHV", second: second)
            story.append(
                (20, mark(.draw(specimen: plan.label(for: place), place: place), "d\(second)")))
        }
        story += Self.message(plan).map { (0.05, .bytes(line: "lab", $0, damage: LineDamage())) }
        story.append((60, mark(.close, "close")))
        events = story
    }

    private static func plan() throws -> Plan {
        let catalogue = try Catalogue()
        guard let criterion = try catalogue.criteria().first else { throw POSIXError(.ENOENT) }
        return Plan(
            title: "Test", pseudonym: "P-1", analyte: "insulin", unit: "uU/ml",
            stimulant: Plan.Stimulant(name: "calcium", dose: "0.025 mEq/kg"),
            sites: [Plan.Site(id: "RHA", name: "right hepatic artery")],
            veins: [Plan.Vein(id: "RHV", name: "right hepatic vein")], draws: places, wait: 0,
            criterion: criterion,
            tagging: Plan.Tagging(labels: "AB", sheet: [], positions: []))
    }

    /// The pieces of a message with each tube's result: 10, 25 and 30, and the last one's alarm.
    private static func message(_ plan: Plan, alarm: String? = nil) -> [[UInt8]] {
        var records = [#"H|\^&|||cobas-e411^1|||||host|RSUPL^BATCH|P|1"#, "P|1"]
        for (index, second) in places.enumerated() {
            let place = Mark.Place(injection: 1, vein: "RHV", second: second)
            let label = plan.label(for: place) ?? ""
            records += [
                "O|\(index + 1)|\(label)|1^0001^1^^SAMPLE^NORMAL|ALL|R|20260131120000"
                    + "|||||X||||||||||20260131121800|||F",
                "R|\(index + 1)|^^^991/1/not|\([10, 25, 30][index]).0|uU/ml||N||F||t|||E1",
            ]
        }
        if let alarm { records.append("C|1|I|\(alarm)|I") }
        records.append("L|1")
        let frames = zip(1..., records).map { AnalyzerEnd.frame($1, number: $0) }
        return [[0x05]] + frames + [[0x04]]
    }

    /// Plays the story in `room`, from event `start` to before `end`, and says what it announced,
    /// deadlines included.
    func play(
        in room: Room, _ clock: DrivenClock, from start: Int = 0, to end: Int? = nil
    ) throws -> [Announcement] {
        var told: [Announcement] = []
        func enter(_ events: [Moment.Event]) throws {
            for case .announce(let news) in try room.enter(events).effects { told.append(news) }
        }
        for (wait, event) in events[start..<(end ?? events.count)] {
            clock.advance(by: .seconds(wait))
            if room.isDue { try enter([.due]) }
            try enter([event])
        }
        return told
    }
}
