/// Takes keys out of the bytes that a terminal sends for them (ECMA-48, xterm's cursor keys).
struct Keyboard {
    private var pending: [UInt8] = []

    /// The keys that `bytes` complete; what is no key of the board's is passed over.
    ///
    /// An escape that nothing follows in the same read is the key itself.
    mutating func receive(_ bytes: [UInt8]) -> [BoardLook.Key] {
        var keys: [BoardLook.Key] = []
        for byte in bytes {
            if pending.isEmpty, byte != 0x1B {
                if let key = Self.plain[byte] { keys.append(key) }
                continue
            }
            if byte == 0x1B { pending = [] }
            // No terminal sends a longer one: what does is no key, and is passed over to its end.
            if pending.count > 16 { pending.removeLast() }
            pending.append(byte)
            guard Self.isComplete(pending) else { continue }
            let sequence = String(decoding: pending.dropFirst(), as: UTF8.self)
            if let key = Self.sequences[sequence] { keys.append(key) }
            pending = []
        }
        if pending == [0x1B] {
            keys.append(.back)
            pending = []
        }
        return keys
    }

    /// A control sequence ends with a byte from `@` to `~`; other escapes have one byte.
    private static func isComplete(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 1 else { return false }
        let isSequence = bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O")
        guard isSequence else { return true }
        return bytes.count > 2 && (0x40...0x7E).contains(bytes[bytes.count - 1])
    }

    private static let plain: [UInt8: BoardLook.Key] = {
        var keys: [UInt8: BoardLook.Key] = [
            0x03: .quit, 0x04: .quit, 0x09: .next, 0x0C: .redraw, 0x20: .pageDown,
        ]
        let letters: [(Character, BoardLook.Key)] = [
            ("q", .quit), ("Q", .quit), ("?", .help), ("a", .acknowledge), ("h", .previous),
            ("l", .next), ("k", .up), ("j", .down), ("b", .pageUp), ("g", .top), ("G", .end),
        ]
        for (letter, key) in letters { keys[letter.asciiValue ?? 0] = key }
        for number in 1...9 { keys[UInt8(ascii: "0") + UInt8(number)] = .view(number) }
        return keys
    }()

    private static let sequences: [String: BoardLook.Key] = [
        "[A": .up, "[B": .down, "[C": .next, "[D": .previous, "OA": .up, "OB": .down,
        "OC": .next, "OD": .previous, "[Z": .previous, "[5~": .pageUp, "[6~": .pageDown,
        "[H": .top, "[F": .end, "OH": .top, "OF": .end, "[1~": .top, "[4~": .end, "[7~": .top,
        "[8~": .end,
    ]
}
