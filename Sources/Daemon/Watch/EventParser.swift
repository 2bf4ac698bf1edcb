/// Takes server-sent events out of bytes as they come (HTML Living Standard, 9.2.6).
struct EventParser {
    /// One event.
    struct Event: Equatable, Sendable {
        /// The last id that the stream gave.
        var id: String?
        /// Its kind: `message` unless named.
        var kind = "message"
        /// Its data, lines joined by line feeds.
        var data = ""
    }

    /// The longest line that is kept: an announcement is a few kilobytes.
    static let limit = 1 << 20

    private var line: [UInt8] = []
    private var isAfterReturn = false
    private var id: String?
    private var kind = ""
    private var data: [String] = []

    /// The events that `bytes` complete.
    mutating func receive(_ bytes: [UInt8]) -> [Event] {
        var events: [Event] = []
        for byte in bytes {
            let isPair = isAfterReturn && byte == 0x0A
            isAfterReturn = byte == 0x0D
            switch byte {
            case 0x0A where isPair: break
            case 0x0A, 0x0D:
                if let event = take(String(decoding: line, as: UTF8.self)) { events.append(event) }
                line.removeAll(keepingCapacity: true)
            default:
                if line.count < Self.limit { line.append(byte) }
            }
        }
        return events
    }

    private mutating func take(_ line: String) -> Event? {
        guard !line.isEmpty else { return dispatch() }
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count > 1 ? parts[1].drop(one: " ") : ""
        switch parts[0] {
        case "id": id = value
        case "event": kind = value
        case "data": data.append(value)
        default: break  // A comment, or a field that this reader does not know.
        }
        return nil
    }

    private mutating func dispatch() -> Event? {
        defer { (kind, data) = ("", []) }
        guard !data.isEmpty else { return nil }
        return Event(
            id: id, kind: kind.isEmpty ? "message" : kind, data: data.joined(separator: "\n"))
    }
}

extension Substring {
    /// Without one leading `character`.
    fileprivate func drop(one character: Character) -> String {
        String(first == character ? dropFirst() : self)
    }
}
