import NIOCore
import NIOHTTP1
import NIOPosix

/// One request to a stepupd over plain HTTP/1.1, its answer read as it comes.
struct WebClient: Sendable {
    /// Where the daemon is.
    let address: WebURL

    /// What is asked.
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    /// An answer's beginning.
    struct Answer: Sendable {
        let status: Int
        let headers: [(name: String, value: String)]

        /// The value of header `name`, in whatever case it was sent.
        func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    /// Seconds to wait for a connection: on loopback it stands at once or never.
    private static let patience: Int64 = 5

    /// Sends one request and hands the answer's beginning and its pieces to `read` in turn, until
    /// the answer ends or `read` says false.
    func request(
        _ method: Method = .get, _ path: String, headers: [(String, String)] = [],
        body: [UInt8] = [],
        read: (Answer, [UInt8]) async throws -> Bool
    ) async throws {
        var head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: method.rawValue), uri: path)
        head.headers = HTTPHeaders([("Connection", "close")] + headers)
        if !head.headers.contains(name: "Host") {
            head.headers.add(name: "Host", value: address.authority)
        }
        if method == .post { head.headers.add(name: "Content-Length", value: "\(body.count)") }
        let channel = try await connect(asking: head, body)
        try await channel.executeThenClose { inbound in
            var answer: Answer?
            for try await part in inbound {
                switch part {
                case .head(let head):
                    answer = Answer(status: Int(head.status.code), headers: Array(head.headers))
                    guard let answer, try await read(answer, []) else { return }
                case .body(let piece):
                    guard let answer, try await read(answer, Array(piece.readableBytesView)) else {
                        return
                    }
                case .end: return
                }
            }
        }
    }

    private typealias Channel = NIOAsyncChannel<HTTPClientResponsePart, Never>

    private func connect(asking head: HTTPRequestHead, _ body: [UInt8]) async throws -> Channel {
        try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.seconds(Self.patience))
            .connect(host: address.host, port: address.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(Question(head: head, body: body))
                    return try Channel(wrappingChannelSynchronously: channel)
                }
            }
    }
}

/// Sends a request in the moment in which the connection stands.
///
/// A server closes a connection on which nothing is asked for ten seconds, and on a busy machine
/// whoever waits for the connection may be that late. What becomes of the sending, the answer says.
private final class Question: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let head: HTTPRequestHead
    private let body: [UInt8]

    init(head: HTTPRequestHead, body: [UInt8]) { (self.head, self.body) = (head, body) }

    func channelActive(context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.fireChannelActive()
    }
}

/// `http://HOST:PORT`, and nothing more.
struct WebURL: Sendable, Equatable {
    let host: String
    let port: Int

    /// The Host header's value.
    var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// Reads `http://127.0.0.1:8080/`; the scheme, the port and the slash may be left out.
    init(parsing text: String) throws(WebURLError) {
        if text.hasPrefix("https://") { throw .encrypted }
        let rest = (text.hasPrefix("http://") ? text.dropFirst(7) : text[...]).prefix { $0 != "/" }
        let isBracketed = rest.first == "["
        let name = isBracketed ? rest.dropFirst().prefix { $0 != "]" } : rest.prefix { $0 != ":" }
        let tail = rest.dropFirst(name.count + (isBracketed ? 2 : 0))
        guard !name.isEmpty else { throw .malformed(text) }
        guard let port = tail.isEmpty ? 8080 : UInt16(tail.dropFirst()).map(Int.init),
            tail.isEmpty || tail.first == ":"
        else { throw .malformed(text) }
        (host, self.port) = (String(name), port)
    }
}

/// Why a URL is not asked.
enum WebURLError: Error, Equatable, CustomStringConvertible {
    case malformed(String)
    case encrypted

    var description: String {
        switch self {
        case .malformed(let text): "'\(text)' is no address: say http://HOST:PORT"
        case .encrypted:
            "https is not spoken yet: reach the daemon through 'ssh -L 8080:127.0.0.1:8080 HOST'"
        }
    }
}
