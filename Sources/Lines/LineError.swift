internal import Glibc

/// Why a line cannot be opened, or is lost: each one sentence that names the port and the cure.
public enum LineError: Error, Equatable, Sendable {
    /// The text is no line address.
    case notAnAddress(String, why: String)
    /// Nothing has this path.
    case missing(String)
    /// No USB adapter of this identity is plugged in.
    case absent(USBIdentity)
    /// More than one adapter has this identity.
    case ambiguous(USBIdentity, ports: [String])
    /// The system forbids it; `group` may.
    case forbidden(String, group: String)
    /// Another program has the port.
    case busy(String, PortHolder?)
    /// Another program listens on this host and port.
    case taken(String)
    /// It is there but cannot be a line, or not with these settings.
    case unsuitable(String, why: String)
    /// The port vanished or its other end was closed.
    case hungUp(String)
    /// The other side ended the connection.
    case ended(String)
    /// No connection to this host and port.
    case unreachable(String, why: String)
    /// The port takes no bytes, and `waiting` of them have piled up.
    case stalled(String, waiting: Int)
    /// A listening line has as many connections as it may have.
    case full(String, limit: Int)
    /// A system call failed.
    case system(String, doing: String, code: Int32)
}

extension LineError: CustomStringConvertible {
    /// The sentence for people.
    public var description: String {
        switch self {
        case .notAnAddress(let text, let why): "'\(text)' is not a line address: \(why)."
        case .missing(let port):
            "\(port) is not there: plug it in, or find its new name with 'stepupd ports'."
        case .absent(let identity):
            "No USB adapter \(identity) is plugged in: plug it in, or see 'stepupd ports'."
        case .ambiguous(let identity, let ports):
            "usb:\(identity) may be any of \(ports.joined(separator: ", ")): "
                + "add the serial number, or use the by-id path that 'stepupd ports' shows."
        case .forbidden(let port, let group):
            "No permission to open \(port): run 'sudo usermod -aG \(group) \(Self.user)', "
                + "then log in again."
        case .busy(let port, let holder?):
            "\(port) is in use by \(holder): end that program, or run 'kill \(holder.pid)'."
        case .busy(let port, nil):
            "\(port) is in use by another program: see which with 'sudo fuser -v \(port)'."
        case .taken(let endpoint):
            "\(endpoint) is in use by another program: see which with 'sudo ss -ltnp'."
        case .unsuitable(let port, let why): "\(port) cannot be a line: \(why)."
        case .hungUp(let port): "\(port) hung up: unplugged, or its other end was closed."
        case .ended(let peer): "\(peer) ended the connection."
        case .unreachable(let peer, let why): "No connection to \(peer): \(why)."
        case .stalled(let port, let waiting):
            "\(port) takes no bytes: \(waiting) of them wait to be sent."
        case .full(let port, let limit):
            "\(port) refused a connection: \(limit) are open, as many as one line may have."
        case .system(let port, let doing, let code):
            "\(port): \(doing) failed: \(String(cString: strerror(code)))."
        }
    }

    /// The sentence for what a system call on `port` reported.
    static func opening(_ port: String, code: Int32) -> LineError {
        switch code {
        case ENOENT, ENODEV, ENXIO, ENOTDIR: .missing(port)
        case EACCES, EPERM: .forbidden(port, group: owningGroup(of: port))
        case EBUSY, EWOULDBLOCK: .busy(port, PortHolder.find(holding: port))
        case EIO: .hungUp(port)
        default: .system(port, doing: "opening", code: code)
        }
    }

    private static var user: String {
        getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "$USER"
    }

    /// The group that may use the port: `dialout` on Debian, `uucp` elsewhere.
    private static func owningGroup(of port: String) -> String {
        var status = stat()
        guard stat(port, &status) == 0, status.st_gid != 0, let entry = getgrgid(status.st_gid)
        else { return "dialout" }
        return String(cString: entry.pointee.gr_name)
    }
}
