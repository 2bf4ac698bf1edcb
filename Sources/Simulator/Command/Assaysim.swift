import ArgumentParser

/// The simulated analyzer, and the imagined patients, teams and laboratories that feed it.
@main
struct Assaysim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assaysim",
        abstract:
            "Plays an immunoassay analyzer during an imagined procedure; all of it SIMULATED.",
        version: "0.1.0", subcommands: [RunCommand.self, ScenariosCommand.self])
}
