public import Protocols

/// Every line of a program, and the only place where it waits for them.
///
/// One thread calls ``wait(until:)`` in a loop; it never returns for the sake of a line that has
/// nothing to say, and no line keeps another waiting: every read, write, connect and accept is
/// non-blocking, and in one turn each line is read once, 16 KiB at most. Loss is seen in the turn
/// in which the kernel reports it, and the dead descriptor is closed in that turn, so that an
/// adapter which comes back gets its old name.
///
/// ```swift
/// let exchange = try Exchange(lines: [.init(name: "lab", address: address, settings: settings)])
/// while true {
///     for event in exchange.wait(until: station.deadline) { … }
/// }
/// ```
public final class Exchange {
    /// A line as configured.
    public struct Line: Sendable, Equatable {
        /// Its name; a listening line's connections are `name#1`, `name#2` and so on.
        public var name: String
        /// Where it is.
        public var address: LineAddress
        /// How it is set; of no meaning to TCP.
        public var settings: LineSettings

        /// A line; see the properties.
        public init(name: String, address: LineAddress, settings: LineSettings = .init()) {
            self.name = name
            self.address = address
            self.settings = settings
        }
    }

    /// Ends a wait from another thread.
    public let waker: Waker

    private let clock = ContinuousClock()
    private let keepers: [Keeper]
    private var watch = Watch()
    private var events: [LineEvent] = []

    /// Takes charge of `lines`, each with a name of its own; the first wait opens them.
    ///
    /// - Throws: ``LineError`` when the waker cannot be made; a line that cannot be opened is
    ///   reported by ``wait(until:)`` instead, and tried again.
    public init(lines: [Line], waker: Waker? = nil) throws(LineError) {
        let own: Waker
        if let waker { own = waker } else { own = try Waker() }
        let now = clock.now
        self.waker = own
        keepers = lines.map { Keeper($0, waker: own, at: now) }
    }

    deinit { close() }

    /// Waits for the next events.
    ///
    /// - Returns: what happened, in order for each line; nothing when the deadline came or the
    ///   waker was used.
    public func wait(until deadline: ContinuousClock.Instant?) -> [LineEvent] {
        while true {
            let now = clock.now
            for keeper in keepers { keeper.open(at: now, into: &events) }
            let isWoken = turn(until: events.isEmpty ? deadline : clock.now)
            defer { events = [] }
            if !events.isEmpty || isWoken { return events }
            if let deadline, deadline <= clock.now { return [] }
        }
    }

    /// Sends bytes without waiting: what the port does not take now is written during the waits.
    ///
    /// Bytes for a line that is not open are dropped, since its loss has been told. When more than
    /// 256 KiB pile up, the line is lost: what is on it is garbled from there anyway.
    ///
    /// - Returns: false when no open line has this name.
    @discardableResult
    public func send(_ bytes: [UInt8], to line: String) -> Bool {
        guard !bytes.isEmpty else { return true }
        return keepers.contains { $0.send(bytes, to: line, at: clock.now, into: &events) }
    }

    /// Closes every line for good; no event tells of it.
    public func close() {
        for keeper in keepers { keeper.close() }
    }

    /// Waits once and serves every line; true when the waker ended it.
    private func turn(until deadline: ContinuousClock.Instant?) -> Bool {
        watch.removeAll()
        let wakerPlace = watch.add(waker.descriptor)
        for keeper in keepers { keeper.register(in: &watch) }
        var next = deadline
        for keeper in keepers {
            if let due = keeper.deadline { next = min(next ?? due, due) }
        }
        watch.wait(next.map { clock.now.duration(to: $0) })
        // Before serving: a wake for what is found too early below must end the next wait.
        let isWoken = watch.outcome(at: wakerPlace) != 0
        if isWoken { waker.rest() }
        let now = clock.now
        for keeper in keepers { keeper.serve(watch, at: now, into: &events) }
        return isWoken
    }
}
