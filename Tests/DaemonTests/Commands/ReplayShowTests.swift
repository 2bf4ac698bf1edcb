import Foundation
import StepUp
import Testing

@testable import Daemon

/// `stepupd replay --serve`: a recording on the page.
@Suite struct ReplayShowTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Recordings/one-injection.ndjson").path

    /// Plays the recording of one injection at once; `visit` gets its page and its moments.
    private func serve(_ visit: (WebClient, [Moment]) async throws -> Void) async throws {
        let file = Self.file
        let (process, words) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: RunningDaemon.program)
        process.arguments = [
            "replay", file, "--serve", "--pace", "max", "--web", "127.0.0.1:0",
        ]
        process.standardError = words
        try process.run()
        defer { process.terminate() }
        let said = String(decoding: words.fileHandleForReading.availableData, as: UTF8.self)
        let web = try #require(said.firstMatch(of: /http:\/\/[0-9.:]+/))
        let content = try Files.content(of: file)
        try await visit(
            WebClient(address: try WebURL(parsing: String(web.0))),
            try RecordingReader(file: file, content: content).all())
    }

    @Test func showsTheRecordingsTimeAndNotTodays() async throws {
        try await serve { client, moments in
            let wall = try #require(moments.last?.wall)
            let reply = try await client.ask(.get, "/api/stream") {
                $0.contains(#""now":"\#(wall)""#)
            }
            #expect(reply.text.contains(#""code":"replay""#))
        }
    }

    @Test func takesNoMark() async throws {
        try await serve { client, _ in
            let body = #"{"key":"1","template":"secretin","pseudonym":"P"}"#
            let reply = try await client.post("/api/procedures", body)
            #expect(reply.status == 409)
            #expect((reply.object["reason"] as? String)?.hasPrefix("this is a replay") == true)
        }
    }
}
