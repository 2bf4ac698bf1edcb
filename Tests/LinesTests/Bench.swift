import Protocols
import Testing

@testable import Lines

/// An exchange under test, and the events that no expectation has asked for yet.
final class Bench {
    let exchange: Exchange
    private var pending: [LineEvent] = []

    init(_ lines: Exchange.Line...) throws {
        exchange = try Exchange(lines: lines)
    }

    /// A bench with one line called `lab`.
    convenience init(_ address: LineAddress) throws {
        try self.init(Exchange.Line(name: "lab", address: address))
    }

    /// Waits for one line to open and gives the detail; other lines may say anything meanwhile.
    @discardableResult
    func open(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
        take(sourceLocation) { event in
            if case .opened(line, let detail) = event { return detail }
            return nil
        } ?? ""
    }

    /// Waits for the loss of a line and gives its reason.
    func loss(
        of line: String, within patience: Duration = .seconds(5),
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> String {
        take(within: patience, sourceLocation) { event in
            if case .lost(line, let reason) = event { return reason }
            return nil
        } ?? ""
    }

    /// Waits for at least so many bytes of a line.
    func bytes(
        _ count: Int, on line: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more: [UInt8]? = take(sourceLocation) { event in
                if case .bytes(line, let bytes, _) = event { return bytes }
                return nil
            }
            guard let more else { break }
            bytes += more
        }
        return bytes
    }

    func send(_ bytes: [UInt8], to line: String) { #expect(exchange.send(bytes, to: line)) }

    /// Everything that has not been asked for, after waiting for so long.
    func others(after patience: Duration) -> [LineEvent] {
        let deadline = ContinuousClock.now + patience
        repeat { pending += exchange.wait(until: deadline) } while .now < deadline
        defer { pending = [] }
        return pending
    }

    /// Waits for the first event that `pick` likes; the test fails when none comes.
    private func take<T>(
        within patience: Duration = .seconds(5), _ sourceLocation: SourceLocation,
        _ pick: (LineEvent) -> T?
    ) -> T? {
        let deadline = ContinuousClock.now + patience
        while true {
            if let place = pending.firstIndex(where: { pick($0) != nil }) {
                return pick(pending.remove(at: place))
            }
            guard .now < deadline else { break }
            pending += exchange.wait(until: deadline)
        }
        Issue.record("still waiting after \(pending)", sourceLocation: sourceLocation)
        return nil
    }
}
