import Glibc
import Protocols
import Testing

@testable import Lines

/// The analyzer's end of a cable: writes and reads raw bytes on a descriptor.
struct FarEnd {
    let descriptor: Int32

    func write(_ bytes: [UInt8]) {
        #expect(Descriptor(number: descriptor).write(bytes[...]) == bytes.count)
    }

    /// What has arrived so far, up to `limit` bytes.
    func read(limit: Int = 65_536) -> [UInt8] {
        if case .bytes(let bytes) = Descriptor(number: descriptor).read(limit: limit) {
            return bytes
        }
        return []
    }
}

extension PseudoTerminal {
    /// A pseudo-terminal whose far end hangs up when it is given back, as an adapter that is pulled.
    var farEnd: FarEnd { FarEnd(descriptor: descriptor) }
}

extension Exchange {
    /// Waits until `isEnough` holds for all events so far; the test fails when it never does.
    func events(
        within patience: Duration = .seconds(5), sourceLocation: SourceLocation = #_sourceLocation,
        until isEnough: ([LineEvent]) -> Bool
    ) -> [LineEvent] {
        let deadline = ContinuousClock.now + patience
        var events: [LineEvent] = []
        while !isEnough(events) {
            if ContinuousClock.now >= deadline {
                Issue.record("still waiting after \(events)", sourceLocation: sourceLocation)
                break
            }
            events += wait(until: deadline)
        }
        return events
    }

    /// Waits for one line to open; the others may say anything meanwhile.
    func open(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) {
        _ = events(sourceLocation: sourceLocation) { $0.contains { $0.isOpening(of: line) } }
    }

    /// Waits for so many bytes of a line.
    func bytes(
        _ count: Int, on line: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> [UInt8] {
        events(sourceLocation: sourceLocation) { $0.bytes(on: line).count >= count }
            .bytes(on: line)
    }

    /// Waits for the loss of a line and gives its reason.
    func loss(of line: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
        events(sourceLocation: sourceLocation) { !$0.losses(of: line).isEmpty }
            .losses(of: line).first ?? ""
    }
}

extension LineEvent {
    func isOpening(of name: String) -> Bool {
        if case .opened(name, _) = self { return true }
        return false
    }
}

extension [LineEvent] {
    func bytes(on name: String) -> [UInt8] {
        flatMap { event in
            if case .bytes(name, let bytes, _) = event { return bytes }
            return []
        }
    }

    func losses(of name: String) -> [String] {
        compactMap { event in
            if case .lost(name, let reason) = event { return reason }
            return nil
        }
    }
}

/// A path that no other test uses.
func freshPath(_ name: String) -> String {
    "/tmp/stepupd-lines-\(getpid())-\(UInt32.random(in: 0 ... .max))-\(name)"
}
