internal import CLinux
internal import Glibc

/// A TCP connection as a line.
final class Socket: OpenPort {
    let descriptor: Int32
    let detail: String
    private var isOpen = true

    /// Takes charge of a connected socket; `detail` names the other side.
    ///
    /// A closed or reset connection is seen at once. A dead network says nothing: keep-alive finds
    /// it within 25 s, or, when bytes wait to be acknowledged, after 15 s, the time that a sender
    /// of E1381 waits for its ACK. A connection that is merely quiet is never closed.
    init(_ descriptor: Int32, detail: String) {
        self.descriptor = descriptor
        self.detail = detail
        Descriptor(number: descriptor).prepare()
        Self.set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1)
        Self.set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPIDLE, 10)
        Self.set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPINTVL, 5)
        Self.set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPCNT, 3)
        Self.set(descriptor, Int32(IPPROTO_TCP), TCP_USER_TIMEOUT, 15_000)
        Self.set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    }

    /// Writes without the signal that a closed connection would raise.
    func write(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { buffer in
            while true {
                let count = Glibc.send(
                    descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
                if count >= 0 { return count }
                if errno == EAGAIN { return 0 }
                if errno != EINTR { return -Int(errno) }
            }
        }
    }

    func loss(code: Int32) -> LineError {
        [0, EPIPE, ECONNRESET].contains(code)
            ? .ended(detail) : .unreachable(detail, why: String(cString: strerror(code)))
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        _ = Glibc.close(descriptor)
    }

    /// A socket that is not connected yet and never waits.
    static func make(_ family: Int32, for name: String) throws(LineError) -> Int32 {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(family, type, 0)
        guard descriptor >= 0 else { throw .system(name, doing: "making a socket", code: errno) }
        return descriptor
    }

    static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// How the connecting went; 0 when well.
    static func outcome(of descriptor: Int32) -> Int32 {
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno
    }
}
