import ArgumentParser
import Foundation

/// The daemon beside the analyzer, and every tool that belongs to it.
@main
struct Stepupd: AsyncParsableCommand {
    /// The program's version, as it stands in journals, recordings and the stream.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "stepupd",
        abstract: "Reads timed hormone results off an analyzer and shows which injections step up.",
        discussion: "For research and decision support; not a certified medical device.",
        version: version,
        subcommands: [
            RunCommand.self,
            DemoCommand.self,
            ReplayCommand.self,
            CheckCommand.self,
            PortsCommand.self,
            ListenCommand.self,
            DialectsCommand.self,
            TemplatesCommand.self,
            WatchCommand.self,
            RecordCommand.self,
            VerifyCommand.self,
            BackupCommand.self,
        ])

    /// Runs what was asked for and ends with status 0, 1 when it failed, or 2 when the words or the
    /// configuration were wrong.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let words = fullMessage(for: error)
        if code == .success {
            print(words)
            Foundation.exit(0)
        }
        if code == .validationFailure {
            Console.say(words)
            Foundation.exit(2)
        }
        if !(error is ExitCode) { Console.say("stepupd: \(error)") }
        Foundation.exit(Failure.status(of: error))
    }
}
