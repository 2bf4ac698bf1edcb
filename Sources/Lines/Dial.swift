internal import CLinux
internal import Glibc

/// A call to a serial device server: look its name up, connect, and then be a ``Channel``.
final class Dial: Attachment {
    /// How long one address is tried: a server in the same building answers in milliseconds.
    private static let patience = Duration.seconds(5)

    private enum State {
        case resolving(Lookup)
        case connecting(Int32, SocketAddress)
        case open(Channel)
        case over
    }

    private let name: String
    private let endpoint: Endpoint
    private var state: State
    private var others: ArraySlice<SocketAddress> = []
    private var place: Int?
    private(set) var deadline: ContinuousClock.Instant?

    init(_ name: String, _ endpoint: Endpoint, waker: Waker, at now: ContinuousClock.Instant) {
        self.name = name
        self.endpoint = endpoint
        state = .resolving(Lookup(endpoint, waker: waker))
        deadline = now  // A numeric address is there already.
    }

    func register(in watch: inout Watch) {
        switch state {
        case .connecting(let descriptor, _): place = watch.add(descriptor, POLLOUT)
        case .open(let channel): channel.register(in: &watch)
        case .resolving, .over: break
        }
    }

    func serve(
        _ watch: Watch, at now: ContinuousClock.Instant, into events: inout [LineEvent]
    ) throws(LineError) {
        let outcome = watch.outcome(at: place)
        place = nil
        switch state {
        case .resolving(let lookup):
            deadline = nil
            guard let addresses = try lookup.addresses() else { return }
            others = addresses[...]
            try connect(at: now, since: "it has no address")
        case .connecting(let descriptor, _) where outcome != 0:
            try settle(descriptor, at: now, into: &events)
        case .connecting where deadline.map { $0 <= now } ?? false:
            try connect(at: now, since: "it does not answer")
        case .open(let channel): try channel.serve(watch, at: now, into: &events)
        case .connecting, .over: break
        }
    }

    func send(_ bytes: [UInt8], to name: String) throws(LineError) -> Bool {
        guard case .open(let channel) = state else { return false }
        return try channel.send(bytes, to: name)
    }

    func close() {
        switch state {
        case .connecting(let descriptor, _): _ = Glibc.close(descriptor)
        case .open(let channel): channel.close()
        case .resolving, .over: break
        }
        state = .over
    }

    /// Begins to connect to the next address.
    private func connect(
        at now: ContinuousClock.Instant, since reason: String
    ) throws(LineError) {
        close()
        guard let address = others.popFirst() else {
            throw .unreachable("\(endpoint)", why: reason)
        }
        let descriptor = try Socket.make(address.family, for: "\(endpoint)")
        state = .connecting(descriptor, address)
        deadline = now + Self.patience
        let outcome = address.withPointer { Glibc.connect(descriptor, $0, $1) }
        if outcome != 0, errno != EINPROGRESS {
            try connect(at: now, since: String(cString: strerror(errno)))
        }
    }

    /// Is connected, or tries the next address.
    private func settle(
        _ descriptor: Int32, at now: ContinuousClock.Instant, into events: inout [LineEvent]
    ) throws(LineError) {
        let code = Socket.outcome(of: descriptor)
        guard code == 0 else {
            try connect(at: now, since: String(cString: strerror(code)))
            return
        }
        deadline = nil
        state = .open(
            Channel(name: name, port: Socket(descriptor, detail: "\(endpoint)")))
        events.append(.opened(line: name, detail: "\(endpoint)"))
    }
}
