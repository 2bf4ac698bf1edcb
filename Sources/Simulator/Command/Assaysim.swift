import ArgumentParser
import Foundation
import Lines
import Settings
import Simulator

/// The simulated analyzer, and the imagined patients, teams and laboratories that feed it.
@main
struct Assaysim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assaysim",
        abstract: "Plays an analyzer during an imagined procedure; all of it is SIMULATED.",
        version: "0.1.0",
        subcommands: [
            RunCommand.self, EvaluateCommand.self, ScenariosCommand.self, DialectsCommand.self,
        ])

    /// Runs what was asked for and ends with status 0, 1 when it failed, or 2 when the words, a
    /// file or the line's address were wrong.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as ScenarioProblem {
            end(with: error)
        } catch let error as SettingsError {
            end(with: error)
        } catch let error as LineError {
            end(with: error)
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            say(fullMessage(for: error))
            Foundation.exit(2)
        }
    }

    private static func end(with error: any Error) -> Never {
        say("\(error)")
        Foundation.exit(2)
    }
}
