import Lines

/// The real lines of a room, which can be closed for a while without an end of the program.
final class LineExchange: Exchanging {
    private let lines: [Exchange.Line]
    private let waker: Waker
    private var exchange: Exchange
    private var isPaused = false
    private var open: [String] = []
    private var losses: [LineEvent] = []

    /// Takes charge of `lines`; the first wait opens them, and `waker` ends waits.
    init(lines: [Exchange.Line], waker: Waker) throws(LineError) {
        (self.lines, self.waker) = (lines, waker)
        exchange = try Exchange(lines: lines, waker: waker)
    }

    func wait(for patience: Duration?) -> [LineEvent] {
        if !losses.isEmpty {
            defer { losses = [] }
            return losses
        }
        let events = exchange.wait(until: patience.map { ContinuousClock.now + $0 })
        for event in events { note(event) }
        return events
    }

    func send(_ bytes: [UInt8], to line: String) { exchange.send(bytes, to: line) }

    func pause(reason: String) {
        guard !isPaused else { return }
        losses += open.map { .lost(line: $0, reason: reason) }
        (open, isPaused) = ([], true)
        replace(lines: [])
    }

    func resume() {
        guard isPaused else { return }
        isPaused = false
        replace(lines: lines)
    }

    private func replace(lines: [Exchange.Line]) {
        exchange.close()
        // Only a missing waker makes this throw, and there is one.
        if let next = try? Exchange(lines: lines, waker: waker) { exchange = next }
    }

    private func note(_ event: LineEvent) {
        switch event {
        case .opened(let line, _): open.append(line)
        case .lost(let line, _): open.removeAll { $0 == line }
        case .bytes: break
        }
    }
}
