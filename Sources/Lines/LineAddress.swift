/// Where a line is: what stands behind `address:` in a configuration.
///
/// - `serial:/dev/serial/by-id/…`, `serial:/dev/ttyS0`: a serial port by its path;
/// - `usb:0403:6001`, `usb:0403:6001:A1`: the USB adapter with this vendor, product and, when
///   given, serial number, whatever it is called today;
/// - `tty:/dev/pts/3`: a terminal that is no serial port;
/// - `/dev/…`: a serial port, or else a terminal;
/// - `pty:/path/of/link`: a pseudo-terminal that is made, and a link to its other end; `pty:` makes
///   no link;
/// - `tcp:HOST:PORT`: a serial device server that is called;
/// - `listen:HOST:PORT`: analyzers that call; each connection is a line `NAME#1`, `NAME#2` …
public enum LineAddress: Sendable, Hashable {
    case serial(path: String)
    case usb(USBIdentity)
    case terminal(path: String)
    case device(path: String)
    case pseudoTerminal(link: String?)
    case tcp(Endpoint)
    case listen(Endpoint)

    /// Reads the forms above.
    ///
    /// - Throws: ``LineError/notAnAddress(_:why:)``, which says what was expected.
    public init(parsing text: String) throws(LineError) {
        if text.hasPrefix("/") {
            self = .device(path: text)
            return
        }
        guard let colon = text.firstIndex(of: ":") else {
            throw .notAnAddress(text, why: "it starts with none of \(Self.schemes)")
        }
        let rest = String(text[text.index(after: colon)...])
        switch text[..<colon] {
        case "serial": self = .serial(path: try Self.path(rest, of: text))
        case "tty": self = .terminal(path: try Self.path(rest, of: text))
        case "pty" where rest.isEmpty: self = .pseudoTerminal(link: nil)
        case "pty": self = .pseudoTerminal(link: try Self.path(rest, of: text))
        case "usb": self = .usb(try USBIdentity(parsing: rest, of: text))
        case "tcp": self = .tcp(try Endpoint(parsing: rest, of: text, lowest: 1))
        case "listen": self = .listen(try Endpoint(parsing: rest, of: text, lowest: 0))
        default: throw .notAnAddress(text, why: "it starts with none of \(Self.schemes)")
        }
    }

    private static let schemes = "'serial:', 'usb:', 'tty:', 'pty:', 'tcp:', 'listen:' or '/'"

    private static func path(_ path: String, of text: String) throws(LineError) -> String {
        guard path.hasPrefix("/"), !path.utf8.contains(0) else {
            throw .notAnAddress(text, why: "a path that begins with '/' must follow the colon")
        }
        return path
    }
}

extension LineAddress: CustomStringConvertible {
    /// The form that ``init(parsing:)`` reads.
    public var description: String {
        switch self {
        case .serial(let path): "serial:\(path)"
        case .usb(let identity): "usb:\(identity)"
        case .terminal(let path): "tty:\(path)"
        case .device(let path): path
        case .pseudoTerminal(let link): "pty:\(link ?? "")"
        case .tcp(let endpoint): "tcp:\(endpoint)"
        case .listen(let endpoint): "listen:\(endpoint)"
        }
    }
}
