import Testing

@testable import Daemon

@Suite struct EventParserTests {
    private let stream =
        "retry: 1000\nevent: pulse\ndata: {}\n\n: note\nid: 7\r\ndata: a\r\n"
        + "data:b\r\n\r\nid: 8\rdata: ä\r\rdata: cut"
    private let events = [
        EventParser.Event(id: nil, kind: "pulse", data: "{}"),
        EventParser.Event(id: "7", kind: "message", data: "a\nb"),
        EventParser.Event(id: "8", kind: "message", data: "ä"),
    ]

    @Test(arguments: [1, 2, 3, 7, 1000])
    func givesTheSameEventsAtEveryChunkSize(size: Int) {
        var parser = EventParser()
        let bytes = [UInt8](stream.utf8)
        let found = stride(from: 0, to: bytes.count, by: size).flatMap { start in
            parser.receive(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        #expect(found == events)
    }

    @Test func keepsNoLineWithoutEnd() {
        var parser = EventParser()
        let long = [UInt8](repeating: 0x61, count: EventParser.limit)
        #expect(
            parser.receive([UInt8]("data: ".utf8) + long + long + [10, 10]).first?.data.count
                == EventParser.limit - 6)
    }
}
