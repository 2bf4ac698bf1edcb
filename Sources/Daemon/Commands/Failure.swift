import ArgumentParser
import Settings
import Simulator

/// What was asked for failed, in one sentence: ends the program with status 1, or with 2 when the
/// words or the configuration it was given are at fault.
struct Failure: Error, CustomStringConvertible {
    var description: String
    var status: Int32 = 1
}

extension Failure {
    /// The status that `error` ends the program with.
    static func status(of error: any Error) -> Int32 {
        switch error {
        case let failure as Failure: failure.status
        case is SettingsError, is WebAddressError, is ScenarioProblem: 2
        case let code as ExitCode: code.rawValue
        default: 1
        }
    }
}
