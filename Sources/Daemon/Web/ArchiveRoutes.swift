import Foundation
import HTTPTypes
import Hummingbird
import NIOPosix
import StepUp

extension Front {
    /// Past procedures, and the bytes on the lines: what people look into, not what they follow.
    var archiveRoutes: [Route] {
        [
            .get("/api/archive") { _, _ in
                let archive = try archive()
                return .json(try await Self.aside { try archive.procedures() })
            },
            .get("/api/journal") { _, _ in
                let archive = try archive()
                return .json(try await Self.aside { try archive.seal() })
            },
            .get("/api/procedures/{id}/table.csv") { _, context in
                let archive = try archive()
                let id = try Self.procedure(in: context)
                let table = try await Self.aside {
                    try Self.known(id) { try archive.table(of: id) }
                }
                return .text(table.csv, type: "text/csv; charset=utf-8")
            },
            .get("/api/procedures/{id}/recording") { _, context in
                try await lines(of: context) { try $0.record($1, to: $2) }
            },
            .get("/api/procedures/{id}/announcements") { _, context in
                try await lines(of: context) { try $0.announce($1, to: $2) }
            },
            .get("/api/lines/{line}/bytes") { request, context in
                let name = try context.parameters.require("line")
                let line = name.removingPercentEncoding ?? name
                guard try await lines().contains(where: { $0.line == line }) else {
                    throw Problem.notFound("No line '\(line)' is known: GET /api/lines lists them.")
                }
                let after = request.uri.queryParameters["after"].flatMap { Int64($0) } ?? 0
                return .json(broadcast.wire.pieces(on: line, after: after))
            },
        ]
    }

    private func archive() throws(Problem) -> Archive {
        guard let journal else {
            throw .notFound("There is no journal here: a replay has only its recording.")
        }
        return Archive(journal: journal)
    }

    /// Lines of JSON about the procedure that the path names, as `tell` writes them.
    private func lines(
        of context: WebContext,
        tell: @escaping @Sendable (Archive, String, (String) -> Void) throws -> Void
    ) async throws -> Response {
        let archive = try archive()
        let id = try Self.procedure(in: context)
        let text: String = try await Self.aside {
            var text = ""
            try Self.known(id) { try tell(archive, id) { text += $0 + "\n" } }
            return text
        }
        return .text(text, type: "application/x-ndjson")
    }

    /// What `read` gives; a procedure that the journal does not hold is said to be unknown.
    private static func known<T>(_ id: String, _ read: () throws -> T) throws -> T {
        do { return try read() } catch is ExcerptError { throw unknown(id) }
    }

    /// What `work` gives, on a thread that may wait for the disk.
    private static func aside<T: Sendable>(
        _ work: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await NIOThreadPool.singleton.runIfActive(work)
    }
}
