import ArgumentParser
import Foundation
import Lines
import Protocols
import Settings
import Simulator
import StepUp

/// `assaysim run`: the simulated analyzer on a line, from the first result to the last.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Plays a scenario's analyzer on a pseudo-terminal, a serial port or TCP.",
        discussion: """
            The same scenario, dialect and seed give the same bytes. With --operator the marks of \
            the simulated team are posted to a running stepupd too; without it, results come at \
            the plan's times for whoever marks elsewhere.
            """)

    @Option(help: "A scenario of config/scenarios by its name, or a file's path.")
    var scenario = "insulinoma-right-lobe"

    @Option(help: "Where the line is: pty:LINK, serial:PORT, tcp:HOST:PORT, listen:HOST:PORT.")
    var line = "pty:"

    @Option(help: "The analyzer's dialect; the scenario's own when left out.")
    var dialect: String?

    @Option(help: "A folder whose files take the place of the shipped ones.")
    var config: String?

    @Option(help: "What decides all chance.")
    var seed: UInt64 = 1

    @Option(help: "Simulated seconds a second, or max.")
    var pace = Pace.times(1)

    @Option(name: .customLong("operator"), help: "The stepupd to which marks are posted: its URL.")
    var daemon: String?

    @Option(help: "What the procedure is called; SIM-SEED when left out.")
    var procedure: String?

    @Flag(help: "Ask what to measure when a tube is loaded, and measure what is ordered.")
    var query = false

    @Option(
        help: "What goes wrong on the cable, by commas: \(Faults.choices). See assaysim dialects.")
    var faults: String?

    @Option(help: "The share of writes, either way, to which a fault happens: 0 to 0.5.")
    var faultRate = Faults.usualRate

    func run() async throws {
        let script = try Script(
            scenario: scenario, dialect: dialect, catalogue: try Catalogue(folder: config))
        let course = try script.course(seed: seed, procedure: procedure ?? "SIM-\(seed)")
        let chosen = try faults.map { try Faults(spelled: $0, rate: faultRate) }
        let simulation = try Simulation(
            course: course, dialect: script.dialect, asks: query,
            faults: chosen ?? script.scenario.faults, seed: seed)
        let address = try LineAddress(parsing: line)
        let title = "\(script.scenario.title); \(script.dialect.title)"
        say("SIMULATED \(title), seed \(seed), pace \(pace)")
        let settings = Exchange.Line(
            name: "analyzer", address: address, settings: script.dialect.line)
        guard let daemon else { return try await play(simulation, on: settings) { _ in } }
        guard let url = URL(string: daemon), url.scheme == "http" || url.scheme == "https" else {
            throw ValidationError("--operator wants a URL such as http://127.0.0.1:8080")
        }
        if pace != .times(1) {
            say("stepupd runs at true time: at pace \(pace) its seconds after injection are not")
        }
        let (marks, feed) = AsyncStream.makeStream(of: Mark.self)
        async let posting: Void = Operator(daemon: url).post(marks)
        try await play(simulation, on: settings) { feed.yield($0) }
        feed.finish()
        await posting
    }

    /// Plays on a thread of its own, since the player's waits block it.
    private func play(
        _ simulation: Simulation, on line: Exchange.Line, tell: @escaping @Sendable (Mark) -> Void
    ) async throws {
        let pace = pace
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            Thread {
                done.resume(
                    with: Result {
                        let player = try Player(simulation, line: line, pace: pace, tell: tell)
                        try player.play()
                    })
            }.start()
        }
        say("everything was sent and acknowledged")
    }
}
