import Testing

@testable import Daemon

@Suite struct WebURLTests {
    @Test(arguments: [
        ("http://127.0.0.1:8080/", "127.0.0.1:8080"), ("localhost", "localhost:8080"),
        ("[::1]:9", "[::1]:9"), ("http://room2:81", "room2:81"),
    ])
    func readsWhereTheDaemonIs(text: String, authority: String) throws {
        #expect(try WebURL(parsing: text).authority == authority)
    }

    @Test(arguments: ["", "http://", "host:", "host:x", "host:70000", "[::1]9"])
    func refusesWhatIsNoAddress(text: String) {
        #expect(throws: WebURLError.malformed(text)) { try WebURL(parsing: text) }
    }

    @Test func saysThatEncryptionIsNotSpoken() {
        #expect(throws: WebURLError.encrypted) { try WebURL(parsing: "https://room2") }
    }
}
