internal import CLinux
internal import Glibc

/// A place where analyzers call; each connection is a line of its own.
///
/// The lines are `NAME#1`, `NAME#2` and so on. A connection gets the lowest number that is free, so
/// that the lines of a room stay few. One that ends is told as lost and not waited for; the others
/// and the place itself go on.
final class Reception: Attachment {
    /// Connections at a time: a laboratory's middleware opens one or two for each analyzer.
    static let limit = 16

    private let name: String
    private let descriptor: Int32
    private let endpoint: Endpoint
    private var channels: [Int: Channel] = [:]
    private var place: Int?
    private var isAnnounced = false
    private var hasRefused = false
    private var broken: [(channel: Channel, error: LineError)] = []

    init(_ name: String, _ endpoint: Endpoint) throws(LineError) {
        self.name = name
        let address = try Self.address(of: endpoint)
        let descriptor = try Socket.make(address.family, for: "\(endpoint)")
        self.descriptor = descriptor
        Socket.set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        guard address.withPointer({ bind(descriptor, $0, $1) }) == 0, listen(descriptor, 16) == 0
        else {
            let code = errno
            _ = Glibc.close(descriptor)
            throw code == EADDRINUSE
                ? .taken("\(endpoint)")
                : .system("\(endpoint)", doing: "listening", code: code)
        }
        let bound = SocketAddress.filled { getsockname(descriptor, $0, $1) }
        self.endpoint = bound.address.endpoint ?? endpoint
    }

    /// At once, when something is still to be told.
    var deadline: ContinuousClock.Instant? { isAnnounced && broken.isEmpty ? nil : .now }

    func register(in watch: inout Watch) {
        place = watch.add(descriptor)
        for channel in channels.values { channel.register(in: &watch) }
    }

    func serve(
        _ watch: Watch, at now: ContinuousClock.Instant, into events: inout [LineEvent]
    ) throws(LineError) {
        if !isAnnounced { events.append(.opened(line: name, detail: "listens on \(endpoint)")) }
        isAnnounced = true
        for (channel, error) in broken { tell(channel, error, into: &events) }
        broken = []
        for (number, channel) in channels.sorted(by: { $0.key < $1.key }) {
            do throws(LineError) {
                try channel.serve(watch, at: now, into: &events)
            } catch {
                channel.close()
                channels[number] = nil
                tell(channel, error, into: &events)
            }
        }
        if watch.outcome(at: place) != 0 { try accept(into: &events) }
        place = nil
    }

    func send(_ bytes: [UInt8], to name: String) throws(LineError) -> Bool {
        guard let (number, channel) = channels.first(where: { $0.value.name == name }) else {
            return false
        }
        do throws(LineError) {
            return try channel.send(bytes, to: name)
        } catch {
            // The loss of one connection is not that of the others: it is told in the next turn.
            channel.close()
            channels[number] = nil
            broken.append((channel, error))
            return true
        }
    }

    func close() {
        for channel in channels.values { channel.close() }
        channels = [:]
        _ = Glibc.close(descriptor)
    }

    private func tell(_ channel: Channel, _ error: LineError, into events: inout [LineEvent]) {
        hasRefused = false
        events.append(.lost(line: channel.name, reason: error.description))
    }

    /// The address to listen on; names are not looked up, since that may wait for name servers.
    private static func address(of endpoint: Endpoint) throws(LineError) -> SocketAddress {
        let host = endpoint.host == "localhost" ? "127.0.0.1" : endpoint.host
        let numeric = Endpoint(host: host, port: endpoint.port)
        guard let address = try? SocketAddress.all(of: numeric, isNumeric: true).first else {
            throw .unsuitable(
                "listen:\(endpoint)",
                why: "a line listens on an address in figures, such as 0.0.0.0 or 127.0.0.1")
        }
        return address
    }

    private func accept(into events: inout [LineEvent]) throws(LineError) {
        let (address, socket) = SocketAddress.filled { [descriptor] in
            accept4(
                descriptor, $0, $1, Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
        }
        guard socket >= 0 else {
            switch errno {
            case EAGAIN, EINTR, ECONNABORTED, EPROTO: return
            default: throw .system("\(endpoint)", doing: "taking a call", code: errno)
            }
        }
        guard let number = (1...Self.limit).first(where: { channels[$0] == nil }) else {
            _ = Glibc.close(socket)
            refuse(into: &events)
            return
        }
        let line = "\(name)#\(number)"
        let peer = address.endpoint.map { "\($0)" } ?? "a caller"
        channels[number] = Channel(name: line, port: Socket(socket, detail: peer))
        events.append(.opened(line: line, detail: peer))
    }

    /// Tells of refused calls once, until a connection ends.
    private func refuse(into events: inout [LineEvent]) {
        guard !hasRefused else { return }
        hasRefused = true
        let error = LineError.full("\(endpoint)", limit: Self.limit)
        events.append(.lost(line: "\(name)#\(Self.limit + 1)", reason: error.description))
    }
}
