import Lines
import Protocols
import Simulator
import StepUp

/// The lines of a demonstration: a simulated analyzer at one end of a real pseudo-terminal, the
/// daemon at the other, and a simulated operator beside them.
///
/// Time is driven. It stands while bytes are under way on the terminal or a mark waits for the
/// desk, and then goes on: at the ``Simulator/Pace``, or in one jump to whatever comes next. So the
/// seconds after an injection are right at every pace, and the same seed gives the same moments.
final class Rehearsal: Exchanging {
    /// The daemon's name for the line.
    static let line = "analyzer"
    /// The analyzer's end of it.
    private static let device = "device"
    /// How long the kernel may take to carry bytes through a terminal; usually microseconds.
    private static let carriage = Duration.seconds(5)

    private let exchange: Exchange
    private let clock: DrivenClock
    private let flow: Flow
    private let inbox: Inbox
    private let shown: ShownTime
    private let ended: () -> Void
    private var simulation: Simulation
    /// Bytes under way to the analyzer and to the daemon.
    private var underWay = (toDevice: 0, toDaemon: 0)
    private var open = 0
    private var heard: [LineEvent] = []
    /// What the cable does once the bytes before it have arrived.
    private var later: [LineEvent] = []
    private var hasEnded = false

    /// The lines of `simulation` over a terminal whose link is made at `link`.
    ///
    /// It drives `clock`, which `shown` follows for other threads; the operator's marks go to
    /// `inbox`, whose waker is `waker`; `ended` is called once, when everything was said,
    /// acknowledged and marked.
    init(
        _ simulation: Simulation, pace: Pace, link: String, settings: LineSettings,
        clock: DrivenClock, shown: ShownTime, inbox: Inbox, waker: Waker,
        ended: @escaping () -> Void
    ) throws(LineError) {
        (self.simulation, self.clock, self.shown) = (simulation, clock, shown)
        (self.inbox, self.ended) = (inbox, ended)
        flow = Flow(pace: pace, from: clock.now.time)
        exchange = try Exchange(
            lines: [
                .init(name: Self.device, address: .pseudoTerminal(link: link)),
                .init(name: Self.line, address: .terminal(path: link), settings: settings),
            ], waker: waker)
    }

    func wait(for patience: Duration?) -> [LineEvent] {
        let deadline = patience.map { clock.now.time + $0 }
        while heard.isEmpty, inbox.isEmpty, !inbox.isClosed {
            if open < 2 || isCarrying {
                carry()
            } else if !goOn(until: deadline) {
                break
            }
        }
        while underWay.toDaemon > 0, isCarrying { carry() }
        defer { heard = [] }
        return heard
    }

    func send(_ bytes: [UInt8], to line: String) {
        underWay.toDevice += bytes.count
        exchange.send(bytes, to: line)
    }

    func pause(reason: String) {
        Console.say("The demonstration cannot go on: \(reason)")
        inbox.close()
    }

    func resume() {
        // A demonstration that was paused is over.
    }
}

extension Rehearsal {
    private var isCarrying: Bool { underWay.toDevice > 0 || underWay.toDaemon > 0 }

    /// Lets the kernel carry bytes, for a while without any time passing.
    ///
    /// What does not arrive is given up: then sender and receiver have their time-outs.
    private func carry() {
        let deadline = ContinuousClock.now + Self.carriage
        for event in exchange.wait(until: deadline) { take(event) }
        guard ContinuousClock.now >= deadline, isCarrying else { return }
        Console.say("Bytes were lost on the pseudo-terminal.")
        underWay = (0, 0)
        flush()
    }

    private func take(_ event: LineEvent) {
        switch event {
        case .opened(let line, _):
            open += 1
            guard line == Self.line else { return }
            heard.append(.opened(line: line, detail: "simulated analyzer, pseudo-terminal"))
        case .bytes(Self.device, let bytes, _):
            underWay.toDevice -= bytes.count
            perform(simulation.receive(bytes, at: clock.now.time))
        case .bytes(_, let bytes, _):
            underWay.toDaemon -= bytes.count
            heard.append(event)
            if underWay.toDaemon == 0 { flush() }
        case .lost(let line, _):
            open -= 1
            underWay = (0, 0)
            if line == Self.line { heard.append(event) }
            flush()
            perform(simulation.lose(at: clock.now.time))
        }
    }

    private func perform(_ outcomes: [Simulation.Outcome]) {
        for outcome in outcomes {
            switch outcome {
            case .send(let bytes):
                underWay.toDaemon += bytes.count
                exchange.send(bytes, to: Self.device)
            case .mark(let mark):
                inbox.submit(mark) { result in
                    if let words = result.complaint {
                        Console.say("The mark \(mark.key) was not taken: \(words)")
                    }
                }
            case .unplug: tell(.lost(line: Self.line, reason: "the cable was pulled out"))
            case .plug: tell(.opened(line: Self.line, detail: "the cable is back"))
            case .say: break
            }
        }
    }

    /// Tells the daemon of the cable, behind the bytes that are under way.
    private func tell(_ event: LineEvent) {
        later.append(event)
        if underWay.toDaemon == 0 { flush() }
    }

    private func flush() {
        heard += later
        later = []
    }

    /// Lets time pass to what comes next; false when that is the station's own deadline.
    private func goOn(until deadline: Duration?) -> Bool {
        if simulation.isFinished, !hasEnded {
            hasEnded = true
            flow.slow(at: clock.now.time)
            ended()
            return !inbox.isClosed
        }
        let next = [simulation.next, deadline].compactMap(\.self).min()
        if let next, flow.hasReached(next) {
            advance(to: next)
            guard simulation.next == next else { return false }
            perform(simulation.advance(to: next))
            return true
        }
        for event in exchange.wait(until: next.map { flow.host($0) }) { take(event) }
        let now = flow.virtual
        advance(to: min(now, next ?? now))
        return true
    }

    private func advance(to time: Duration) {
        clock.advance(by: max(.zero, time - clock.now.time))
        shown.show(clock.now.wall)
    }
}

extension Swift.Result<Station.Answer, Inbox.Refusal> {
    /// Why a mark was not taken; nil when it was.
    fileprivate var complaint: String? {
        switch self {
        case .success(.taken): nil
        case .success(.refused(let reason)): reason
        case .failure(let refusal): "\(refusal)"
        }
    }
}
