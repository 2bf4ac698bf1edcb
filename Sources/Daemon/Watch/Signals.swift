import UnixSignals

/// Waits for ^C or the end that a service manager asks for.
enum Signals {
    /// Returns when either comes; they do not end the program by themselves any more.
    static func wait() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { return }
    }
}
