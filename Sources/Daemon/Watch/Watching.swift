import Foundation

/// A stream that is followed: the board, the server's time, and when it was last heard of.
///
/// Once it was connected it reconnects for ever, later and later, and goes on after the last
/// announcement.
actor Watching {
    private var board = Board()
    private var anchor: String?
    private var goal: Int64?
    private var parser = EventParser()
    private var server: (time: Double, heard: ContinuousClock.Instant)?
    private let client: WebClient
    private let tell: @Sendable (Word) -> Void

    /// What is told besides the board, for pipes.
    enum Word: Sendable {
        /// An announcement as it came.
        case announcement(String)
        /// The stream ended, or was silent too long; it is asked for again.
        case lost
        /// It is there again.
        case back
    }

    /// Follows `client`'s stream, and tells each thing that it hears.
    init(client: WebClient, tell: @escaping @Sendable (Word) -> Void = { _ in }) {
        self.client = client
        self.tell = tell
    }

    /// Silence after which what is shown may be old; the stream gives a sign of life every second.
    private static let patience: Duration = .seconds(3)
    /// Silence after which the connection is given up: it may have died without a word.
    private static let despair: Duration = .seconds(10)
    /// The first pause before the stream is asked for again, and the longest.
    private static let pauses: (first: Duration, last: Duration) = (.milliseconds(500), .seconds(8))

    /// True once the daemon has given a sign of life.
    var isConnected: Bool { server != nil }

    /// True once everything that stood in the stream at the beginning was taken.
    var isCaughtUp: Bool { goal.map { board.state.last >= $0 } ?? false }

    /// Follows the stream until the task is cancelled; a daemon that never answered is an error.
    func follow() async throws {
        var pause = Self.pauses.first
        while !Task.isCancelled {
            let before = server?.heard
            do { try await followOnce() } catch {
                guard isConnected else { throw error }
            }
            // What gave a sign of life is asked again at once, what did not, later and later.
            pause = server?.heard == before ? min(pause * 2, Self.pauses.last) : Self.pauses.first
            tell(.lost)
            try await Task.sleep(for: pause)
        }
    }

    /// One connection; it is given up when nothing comes any more.
    private func followOnce() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { try await self.follow { _ in false } }
            group.addTask {
                let began = ContinuousClock.now
                while await self.silence(since: began) < Self.despair {
                    try await Task.sleep(for: .seconds(1))
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Reads the stream until it ends, or until `isEnough`.
    func follow(until isEnough: @Sendable (Watching) async -> Bool) async throws {
        parser = EventParser()
        if board.state.last == 0 { board.take(try await held()) }
        let last = board.state.last
        let headers = last > 0 ? [("Last-Event-ID", "\(last)")] : []
        try await client.request(.get, "/api/stream", headers: headers) { answer, bytes in
            guard answer.status == 200 else {
                throw Failure(
                    description: "http://\(client.address.authority) answers \(answer.status)")
            }
            guard receive(bytes) else { return false }
            return await !isEnough(self)
        }
    }

    /// What was held before the stream begins.
    private func held() async throws -> [StreamNews] {
        var bytes: [UInt8] = []
        try await client.request(.get, "/api/held") { answer, piece in
            if answer.status == 200 { bytes += piece }
            return true
        }
        return StreamNews.list(bytes, type: "specimen")
    }

    /// Takes what came; false when another journal speaks, and the stream is to be asked for anew.
    func receive(_ bytes: [UInt8]) -> Bool {
        for event in parser.receive(bytes) {
            if event.kind == "pulse" {
                guard take(pulse: event.data) else { return false }
            } else if event.kind == "message", board.take(json: event.data) {
                tell(.announcement(event.data))
            }
        }
        return true
    }

    private struct Pulse: Decodable {
        var anchor: String
        var last: Int64
        var now: String
    }

    private func take(pulse text: String) -> Bool {
        guard let pulse = try? JSONDecoder().decode(Pulse.self, from: Data(text.utf8)) else {
            return true
        }
        if let now = StreamTime.seconds(pulse.now) { hear(now) }
        defer { anchor = pulse.anchor }
        if goal == nil { goal = pulse.last }
        // Another journal, or one that began anew: its numbers mean something else.
        guard anchor ?? pulse.anchor != pulse.anchor || pulse.last < board.state.last else {
            return true
        }
        board.forget()
        return false
    }

    private func hear(_ time: Double) {
        if silence != nil { tell(.back) }
        server = (time, .now)
    }

    /// How long nothing was heard; at most since `began`.
    private func silence(since began: ContinuousClock.Instant) -> Duration {
        guard let heard = server?.heard else { return began.duration(to: .now) }
        return max(heard, began).duration(to: .now)
    }

    /// The server's time now.
    private var now: Double {
        guard let server else { return Date().timeIntervalSince1970 }
        return server.time + server.heard.duration(to: .now) / .seconds(1)
    }

    /// How long nothing was heard, where that is too long.
    private var silence: Int? {
        guard let silence = server.map({ $0.heard.duration(to: .now) }) else { return nil }
        return silence < Self.patience ? nil : Int(silence.components.seconds)
    }
}

extension Watching: Onlooker.Sight {
    /// The board as it stands now; nil before the daemon has spoken.
    func lines(_ size: BoardSize) -> [BoardLine]? {
        guard isConnected else { return nil }
        board.silence = silence
        return board.lines(size, now: now)
    }

    /// Takes a key that was pressed while `size` was shown.
    func press(_ key: BoardLook.Key, size: BoardSize) -> Bool {
        board.press(key, size: size, now: now)
    }

    /// Every view, one after the other.
    func everything(_ size: BoardSize) -> [BoardLine] { board.everything(size, now: now) }
}
