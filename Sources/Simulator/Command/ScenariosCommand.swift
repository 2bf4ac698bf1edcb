import ArgumentParser
import Settings
import Simulator

/// `assaysim scenarios`: what can be played.
struct ScenariosCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenarios", abstract: "Lists the scenarios that are shipped.")

    @Option(help: "A folder whose files take the place of the shipped ones.")
    var config: String?

    func run() throws {
        let catalogue = try Catalogue(folder: config)
        for name in catalogue.names(in: "scenarios") {
            let script = try Script(scenario: name, catalogue: catalogue)
            print("\(name)\t\(script.scenario.title)")
        }
    }
}
