import Lines
import Protocols
import Simulator
import StepUp

/// Plays a simulation on one line: waits, writes what the analyzer says, and passes marks on.
final class Player {
    /// How long the other side may take to read the last bytes.
    private static let lingering = Duration.milliseconds(200)

    private var exchange: Exchange
    private let line: Exchange.Line
    private let tell: (Mark) -> Void
    private let clock = ContinuousClock()
    private var simulation: Simulation
    private var time: PlayedTime
    /// The connection in use: each connection of a listening line has a number behind its name.
    private var open: String?

    /// A player on `line`, which it opens at once; marks go to `tell`.
    init(
        _ simulation: Simulation, line: Exchange.Line, pace: Pace,
        tell: @escaping (Mark) -> Void
    ) throws(LineError) {
        self.simulation = simulation
        self.tell = tell
        self.line = line
        time = PlayedTime(pace: pace)
        exchange = try Exchange(lines: [line])
    }

    /// Plays until everything was said and acknowledged.
    ///
    /// Time stands until the line is open: nobody would hear what is said before.
    func play() throws(LineError) {
        try awaitOpening()
        while let next = simulation.next {
            let (before, talking) = (clock.now, simulation.isTalking)
            let patience = time.wait(until: next, talking: talking)
            let events = exchange.wait(until: before + patience)
            time.pass(before.duration(to: clock.now), next: next, talking: talking)
            for event in events { try take(event) }
            if next <= time.now { try perform(simulation.advance(to: time.now)) }
        }
        linger()
    }

    private func awaitOpening() throws(LineError) {
        while open == nil { for event in exchange.wait(until: nil) { try take(event) } }
    }

    /// Leaves the line open for a moment, so that the last EOT is read before a terminal hangs up.
    private func linger() {
        let end = clock.now + Self.lingering
        while clock.now < end { _ = exchange.wait(until: end) }
    }

    private func take(_ event: LineEvent) throws(LineError) {
        switch event {
        case .opened(let line, let detail):
            open = line
            say("the line is open: \(detail)")
        case .bytes(let line, let bytes, _):
            open = line
            try perform(simulation.receive(bytes, at: time.now))
        case .lost(_, let reason):
            say("the line is lost: \(reason)")
            try perform(simulation.lose(at: time.now))
        }
    }

    private func perform(_ outcomes: [Simulation.Outcome]) throws(LineError) {
        for outcome in outcomes {
            switch outcome {
            case .send(let bytes): exchange.send(bytes, to: open ?? line.name)
            case .unplug: try change(to: [])
            case .plug:
                try change(to: [line])
                try awaitOpening()
            case .mark(let mark): tell(mark)
            case .say(let words): say(words)
            }
        }
    }

    /// Closes the line and goes on with `lines`: with none, while the cable is out.
    private func change(to lines: [Exchange.Line]) throws(LineError) {
        exchange.close()
        open = nil
        exchange = try Exchange(lines: lines)
    }
}
