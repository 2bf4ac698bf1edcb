/// Where the web server listens: `HOST:PORT`, loopback only.
struct WebAddress: Sendable, Equatable, CustomStringConvertible {
    /// Where everybody looks who says nothing else: the settings' own default.
    static let standard = WebAddress(host: "127.0.0.1", port: 8080)

    let host: String
    /// 0 lets the system choose.
    let port: Int

    private init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `127.0.0.1:8080`, `localhost:8080` or `[::1]:8080`.
    init(parsing text: String) throws(WebAddressError) {
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { throw .malformed(text) }
        let host = text[..<colon].drop { $0 == "[" }.prefix { $0 != "]" }
        guard Self.isLoopback(host) else { throw .wide(text) }
        self.init(host: String(host), port: Int(port))
    }

    /// True for the names and addresses that never leave this machine (RFC 1122 3.2.1.3, RFC 4291
    /// 2.5.3, RFC 6761 6.3).
    static func isLoopback(_ host: some StringProtocol) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// Why an address is not listened on.
enum WebAddressError: Error, Equatable, CustomStringConvertible {
    case malformed(String)
    case wide(String)

    var description: String {
        switch self {
        case .malformed(let text):
            "'\(text)' is no web address: say HOST:PORT, as in 127.0.0.1:8080"
        case .wide(let text):
            "'\(text)' can be reached from outside, and this version has neither TLS nor accounts: "
                + "listen on 127.0.0.1 and reach it through 'ssh -L 8080:127.0.0.1:8080 HOST'"
        }
    }
}
