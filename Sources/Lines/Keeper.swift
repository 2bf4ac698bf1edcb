internal import Protocols

/// Keeps one configured line open: notices its loss, closes it at once, and opens it again.
///
/// A loss is told once. While the line stays closed, it is told again only when what keeps it
/// closed is something that a person can cure: no permission, another program, wrong settings.
final class Keeper {
    private let line: Exchange.Line
    private let waker: Waker
    private var attachment: (any Attachment)?
    private var opened: ContinuousClock.Instant?
    private var retry: ContinuousClock.Instant?
    private var pace = Pace()
    private var told: Set<LineError.Kind> = []

    init(_ line: Exchange.Line, waker: Waker, at now: ContinuousClock.Instant) {
        self.line = line
        self.waker = waker
        retry = now
    }

    /// When ``advance(at:into:)`` has something to do though nothing happened.
    var deadline: ContinuousClock.Instant? { attachment?.deadline ?? retry }

    func register(in watch: inout Watch) { attachment?.register(in: &watch) }

    /// Opens the line when that is due.
    func open(at now: ContinuousClock.Instant, into events: inout [LineEvent]) {
        guard attachment == nil, let retry, retry <= now else { return }
        do throws(LineError) {
            let (attachment, detail) = try attach(at: now)
            self.attachment = attachment
            self.retry = nil
            if let detail {
                note([.opened(line: line.name, detail: detail)], at: now, into: &events)
            }
        } catch {
            lose(error, at: now, into: &events)
        }
    }

    /// Does what the wait found to be possible.
    func serve(
        _ watch: Watch, at now: ContinuousClock.Instant, into events: inout [LineEvent]
    ) {
        var news: [LineEvent] = []
        do throws(LineError) {
            try attachment?.serve(watch, at: now, into: &news)
            note(news, at: now, into: &events)
        } catch {
            note(news, at: now, into: &events)
            lose(error, at: now, into: &events)
        }
    }

    /// Sends bytes when the line, or the connection of it, has this name; false when it has not.
    func send(
        _ bytes: [UInt8], to name: String, at now: ContinuousClock.Instant,
        into events: inout [LineEvent]
    ) -> Bool {
        do throws(LineError) {
            return try attachment?.send(bytes, to: name) ?? false
        } catch {
            lose(error, at: now, into: &events)
            return true
        }
    }

    func close() {
        attachment?.close()
        attachment = nil
        retry = nil
    }

    /// Passes events on, and sees whether the line is open now.
    private func note(
        _ news: [LineEvent], at now: ContinuousClock.Instant, into events: inout [LineEvent]
    ) {
        if opened == nil, case .opened? = news.first {
            opened = now
            told = []
        }
        events += news
    }

    private func lose(
        _ error: LineError, at now: ContinuousClock.Instant, into events: inout [LineEvent]
    ) {
        attachment?.close()
        attachment = nil
        if let opened { pace.restart(after: opened.duration(to: now)) }
        opened = nil
        retry = now + pace.slow()
        if told.isEmpty || error.kind != .away, told.insert(error.kind).inserted {
            events.append(.lost(line: line.name, reason: error.description))
        }
    }

    /// Opens the line's port, or begins to; the detail is nil as long as it is not open.
    private func attach(
        at now: ContinuousClock.Instant
    ) throws(LineError) -> (any Attachment, detail: String?) {
        let port: any OpenPort
        switch line.address {
        case .serial(let path): port = try SerialPort(path: path, settings: line.settings)
        case .usb(let identity): port = try SerialPort(identity, settings: line.settings)
        case .device(let path): port = try Self.device(path, line.settings)
        case .terminal(let path): port = try TerminalLine(path: path, settings: line.settings)
        case .pseudoTerminal(let link): port = try PseudoTerminalLine(link: link)
        case .tcp(let endpoint):
            return (Dial(line.name, endpoint, waker: waker, at: now), nil)
        case .listen(let endpoint): return (try Reception(line.name, endpoint), nil)
        }
        return (Channel(name: line.name, port: port), port.detail)
    }

    /// A serial port, or what libserialport does not take for one.
    private static func device(
        _ path: String, _ settings: LineSettings
    ) throws(LineError) -> any OpenPort {
        SerialPort.isKnown(path)
            ? try SerialPort(path: path, settings: settings)
            : try TerminalLine(path: path, settings: settings)
    }
}

extension LineError {
    /// What a person must do about it.
    enum Kind {
        /// Wait, or plug it in.
        case away
        /// Get the permission.
        case forbidden
        /// End the other program.
        case busy
        /// Mend the configuration.
        case unsuitable
    }

    var kind: Kind {
        switch self {
        case .missing, .absent, .hungUp, .ended, .unreachable, .stalled, .full, .system: .away
        case .forbidden: .forbidden
        case .busy, .taken: .busy
        case .notAnAddress, .ambiguous, .unsuitable: .unsuitable
        }
    }
}
