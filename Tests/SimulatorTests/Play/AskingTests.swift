import Protocols
import Settings
import StepUp
import Testing

@testable import Simulator

/// An analyzer that asks, and a station that answers from the plan: the technician types nothing.
@Suite struct AskingTests {
    /// All that can ask, by name.
    static let dialects = ((try? Catalogue().dialects()) ?? [:]).values
        .filter { $0.orders != nil && $0.writes?.query != nil }.map(\.name).sorted()

    @Test func allThatAreAnsweredCanAsk() throws {
        let answered = try Catalogue().dialects().values.filter { $0.orders != nil }
        #expect(answered.map(\.name).sorted() == Self.dialects && Self.dialects.count > 15)
    }

    @Test(arguments: dialects)
    func everyTubeIsOrderedByThePlanAndMeasured(dialect: String) throws {
        let script = try script(dialect)
        let course = try script.course(seed: 4, procedure: "SIM")
        let round = try Round(course, script)
        #expect(round.specimens == course.reports.map(\.report.specimen))
        #expect(round.notices["ordered"] == course.loadings.count)
        #expect(round.notices.keys.allSatisfy { $0 == "ordered" })
        let ends = script.dialect.writes?.terminator != nil || script.dialect.link.kind == .mllp
        #expect(round.defects.keys.allSatisfy { $0 == "missing-terminator" && !ends })
        #expect(round.isLineAtRest)
    }

    @Test func aWholeRackThatIsLoadedAtOnceIsOrderedAllTheSame() throws {
        let script = try script("abbott-architect")
        var plan = script.plan
        plan.unit = "uIU/mL"
        let course = try Imagined.course(plan: plan) { $0.laboratory.interval = 0 }
        let round = try Round(course, script)
        #expect(round.notices["ordered"] == course.loadings.count)
        #expect(round.specimens.count == course.reports.count)
    }

    @Test(arguments: ["abbott-architect", "generic-hl7"])
    func nothingIsMeasuredThatNobodyOrders(dialect: String) throws {
        let script = try script(dialect)
        let course = try script.course(seed: 4, procedure: "SIM")
        let round = try Round(course, script) { $0.orders = nil }
        #expect(round.specimens == [])
        #expect(round.notices["query"] == course.loadings.count)
        let silent = round.said.filter { $0.hasPrefix("nobody answered the query about") }
        #expect(silent.count == course.loadings.count)
        #expect(round.said.contains { $0.hasSuffix("is not measured: nobody ordered it") })
    }

    @Test(arguments: ["abbott-architect", "roche-cobas-pure"])
    func anIDThatNoPlanHasIsNotMeasured(dialect: String) throws {
        let script = try Script(
            scenario: "insulinoma-left-lobe-mishaps", dialect: dialect,
            catalogue: Catalogue())
        let course = try script.course(seed: 1, procedure: "SIM")
        let round = try Round(course, script)
        let planned = Set(course.tubes.map(\.specimen))
        #expect(course.reports.contains { !planned.contains($0.report.specimen) })
        #expect(round.specimens.allSatisfy { planned.contains($0) })
        #expect(round.said.contains { $0.hasPrefix("nothing is ordered for") })
    }

    @Test func aDialectThatIsToldNothingOfOrdersCannotAsk() throws {
        let script = try Script(
            scenario: "insulinoma-right-lobe", dialect: "euroimmun", catalogue: Catalogue())
        let course = try script.course(seed: 1, procedure: "SIM")
        #expect(throws: ScenarioProblem.self) {
            try Simulation(course: course, dialect: script.dialect, asks: true)
        }
    }

    private func script(_ dialect: String) throws -> Script {
        try Script(scenario: "insulinoma-right-lobe", dialect: dialect, catalogue: Catalogue())
    }
}

/// A simulation that asks, played against a station on one line.
private struct Round {
    /// The specimens of the results that were told, in order.
    var specimens: [String] = []
    /// How often each notice was given.
    var notices: [String: Int] = [:]
    /// What was refused or ignored on the line.
    var defects: [String: Int] { station.lines.first?.defects ?? [:] }
    /// True when nothing is under way on the line at the end.
    var isLineAtRest: Bool { station.deadline.map { $0 > time + .seconds(60) } ?? true }
    /// What the simulation showed.
    var said: [String] = []

    private var station = Station()
    private var number: Int64 = 0
    private var time = Duration.zero

    init(
        _ course: Course, _ script: Script, change: (inout Dialect) -> Void = { _ in }
    ) throws {
        var simulation = try Simulation(course: course, dialect: script.dialect, asks: true)
        var dialect = script.dialect
        change(&dialect)
        receive(
            .began(
                Setup(
                    version: "0", site: "Test", simulated: true,
                    lines: ["A": .init(dialect: dialect.name)], dialects: [dialect.name: dialect],
                    anatomy: script.anatomy)), &simulation)
        receive(.opened(line: "A", detail: "test"), &simulation)
        while let next = simulation.next {
            while let due = station.deadline, due < next {
                time = due
                receive(.due, &simulation)
            }
            time = next
            perform(simulation.advance(to: next), &simulation)
        }
    }

    private mutating func perform(
        _ outcomes: [Simulation.Outcome], _ simulation: inout Simulation
    ) {
        for outcome in outcomes {
            switch outcome {
            case .send(let bytes):
                receive(.bytes(line: "A", bytes, damage: LineDamage()), &simulation)
            case .mark(let mark): receive(.mark(mark), &simulation)
            case .say(let words): said.append(words)
            case .unplug, .plug: break
            }
        }
    }

    private mutating func receive(_ event: Moment.Event, _ simulation: inout Simulation) {
        number += 1
        let moment = Moment(
            number: number, time: time, wall: Simulation.epoch, event: event)
        var replies: [UInt8] = []
        for effect in station.receive(moment) {
            switch effect {
            case .send(_, let bytes): replies += bytes
            case .announce(let news): take(news.body)
            case .answer: break
            }
        }
        if !replies.isEmpty { perform(simulation.receive(replies, at: time), &simulation) }
    }

    private mutating func take(_ body: Announcement.Body) {
        switch body {
        case .result(let news) where news.result.value.role == .result && !news.isRepeat:
            specimens.append(news.result.value.specimen)
        case .notice(let news): notices[news.code, default: 0] += 1
        default: break
        }
    }
}
