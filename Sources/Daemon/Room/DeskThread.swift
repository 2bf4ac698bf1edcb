import Foundation

/// The thread on which a desk works: made, used and ended there, since what it waits for blocks.
struct DeskThread: Sendable {
    private let ends: AsyncStream<Never>

    /// Starts a thread, calls `build` on it, and lets the desk run until its inbox is closed.
    ///
    /// - Returns: the thread, and what `build` made beside the desk, as soon as it is made.
    /// - Throws: what `build` throws; the thread is then over.
    static func start<T: Sendable>(
        _ build: @escaping @Sendable () throws -> (Desk, T)
    ) async throws -> (thread: DeskThread, made: T) {
        let (ends, ending) = AsyncStream<Never>.makeStream()
        let made: T = try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                defer { ending.finish() }
                do {
                    let (desk, made) = try build()
                    continuation.resume(returning: made)
                    desk.run()
                } catch {
                    continuation.resume(throwing: error)
                }
            }
            thread.name = "desk"
            thread.stackSize = 8 << 20
            thread.start()
        }
        return (DeskThread(ends: ends), made)
    }

    /// Returns when the thread is over.
    func join() async {
        for await _ in ends {}
    }
}
