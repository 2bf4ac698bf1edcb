import ArgumentParser
import Foundation
import Lines
import Protocols
import Settings
import Simulator
import StepUp

/// `stepupd demo`: a room without hardware, from the first mark to the last result.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Play a simulated procedure: daemon and analyzer on a pseudo-terminal.",
        discussion: """
            Everything is SIMULATED, and says so. The board is in the terminal and the page on \
            loopback; with --json the announcements go to standard output, and the command ends \
            when the procedure is closed and every result is in.
            """)

    @Option(help: "A scenario of config/scenarios by its name, or a file's path.")
    var scenario = "insulinoma-right-lobe"

    @Option(help: "The analyzer's dialect; the scenario's own when left out.")
    var dialect: String?

    @Option(help: "What decides all chance.")
    var seed: UInt64 = 1

    @Option(help: "Simulated seconds a second, or max; 60 on the board, max with --json.")
    var pace: Pace?

    @Flag(help: "Have the analyzer ask what to measure: nobody types anything there.")
    var query = false

    @Flag(help: "Announcements on standard output, one JSON object a line.")
    var json = false

    @Option(help: "The page's port; 8080 or else a free one on the board, and no page with --json.")
    var port: Int?

    @Option(help: "Where the journal is kept; a temporary one when left out.")
    var journal: String?

    @Option(help: "A folder with changed files of the catalogue.")
    var catalogue: String?

    @Option(help: "What goes wrong on the cable, by commas: \(Faults.choices).")
    var faults: String?

    @Option(help: "The share of writes, either way, to which a fault happens: 0 to 0.5.")
    var faultRate = Faults.usualRate

    func run() async throws {
        let catalogue = try Catalogue(folder: catalogue)
        let script = try Script(scenario: scenario, dialect: dialect, catalogue: catalogue)
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let demonstration = Demonstration(
            script: script, seed: seed, pace: pace ?? (json ? .max : .times(60)),
            faults: try faults.map { try Faults(spelled: $0, rate: faultRate) },
            asks: query,
            folder: folder.path, journal: journal ?? folder.path + "/demo.journal")
        let stage = try DemoStage(demonstration)
        Console.say(
            "SIMULATED \(script.scenario.title); \(script.dialect.title), seed \(seed), "
                + "pace \(demonstration.pace)")
        if json {
            try await stage.print(port: port, catalogue: catalogue)
        } else {
            try await stage.show(port: port ?? FreePort.number, catalogue: catalogue)
        }
    }
}
