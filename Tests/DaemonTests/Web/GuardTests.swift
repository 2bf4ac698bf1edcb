import Testing

@testable import Daemon

@Suite struct GuardTests {
    @Test(arguments: ["evil.example", "evil.example:80", "10.0.0.1", "127.0.0.1.evil.example"])
    func refusesAHostThatIsNotThisMachine(host: String) async throws {
        try await Counter().serve { client in
            let reply = try await client.ask(.get, "/healthz", headers: [("Host", host)])
            #expect(reply.status == 421)
        }
    }

    @Test func refusesAChangeFromAnotherOrigin() async throws {
        let counter = Counter()
        try await counter.serve { client in
            let body = #"{"key":"1","action":"close"}"#
            let reply = try await client.post(
                "/api/procedures/P/marks", body, [("Origin", "http://evil.example")])
            #expect(reply.status == 403)
            #expect(reply.object["error"] as? String == "wrong-origin")
        }
        #expect(counter.heard.isEmpty)
    }

    @Test func takesAChangeFromItsOwnPage() async throws {
        try await Counter().serve { client in
            let reply = try await client.post(
                "/api/procedures/P/marks", #"{"key":"1","action":"close"}"#,
                [("Origin", "http://\(client.address.authority)")])
            #expect(reply.status == 200)
        }
    }

    @Test func refusesAFormThatAnotherPageCouldSend() async throws {
        let counter = Counter()
        try await counter.serve { client in
            let reply = try await client.ask(
                .post, "/api/procedures/P/marks", headers: [("Content-Type", "text/plain")],
                body: #"{"key":"1","action":"close"}"#)
            #expect(reply.status == 415)
        }
        #expect(counter.heard.isEmpty)
    }

    @Test func letsABrowserDoNoMoreThanThePageNeeds() async throws {
        try await Counter().serve { client in
            for path in ["/", "/healthz", "/nowhere"] {
                let reply = try await client.ask(.get, path)
                let policy = reply.header("Content-Security-Policy") ?? ""
                #expect(policy.hasPrefix("default-src 'self';"))
                #expect(!policy.contains("unsafe"))
                #expect(reply.header("X-Content-Type-Options") == "nosniff")
                #expect(reply.header("Access-Control-Allow-Origin") == nil)
            }
        }
    }

    @Test(arguments: [
        (WebClient.Method.post, "/api/lines", "GET, HEAD"),
        (.post, "/", "GET, HEAD"),
        (.post, "/api/procedures/P", "GET, HEAD"),
        (.get, "/api/procedures/P/marks", "POST"),
    ])
    func namesTheMethodsThatAPathTakes(
        method: WebClient.Method, path: String, allow: String
    ) async throws {
        try await Counter().serve { client in
            let reply = try await client.ask(method, path)
            #expect(reply.status == 405)
            #expect(reply.header("Allow") == allow)
            #expect(reply.object["error"] as? String == "method")
        }
    }

    @Test func saysWhatIsWrongAsJSONWithTheCure() async throws {
        try await Counter().serve { client in
            let reply = try await client.ask(.get, "/nowhere")
            #expect(reply.status == 404)
            #expect((reply.object["reason"] as? String)?.contains("/openapi.json") == true)
        }
    }
}
