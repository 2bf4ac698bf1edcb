import ArgumentParser

/// The daemon beside the analyzer, and every tool that belongs to it.
@main
struct Stepupd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stepupd",
        abstract: "Reads timed hormone results off an analyzer and shows which injections step up.",
        discussion: "For research and decision support; not a certified medical device.",
        version: "0.1.0",
        subcommands: [ListenCommand.self, PortsCommand.self])
}
