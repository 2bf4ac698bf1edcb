import ArgumentParser
import Foundation
import Lines
import Protocols
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

    @OptionGroup var played: ScenarioOptions

    @Option(help: "Where the line is: pty:LINK, serial:PORT, tcp:HOST:PORT, listen:HOST:PORT.")
    var line = "pty:"

    @Option(help: "The analyzer's dialect; the scenario's own when left out.")
    var dialect: String?

    @Option(help: "Simulated seconds a second, or max.")
    var pace = Pace.times(1)

    @Option(name: .customLong("operator"), help: "The stepupd to which marks are posted: its URL.")
    var daemon: String?

    @Option(help: "What the procedure is called; SIM-SEED when left out.")
    var procedure: String?

    @Flag(help: "Ask what to measure when a tube is loaded, and measure what is ordered.")
    var query = false

    func run() async throws {
        let seed = played.seed
        let script = try Script(
            scenario: played.scenario, dialect: dialect, catalogue: try played.catalogue())
        let course = try script.course(seed: seed, procedure: procedure ?? "SIM-\(seed)")
        let simulation = try Simulation(
            course: course, dialect: script.dialect, asks: query,
            faults: try played.chosenFaults() ?? script.scenario.faults, seed: seed)
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
