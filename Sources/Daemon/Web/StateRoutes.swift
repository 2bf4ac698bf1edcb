import Foundation
import Hummingbird
import StepUp

extension Front {
    /// The state as the station has it now, for programs that do not follow the stream.
    var stateRoutes: [Route] {
        [
            .get("/api/procedures") { _, _ in try await answer(.procedures) },
            .get("/api/procedures/{id}") { _, context in
                let id = try Self.procedure(in: context)
                return try await answer(.procedure(id))
            },
            .get("/api/lines") { _, _ in try await answer(.lines) },
            .get("/api/held") { _, _ in try await answer(.held) },
            .get("/api/anatomy") { _, _ in try await answer(.anatomy) },
            .get("/api/criteria") { _, _ in .json(criteria()) },
            .get("/api/templates") { _, _ in
                .json(templates().mapValues(Opaque.init))
            },
        ]
    }

    private func answer(_ question: Question) async throws -> Response {
        if let answer = try await ask(question) { return .json(Opaque(value: answer)) }
        guard case .procedure(let id) = question else {
            throw Problem.notFound("Nothing is known of it.")
        }
        throw Self.unknown(id)
    }

    /// The procedure that the path names, as a person would write it: `a b` for `a%20b`.
    static func procedure(in context: WebContext) throws -> String {
        let name = try context.parameters.require("id")
        return name.removingPercentEncoding ?? name
    }

    /// Why a procedure's path leads nowhere.
    static func unknown(_ procedure: String) -> Problem {
        .notFound("No procedure '\(procedure)' is known: GET /api/procedures lists them.")
    }
}

/// Any answer, so that it can stand in a dictionary.
struct Opaque: Encodable {
    let value: Front.Answer

    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
