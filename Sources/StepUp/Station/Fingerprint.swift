internal import Protocols

/// 128 bits of what belongs to a measurement or a mark; two different ones agree by chance once in
/// 10^38.
///
/// FNV-1a with two starting points, since it must be the same in every run of the program, which
/// the standard library's hash is not.
struct Fingerprint: Sendable, Hashable {
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x6C62_272E_07BB_0142

    /// The fingerprint of a result: instrument, specimen, position, test, replicate, completed
    /// time, value, unit, dilution, role, and the status apart from retransmission.
    init(of result: borrowing AssayResult) {
        add(result.instrument)
        add(result.specimen)
        add(result.position)
        add(result.test)
        add(result.replicate)
        add(result.measured ?? "")
        add(result.text)
        add(result.qualitative ?? "")
        add(result.unit)
        add(result.dilution)
        add(result.role.rawValue)
        add(status: result.status)
    }

    /// The fingerprint of what a mark says.
    init(of action: Mark.Action) {
        switch action {
        // A plan is said once a procedure: its description is its content.
        case .open(let plan): add(["open", String(describing: plan)])
        case .injection(let site, let number): add(["injection", site, number.map(String.init)])
        case .draw(let specimen, let place):
            add(["draw", specimen])
            if let place { add(place) }
        case .void(let specimen, let reason): add(["void", specimen, reason])
        case .assign(let specimen, let place, let reason):
            add(["assign", specimen, reason])
            add(place)
        case .correctDraw(let specimen, let second, let reason):
            add(["correct-draw", specimen, String(second.bitPattern), reason])
        case .correctInjection(let number, let shift, let reason):
            add(["correct-injection", String(number), String(shift.bitPattern), reason])
        case .withdrawInjection(let number, let reason):
            add(["withdraw-injection", String(number), reason])
        case .withdrawDraw(let place, let reason):
            add(["withdraw-draw", reason])
            add(place)
        case .acknowledge(let notice): add(["acknowledge", String(notice)])
        case .map(let line, let test, let analyte): add(["map", line, test, analyte])
        case .change(let change, let reason):
            add(["change", String(describing: change), reason])
        case .anatomy(let departure, let reason):
            add(["anatomy", String(describing: departure), reason])
        case .note(let text): add(["note", text])
        case .close: add("close")
        }
    }

    init(first: UInt64, second: UInt64) {
        self.first = first
        self.second = second
    }

    /// Adds parts, a missing one as another thing than an empty one.
    private mutating func add<let count: Int>(_ parts: InlineArray<count, String?>) {
        for index in parts.indices {
            if let part = parts[index] { add(part) } else { add(0xFE) }
        }
    }

    private mutating func add(_ place: Mark.Place) {
        add([String(place.injection), place.vein, String(place.second)])
    }

    private mutating func add(_ text: String) {
        let bytes = text.utf8Span.span
        for index in bytes.indices { add(bytes[index]) }
        add(0xFF)  // Never part of UTF-8: "ab", "c" is not "a", "bc".
    }

    /// Final, verified and retransmitted (LIS02-A2 9.9: F, V, R) are the same result again.
    private mutating func add(status: String) {
        for byte in status.utf8 where !"FVR\\`".utf8.contains(byte) { add(byte) }
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
        second = (second ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
    }
}
