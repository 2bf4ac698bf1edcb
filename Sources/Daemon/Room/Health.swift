import Synchronization

/// Whether moments can be stored: what `/healthz` says.
final class Health: Sendable {
    /// How the journal fares.
    enum State: Sendable, Equatable {
        case sound
        /// Nothing is acknowledged until the cause, which is tried again every second, is gone.
        case stalled(String)
        /// Nothing will be acknowledged any more by this process.
        case broken(String)
    }

    private let mutex = Mutex(State.sound)

    var state: State { mutex.withLock { $0 } }

    /// Becomes `state`; returns false when it was so already.
    @discardableResult
    func become(_ state: State) -> Bool {
        mutex.withLock { current in
            defer { current = state }
            return current != state
        }
    }
}
