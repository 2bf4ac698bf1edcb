import StepUp
import Testing

@testable import Daemon

@Suite struct StreamRoutesTests {
    private func notice(_ id: Int64) -> Announcement {
        let news = NoticeNews(priority: .low, code: "test", text: "Something.")
        return Announcement(
            id: id, at: WallTime(nanoseconds: 0), procedure: nil, simulated: true,
            body: .notice(news))
    }

    private func event(_ id: Int64) -> String { "id: \(id)\ndata: \(Piece(notice(id)).json)\n\n" }

    @Test func beginsWithASignOfLifeAndTellsEverything() async throws {
        let counter = Counter()
        counter.broadcast.publish([notice(1), notice(2)])
        try await counter.serve { client in
            let reply = try await client.ask(.get, "/api/stream") { $0.contains("id: 2") }
            #expect(reply.header("Content-Type") == "text/event-stream")
            #expect(reply.text.hasPrefix("event: pulse\ndata: {\"anchor\":\"J\",\"last\":2,"))
            #expect(reply.text.hasSuffix(event(1) + event(2)))
        }
    }

    @Test(arguments: [("/api/stream", "1"), ("/api/stream?after=1", nil)])
    func goesOnAfterTheLastEvent(path: String, header: String?) async throws {
        let counter = Counter()
        counter.broadcast.publish([notice(1), notice(2)])
        try await counter.serve { client in
            let headers = header.map { [("Last-Event-ID", $0)] } ?? []
            let reply = try await client.ask(.get, path, headers: headers) { $0.contains("id: 2") }
            #expect(!reply.text.contains("id: 1\n"))
        }
    }

    @Test func tellsWhatComesWhileItIsRead() async throws {
        let counter = Counter()
        try await counter.serve { client in
            var isFirst = true
            let reply = try await client.ask(.get, "/api/stream") { text in
                if isFirst, text.contains("pulse") {
                    isFirst = false
                    counter.broadcast.publish([notice(1)])
                }
                return text.contains("id: 1\n")
            }
            #expect(reply.text.hasSuffix(event(1)))
        }
    }

    @Test func writesBareLinesForPrograms() async throws {
        let counter = Counter()
        counter.broadcast.publish([notice(1), notice(2)])
        try await counter.serve { client in
            let reply = try await client.ask(.get, "/api/stream.ndjson?after=0") {
                $0.contains(#""id":2"#)
            }
            #expect(reply.text == Piece(notice(1)).json + "\n" + Piece(notice(2)).json + "\n")
        }
    }

    @Test(arguments: ["/api/stream?after=x", "/api/stream.ndjson?after=-1"])
    func refusesAPlaceThatIsNoNumber(path: String) async throws {
        try await Counter().serve { client in
            let reply = try await client.ask(.get, path)
            #expect(reply.status == 422)
            #expect(reply.object["key"] as? String == "after")
        }
    }

    @Test func forgetsAReaderThatWentAway() async throws {
        let counter = Counter()
        counter.broadcast.publish([notice(1)])
        try await counter.serve { client in
            _ = try await client.ask(.get, "/api/stream") { $0.contains("id: 1\n") }
            while counter.broadcast.census.subscribers > 0 {
                counter.broadcast.beat()
                await Task.yield()
            }
        }
        #expect(counter.broadcast.census.subscribers == 0)
    }
}
