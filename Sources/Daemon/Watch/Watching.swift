import Foundation

/// A stream that is followed: the board, the server's time, and when it was last heard of.
///
/// Reconnects for ever once it was connected, and goes on after the last announcement.
actor Watching {
    private var board = Board()
    private var anchor: String?
    private var goal: Int64?
    private var parser = EventParser()
    private var server: (time: Double, heard: ContinuousClock.Instant)?
    private let client: WebClient
    private let tell: @Sendable (String) -> Void

    /// Follows `client`'s stream; `tell` gets each announcement as it came.
    init(client: WebClient, tell: @escaping @Sendable (String) -> Void = { _ in }) {
        self.client = client
        self.tell = tell
    }

    /// Silence after which what is shown may be old; the stream gives a sign of life every second.
    private static let patience: Duration = .seconds(3)

    /// True once the daemon has given a sign of life.
    var isConnected: Bool { server != nil }

    /// True once everything that stood in the stream at the beginning was taken.
    var isCaughtUp: Bool { goal.map { board.state.last >= $0 } ?? false }

    /// Reads the stream until it ends, or until `isEnough`.
    func follow(until isEnough: @Sendable (Watching) async -> Bool) async throws {
        parser = EventParser()
        let last = board.state.last
        let path = last > 0 ? "/api/stream?after=\(last)" : "/api/stream"
        try await client.request(.get, path) { answer, bytes in
            guard answer.status == 200 else {
                throw Failure(
                    description: "http://\(client.address.authority) answers \(answer.status)")
            }
            receive(bytes)
            return await !isEnough(self)
        }
    }

    private func receive(_ bytes: [UInt8]) {
        for event in parser.receive(bytes) {
            if event.kind == "pulse" {
                take(pulse: event.data)
            } else if event.kind == "message", board.take(json: event.data) {
                tell(event.data)
            }
        }
    }

    private struct Pulse: Decodable {
        var anchor: String
        var last: Int64
        var now: String
    }

    private func take(pulse text: String) {
        guard let pulse = try? JSONDecoder().decode(Pulse.self, from: Data(text.utf8)) else {
            return
        }
        // Another journal, or one that began anew: its numbers mean something else.
        if let anchor, anchor != pulse.anchor || pulse.last < board.state.last {
            board = Board()
        }
        anchor = pulse.anchor
        if goal == nil { goal = pulse.last }
        if let now = StreamTime.seconds(pulse.now) { server = (now, .now) }
    }

    /// The board as it stands now.
    func lines(width: Int, height: Int) -> [BoardLine] {
        let silence = server.map { $0.heard.duration(to: .now) } ?? .zero
        board.trouble =
            silence < Self.patience
            ? nil
            : "No word from the daemon for \(silence.components.seconds) s: this may be old. "
                + "Trying again."
        let passed =
            Double(silence.components.seconds) + Double(silence.components.attoseconds) / 1e18
        let now = server.map { $0.time + passed } ?? Date().timeIntervalSince1970
        return board.lines(width: width, height: height, now: now)
    }
}
