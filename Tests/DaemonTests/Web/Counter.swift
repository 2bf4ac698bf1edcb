import Foundation
import Logging
import Settings
import StepUp
import Synchronization

@testable import Daemon

/// A web server on a port of its own, with a station's stand-in behind it.
final class Counter: Sendable {
    let broadcast = Broadcast(anchor: "J") { WallTime(nanoseconds: 0) }
    private let marks = Mutex<[Mark]>([])

    /// The marks that arrived, in order.
    var heard: [Mark] { marks.withLock { $0 } }

    var front: Front {
        Front(
            broadcast: broadcast,
            submit: { [self] mark in
                marks.withLock { heard in
                    let again = heard.contains { $0.key == mark.key }
                    heard.append(mark)
                    if case .note("no") = mark.action { return .refused(reason: "Not so.") }
                    return .taken(again: again)
                }
            },
            ask: { question in
                switch question {
                case .procedures: ["P"]
                case .procedure(let id): id == "P" ? ["id": "P"] : nil
                case .lines: ["e411"]
                case .held: [String]()
                case .anatomy: ["regions": [String]()]
                }
            },
            lines: { [Fixture.line()] },
            templates: { ["hepatic": ["title": "Hepatic map"]] },
            plan: { opening in
                if opening.pseudonym == "Jane Doe" { throw Refusal() }
                return opening.template == "hepatic" ? Fixture.plan() : nil
            }, view: { id in id == "P" ? Fixture.view().map { ($0, true) } : nil },
            papers: { (try? Catalogue().papers()) ?? LabelPapers() })
    }

    struct Refusal: Error, CustomStringConvertible {
        var description: String { "A pseudonym has no spaces." }
    }

    /// One answer, whole.
    struct Reply {
        var status = 0
        var headers: [(name: String, value: String)] = []
        var text = ""

        /// The value of header `name`.
        func header(_ name: String) -> String? {
            WebClient.Answer(status: status, headers: headers).header(name)
        }

        /// The answer as an object of JSON.
        var object: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
        }
    }

    /// Serves while `visit` runs, and hands it a client.
    func serve(_ visit: @escaping @Sendable (WebClient) async throws -> Void) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            address: try WebAddress(parsing: "127.0.0.1:0"), front: front,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            listening: { port.yield($0) })
        try await withThrowingTaskGroup { group in
            group.addTask { try await server.run() }
            for await number in ports.prefix(1) {
                try await visit(
                    WebClient(address: try WebURL(parsing: "http://127.0.0.1:\(number)")))
            }
            group.cancelAll()
        }
    }
}

extension WebClient {
    /// Asks and reads the answer to its end, or until `enough`.
    func ask(
        _ method: WebClient.Method = .get, _ path: String, headers: [(String, String)] = [],
        body: String = "", until enough: (String) -> Bool = { _ in false }
    ) async throws -> Counter.Reply {
        var reply = Counter.Reply()
        var bytes: [UInt8] = []
        try await request(method, path, headers: headers, body: [UInt8](body.utf8)) {
            (reply.status, reply.headers) = ($0.status, $0.headers)
            bytes += $1
            reply.text = String(decoding: bytes, as: UTF8.self)
            return !enough(reply.text)
        }
        return reply
    }

    /// Posts JSON as a program would.
    func post(_ path: String, _ body: String, _ headers: [(String, String)] = []) async throws
        -> Counter.Reply
    {
        try await ask(
            .post, path, headers: [("Content-Type", "application/json")] + headers, body: body)
    }
}
