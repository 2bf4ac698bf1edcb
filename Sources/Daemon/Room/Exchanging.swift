import Lines

/// What the desk waits on: the lines of a room, or those of a simulated one.
protocol Exchanging {
    /// Waits until something happens on a line, a waker is used, or `patience` has passed (nil:
    /// without limit); then says what happened, in order.
    func wait(for patience: Duration?) -> [LineEvent]
    /// Hands `bytes` to `line` without blocking; a closed line drops them.
    func send(_ bytes: [UInt8], to line: String)
    /// Closes every line and opens none, so that analyzers keep what they have; each open line
    /// reports its loss with `reason` at the next wait.
    func pause(reason: String)
    /// Opens the lines again.
    func resume()
}
