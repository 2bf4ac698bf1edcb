import Lines
import StepUp
import Synchronization

/// The way to the desk from anywhere else: marks to be entered, questions to the station.
///
/// The desk serves it between two waits; a request ends the wait under way.
final class Inbox: Sendable {
    /// Why a request was not served.
    enum Refusal: Error, Equatable {
        /// Too many requests wait already.
        case full
        /// The daemon stops, or is not there yet.
        case closed
        /// The mark was not stored, and why: it must be made again.
        case notRecorded(String)
    }

    /// What the desk is asked for.
    enum Request: Sendable {
        case mark(Mark, reply: @Sendable (Swift.Result<Station.Answer, Refusal>) -> Void)
        /// Called with the station, or with nil when there is none any more.
        case question(@Sendable (Station?) -> Void)
    }

    /// Requests that may wait: far above what a room's pages ask within one commit.
    static let limit = 1024

    private struct State {
        var requests: [Request] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let waker: Waker

    /// An inbox that ends waits through `waker`.
    init(waker: Waker) { self.waker = waker }

    /// Enters `mark`; returns when it is durable and folded.
    func submit(_ mark: Mark) async throws -> Station.Answer {
        try await withCheckedThrowingContinuation { continuation in
            put(.mark(mark) { continuation.resume(with: $0) })
        }
    }

    /// Enters `mark` and hands the answer to `reply`: for the desk's own thread, which must not
    /// wait.
    func submit(
        _ mark: Mark,
        reply: @escaping @Sendable (Swift.Result<Station.Answer, Refusal>) -> Void
    ) {
        put(.mark(mark, reply: reply))
    }

    /// The answer of the station as it stands between two moments; keep `question` short.
    func ask<T: Sendable>(_ question: @escaping @Sendable (Station) -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            put(
                .question { station in
                    guard let station else { return continuation.resume(throwing: Refusal.closed) }
                    continuation.resume(returning: question(station))
                })
        }
    }

    /// What was asked for since the last call; for the desk.
    func take() -> [Request] {
        state.withLock { state in
            defer { state.requests = [] }
            return state.requests
        }
    }

    /// True while nothing waits.
    var isEmpty: Bool { state.withLock { $0.requests.isEmpty } }

    /// True once the desk has been told to stop.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Tells the desk to stop; what still waits, and what comes later, is refused.
    func close() {
        let waiting = state.withLock { state in
            defer { state.requests = [] }
            state.isClosed = true
            return state.requests
        }
        for request in waiting { request.refuse(.closed) }
        waker.wake()
    }

    private func put(_ request: Request) {
        let refusal: Refusal? = state.withLock { state in
            if state.isClosed { return .closed }
            if state.requests.count >= Self.limit { return .full }
            state.requests.append(request)
            return nil
        }
        if let refusal { return request.refuse(refusal) }
        waker.wake()
    }
}

extension Inbox.Request {
    /// Says that nothing came of it.
    func refuse(_ refusal: Inbox.Refusal) {
        switch self {
        case .mark(_, let reply): reply(.failure(refusal))
        case .question(let ask): ask(nil)
        }
    }
}
