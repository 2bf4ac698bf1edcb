import ArgumentParser
import Settings
import Simulator

/// What is played: the options that every command which plays a scenario has.
struct ScenarioOptions: ParsableArguments {
    @Option(help: "A scenario of config/scenarios by its name, or a file's path.")
    var scenario = "insulinoma-right-lobe"

    @Option(help: "A folder whose files take the place of the shipped ones.")
    var config: String?

    @Option(help: "What decides all chance.")
    var seed: UInt64 = 1

    @Option(
        help: "What goes wrong on the cable, by commas: \(Faults.choices). See assaysim dialects.")
    var faults: String?

    @Option(help: "The share of writes, either way, to which a fault happens: 0 to 0.5.")
    var faultRate = Faults.usualRate

    /// The files that are used.
    func catalogue() throws -> Catalogue { try Catalogue(folder: config) }

    /// The faults that are asked for; nil when the scenario's own hold.
    func chosenFaults() throws -> Faults? {
        try faults.map { try Faults(spelled: $0, rate: faultRate) }
    }
}
