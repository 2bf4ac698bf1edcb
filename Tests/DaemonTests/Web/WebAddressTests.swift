import Testing

@testable import Daemon

@Suite struct WebAddressTests {
    @Test(arguments: ["127.0.0.1:8080", "localhost:80", "[::1]:0", "127.8.9.1:65535"])
    func listensOnLoopback(text: String) throws {
        #expect(try WebAddress(parsing: text).description == text)
    }

    @Test(arguments: ["0.0.0.0:80", "192.168.1.2:80", "[::]:80", "example.org:80", "127.0.0.x:1"])
    func refusesToListenWider(text: String) {
        #expect(throws: WebAddressError.wide(text)) { try WebAddress(parsing: text) }
    }

    @Test(arguments: ["", "localhost", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1"])
    func refusesWhatIsNoAddress(text: String) {
        #expect(throws: WebAddressError.malformed(text)) { try WebAddress(parsing: text) }
    }
}
