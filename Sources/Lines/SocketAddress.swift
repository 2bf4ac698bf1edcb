internal import CLinux
internal import Glibc

/// An IPv4 or IPv6 address and a port, as the kernel takes it.
struct SocketAddress: Sendable {
    private var storage = sockaddr_storage()
    private var size = socklen_t(MemoryLayout<sockaddr_storage>.size)

    /// `AF_INET` or `AF_INET6`.
    var family: Int32 { Int32(storage.ss_family) }

    /// Every address of the host; waits for name servers unless `isNumeric`.
    ///
    /// - Throws: ``LineError/unreachable(_:why:)`` with the resolver's own words.
    static func all(
        of endpoint: Endpoint, isNumeric: Bool
    ) throws(LineError) -> [SocketAddress] {
        var wanted = addrinfo()
        wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        wanted.ai_flags = AI_NUMERICSERV | (isNumeric ? AI_NUMERICHOST : 0)
        var list: UnsafeMutablePointer<addrinfo>?
        let outcome = getaddrinfo(endpoint.host, String(endpoint.port), &wanted, &list)
        guard outcome == 0 else {
            throw .unreachable("\(endpoint)", why: String(cString: gai_strerror(outcome)))
        }
        defer { freeaddrinfo(list) }
        return sequence(first: list, next: { $0?.pointee.ai_next }).prefix { $0 != nil }
            .compactMap { $0 }.map { SocketAddress($0.pointee) }
    }

    private init(_ info: addrinfo) {
        size = min(info.ai_addrlen, size)
        withUnsafeMutableBytes(of: &storage) { bytes in
            bytes.copyMemory(from: UnsafeRawBufferPointer(start: info.ai_addr, count: Int(size)))
        }
    }

    private init() {}

    /// Hands the address to a system call.
    func withPointer<R>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
        withUnsafePointer(to: storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
        }
    }

    /// Has a system call fill in an address: `accept`, `getsockname`.
    static func filled(
        by call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> (address: SocketAddress, outcome: Int32) {
        var address = SocketAddress()
        var size = address.size
        let outcome = withUnsafeMutablePointer(to: &address.storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &size) }
        }
        address.size = size
        return (address, outcome)
    }

    /// The address in figures.
    var endpoint: Endpoint? {
        var host = [UInt8](repeating: 0, count: Int(NI_MAXHOST))
        var port = [UInt8](repeating: 0, count: Int(NI_MAXSERV))
        let outcome = host.withUnsafeMutableBytes { host in
            port.withUnsafeMutableBytes { port in
                withPointer { address, size in
                    getnameinfo(
                        address, size, host.bindMemory(to: CChar.self).baseAddress,
                        socklen_t(host.count), port.bindMemory(to: CChar.self).baseAddress,
                        socklen_t(port.count), NI_NUMERICHOST | NI_NUMERICSERV)
                }
            }
        }
        guard outcome == 0,
            let number = UInt16(String(decoding: port.prefix { $0 != 0 }, as: UTF8.self))
        else { return nil }
        return Endpoint(
            host: String(decoding: host.prefix { $0 != 0 }, as: UTF8.self), port: number)
    }
}
