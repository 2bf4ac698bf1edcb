internal import Glibc
internal import Synchronization

/// A host name being looked up, on a thread of its own since the resolver waits for name servers.
///
/// The thread ends with the lookup, which the resolver itself limits (`/etc/resolv.conf`: 5 s a
/// try). A lookup that is no longer wanted runs to its end unheard; a line begins no other before.
final class Lookup: Sendable {
    private enum State {
        case waiting
        case found([SocketAddress])
        case failed(LineError)
    }

    private let state = Mutex(State.waiting)

    /// Begins to look up the endpoint's host; `waker` is used when the answer is there.
    init(_ endpoint: Endpoint, waker: Waker) {
        if let known = try? SocketAddress.all(of: endpoint, isNumeric: true) {
            state.withLock { $0 = .found(known) }
            return
        }
        let work = Work { [self] in
            let answer: State
            do throws(LineError) {
                answer = .found(try SocketAddress.all(of: endpoint, isNumeric: false))
            } catch {
                answer = .failed(error)
            }
            state.withLock { $0 = answer }
            waker.wake()
        }
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, Work.run, Unmanaged.passRetained(work).toOpaque())
        guard code == 0 else {
            Unmanaged.passUnretained(work).release()
            state.withLock {
                $0 = .failed(.system("\(endpoint)", doing: "looking it up", code: code))
            }
            return
        }
        pthread_detach(thread)
    }

    /// The addresses, once they are there.
    func addresses() throws(LineError) -> [SocketAddress]? {
        switch state.withLock({ $0 }) {
        case .waiting: return nil
        case .found(let addresses): return addresses
        case .failed(let error): throw error
        }
    }

    /// What a thread is to do.
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }

        static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
            if let raw = $0 { Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().body() }
            return nil
        }
    }
}
