public import ArgumentParser
public import Simulator

/// `--pace` on the command line: a multiple of the true pace, or `max`.
extension Pace: ExpressibleByArgument {
    /// Reads `max` or a number above zero; nil for anything else.
    public init?(argument: String) {
        do { try self.init(spelled: argument) } catch { return nil }
    }

    /// How a default is shown in the help: as it would be typed.
    public var defaultValueDescription: String { description }
}
