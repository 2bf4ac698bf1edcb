/// A small reader of XML as devices write it: elements and attributes, bounded and closed.
///
/// There is no document type and no entity but the five of XML and numbered characters, so nothing
/// in a message can name a file, a network address, or itself. Text between elements is skipped:
/// POCT1-A puts everything in attributes.
struct MarkupText {
    /// One element's beginning or end, in document order.
    enum Event: Equatable {
        case start(name: String, attributes: [(name: String, text: [UInt8])], at: Int)
        case end(name: String, at: Int)

        static func == (one: Event, other: Event) -> Bool {
            switch (one, other) {
            case (.start(let a, let x, let i), .start(let b, let y, let j)):
                a == b && i == j && x.elementsEqual(y) { $0.name == $1.name && $0.text == $1.text }
            case (.end(let a, let i), .end(let b, let j)): a == b && i == j
            default: false
            }
        }
    }

    /// How deep elements may stand in one another; POCT1-A needs eight.
    static let depthLimit = 32
    /// How many elements one message may have: some thousand results.
    static let elementLimit = 65_536

    private let bytes: [UInt8]
    private var index = 0
    private var open: [String] = []
    private var events: [Event] = []

    /// The events of `bytes`, which must be one whole element; nil when they are not.
    static func events(of bytes: [UInt8]) -> [Event]? {
        var reader = MarkupText(bytes)
        return reader.read() ? reader.events : nil
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() -> Bool {
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            guard events.count < Self.elementLimit * 2, readTag() else { return false }
        }
        return open.isEmpty && !events.isEmpty
    }

    private mutating func readTag() -> Bool {
        let start = index
        index += 1
        switch bytes.indices.contains(index) ? bytes[index] : 0 {
        case UInt8(ascii: "?"): return skip(past: "?>")
        case UInt8(ascii: "!"):
            return bytes[index...].starts(with: "!--".utf8) && skip(past: "-->")
        case UInt8(ascii: "/"):
            index += 1
            guard let name = readName(), open.popLast() == name else { return false }
            skipBlanks()
            guard take(">") else { return false }
            events.append(.end(name: name, at: index))
            return true
        default: return readStart(at: start)
        }
    }

    private mutating func readStart(at start: Int) -> Bool {
        guard !(open.isEmpty && !events.isEmpty), open.count < Self.depthLimit,
            let name = readName()
        else { return false }
        var attributes: [(name: String, text: [UInt8])] = []
        while true {
            skipBlanks()
            let isEmpty = take("/")
            if take(">") {
                events.append(.start(name: name, attributes: attributes, at: start))
                if isEmpty {
                    events.append(.end(name: name, at: index))
                } else {
                    open.append(name)
                }
                return true
            }
            guard !isEmpty, attributes.count < 32, let key = readName() else { return false }
            skipBlanks()
            guard take("=") else { return false }
            skipBlanks()
            guard let text = readQuoted() else { return false }
            attributes.append((key, text))
        }
    }

    private mutating func readName() -> String? {
        let start = index
        while index < bytes.count, Self.isNamePart(bytes[index]) { index += 1 }
        guard index > start, index - start <= 64 else { return nil }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func readQuoted() -> [UInt8]? {
        guard index < bytes.count else { return nil }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        index += 1
        var text: [UInt8] = []
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "&") {
                guard let character = readReference() else { return nil }
                text += character
            } else {
                guard bytes[index] != UInt8(ascii: "<") else { return nil }
                text.append(bytes[index])
                index += 1
            }
        }
        return take(Unicode.Scalar(quote)) ? text : nil
    }

    /// What stands for a character: `&amp;` and its like, `&#181;`, `&#xB5;`.
    private mutating func readReference() -> [UInt8]? {
        guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
            return nil
        }
        let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
        index = end + 1
        let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        if let text = known[name] { return Array(text.utf8) }
        guard name.hasPrefix("#") else { return nil }
        let number =
            name.hasPrefix("#x")
            ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        guard let number, number >= 0x20, let scalar = Unicode.Scalar(number) else { return nil }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func skip(past end: String) -> Bool {
        while index < bytes.count {
            if bytes[index...].starts(with: end.utf8) {
                index += end.utf8.count
                return true
            }
            index += 1
        }
        return false
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
        index += 1
        return true
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "-"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
