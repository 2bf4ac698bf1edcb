import Testing

@testable import Daemon

@Suite struct StateRoutesTests {
    @Test(arguments: [
        ("/api/procedures", #"["P"]"#), ("/api/procedures/P", #"{"id":"P"}"#),
        ("/api/lines", #"["e411"]"#), ("/api/held", "[]"),
        ("/api/anatomy", #"{"regions":[]}"#),
        ("/api/templates", #"{"hepatic":{"title":"Hepatic map"}}"#),
        ("/healthz", #"{"status":"ok"}"#), ("/readyz", #"{"status":"ready"}"#),
    ])
    func answersWithTheState(path: String, text: String) async throws {
        try await Counter().serve { client in
            let reply = try await client.ask(.get, path)
            #expect(reply.status == 200)
            #expect(reply.text == text)
            #expect(reply.header("Content-Type") == "application/json; charset=utf-8")
        }
    }

    @Test func saysThatAProcedureIsNotKnown() async throws {
        try await Counter().serve { client in
            let reply = try await client.ask(.get, "/api/procedures/Q")
            #expect(reply.status == 404)
        }
    }
}
