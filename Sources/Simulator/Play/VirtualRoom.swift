import Protocols
import StepUp

/// A simulated analyzer at one end of a cable and a station at the other, in virtual time.
///
/// It goes on moment by moment, for whoever watches: the station's answers reach the analyzer, and
/// what that says reaches the station, until nobody has anything more to say.
struct VirtualRoom {
    /// What happened next.
    enum Event {
        /// The station folded a moment, which had these effects.
        case moment(Moment.Event, effects: [Station.Effect])
        /// The simulation has something to show to people.
        case said(String)
    }

    /// How many of the bytes that wait the next read takes; nil for all of them.
    var readSize: ((Int) -> Int)?
    /// True when bytes that are written at one instant are read together.
    var joinsWrites = false

    /// The station.
    private(set) var station = Station()
    /// What the clock shows.
    private(set) var time = Duration.zero
    /// False when the analyzer was still at it after a week.
    private(set) var isOver = true

    /// The line's name.
    static let line = "analyzer"
    private static let limit = Duration.seconds(7 * 86_400)
    /// How long after the analyzer's last word the station's deadlines are still waited for.
    private static let patience = Duration.seconds(120)

    private var simulation: Simulation
    private var number: Int64 = 0
    private var queue: [Simulation.Outcome] = []
    private var done = 0

    /// A room in which `simulation` speaks `dialect` to a station.
    init(
        _ simulation: Simulation, dialect: Dialect, anatomy: Anatomy, assays: Assays = .none,
        hints: HintRules = HintRules()
    ) {
        self.simulation = simulation
        let setup = Setup(
            version: "simulation", site: "Simulation", simulated: true,
            lines: [Self.line: Setup.LineSetup(dialect: dialect.name)],
            dialects: [dialect.name: dialect], anatomy: anatomy, assays: assays, hints: hints)
        _ = receive(.began(setup))
        _ = receive(.opened(line: Self.line, detail: "simulated analyzer"))
    }

    /// What happens next; nil when everything was said.
    mutating func next() -> Event? {
        while true {
            if done < queue.count { return perform(take()) }
            let coming = isOver ? simulation.next : nil
            if let due = station.deadline, due < coming ?? (time + Self.patience) {
                time = max(time, due)
                return receive(.due)
            }
            guard let coming else { return nil }
            time = coming
            (queue, done) = (simulation.advance(to: coming), 0)
            isOver = time < Self.limit
        }
    }

    private mutating func take() -> Simulation.Outcome {
        done += 1
        return queue[done - 1]
    }

    private mutating func perform(_ outcome: Simulation.Outcome) -> Event {
        switch outcome {
        case .send(let bytes): read(bytes)
        case .unplug: receive(.lost(line: Self.line, reason: "unplugged"))
        case .plug: receive(.opened(line: Self.line, detail: "plugged in again"))
        case .mark(let mark): receive(.mark(mark))
        case .say(let words): .said(words)
        }
    }

    /// Reads a piece; the rest of the bytes stands before whatever is written meanwhile.
    private mutating func read(_ first: [UInt8]) -> Event {
        var bytes = first
        while joinsWrites, done < queue.count, case .send(let more) = queue[done] {
            bytes += more
            done += 1
        }
        if let size = readSize?(bytes.count), size < bytes.count {
            done -= 1
            queue[done] = .send(Array(bytes[size...]))
            bytes = Array(bytes[..<size])
        }
        return receive(.bytes(line: Self.line, bytes, damage: LineDamage()))
    }

    private mutating func receive(_ event: Moment.Event) -> Event {
        number += 1
        let wall = WallTime(
            nanoseconds: Simulation.epoch.nanoseconds + Int64(time / .nanoseconds(1)))
        let effects = station.receive(
            Moment(number: number, time: time, wall: wall, event: event))
        for case .send(_, let bytes) in effects {
            queue += simulation.receive(bytes, at: time)
        }
        return .moment(event, effects: effects)
    }
}
