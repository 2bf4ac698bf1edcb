import Protocols
import StepUp

/// One procedure from the first mark to the last result, in virtual time: a simulated analyzer's
/// bytes on one side, a station that answers and judges them on the other.
struct Trial {
    /// The last word of each rule on each injection and vein.
    private(set) var verdicts: [Lane: VerdictNews] = [:]
    /// The last map.
    private(set) var map: MapNews?
    /// How many results were told.
    private(set) var results = 0
    /// False when the analyzer was still at it after a week.
    private(set) var isOver = true

    /// What a verdict is about.
    struct Lane: Hashable {
        let criterion: String
        let injection: Int
        let vein: String
    }

    private static let line = "analyzer"
    private static let limit = Duration.seconds(7 * 86_400)

    private var station = Station()
    private var simulation: Simulation
    private var number: Int64 = 0
    private var time = Duration.zero
    private var queue: [Simulation.Outcome] = []

    /// Plays `simulation`, whose analyzer speaks `dialect`, to its end.
    init(_ simulation: Simulation, dialect: Dialect, of repertoire: Repertoire) {
        self.simulation = simulation
        receive(
            .began(
                Setup(
                    version: "evaluation", site: "Evaluation", simulated: true,
                    lines: [Self.line: Setup.LineSetup(dialect: dialect.name)],
                    dialects: [dialect.name: dialect], anatomy: repertoire.anatomy,
                    assays: repertoire.assays, hints: repertoire.hints)))
        receive(.opened(line: Self.line, detail: "simulated analyzer"))
        while let next = self.simulation.next, isOver {
            expire(before: next)
            time = next
            perform(self.simulation.advance(to: next))
            isOver = time < Self.limit
        }
        expire(before: time + .seconds(120))
    }

    private mutating func expire(before end: Duration) {
        while let due = station.deadline, due < end {
            time = max(time, due)
            receive(.due)
        }
    }

    /// Lets everything happen that happens at this instant, in order.
    private mutating func perform(_ outcomes: [Simulation.Outcome]) {
        queue += outcomes
        var done = 0
        while done < queue.count {
            switch queue[done] {
            case .send(let bytes): receive(.bytes(line: Self.line, bytes, damage: LineDamage()))
            case .unplug: receive(.lost(line: Self.line, reason: "unplugged"))
            case .plug: receive(.opened(line: Self.line, detail: "plugged in again"))
            case .mark(let mark): receive(.mark(mark))
            case .say: break
            }
            done += 1
        }
        queue = []
    }

    private mutating func receive(_ event: Moment.Event) {
        number += 1
        let wall = WallTime(
            nanoseconds: Simulation.epoch.nanoseconds + Int64(time / .nanoseconds(1)))
        let moment = Moment(number: number, time: time, wall: wall, event: event)
        for effect in station.receive(moment) {
            switch effect {
            case .send(_, let bytes): queue += simulation.receive(bytes, at: time)
            case .announce(let news): take(news.body)
            case .answer: break
            }
        }
    }

    private mutating func take(_ news: Announcement.Body) {
        switch news {
        case .verdict(let verdict):
            let lane = Lane(
                criterion: verdict.criterion, injection: verdict.injection, vein: verdict.vein)
            verdicts[lane] = verdict.value
        case .map(let map): self.map = map.value
        case .result: results += 1
        default: break
        }
    }
}
