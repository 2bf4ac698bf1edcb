/// A host and a TCP port.
public struct Endpoint: Sendable, Hashable {
    /// A name, or an address without brackets.
    public var host: String
    /// The port; 0 lets the kernel choose one to listen on.
    public var port: UInt16

    /// An endpoint; see the properties.
    public init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT` or `[ADDRESS]:PORT`, the rest of the address `text`.
    init(parsing rest: String, of text: String, lowest: UInt16) throws(LineError) {
        guard let colon = rest.lastIndex(of: ":") else {
            throw .notAnAddress(text, why: "a host, a colon and a port must follow")
        }
        guard let port = UInt16(rest[rest.index(after: colon)...]), port >= lowest else {
            throw .notAnAddress(text, why: "the port must be a number from \(lowest) to 65535")
        }
        var host = rest[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw .notAnAddress(text, why: "an IPv6 address stands in brackets: [::1]:4000")
        }
        guard !host.isEmpty, !host.utf8.contains(0) else {
            throw .notAnAddress(text, why: "the host is missing")
        }
        self.init(host: String(host), port: port)
    }
}

extension Endpoint: CustomStringConvertible {
    /// `HOST:PORT`, with brackets around an IPv6 address.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
