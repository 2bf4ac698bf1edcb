internal import Dispatch
internal import Glibc
internal import Lines
internal import Synchronization

/// ^C, or the end that a service manager asks for: it ends the wait of an exchange instead of the
/// program, so that the program ends in good order.
final class Interrupt {
    private final class Flag: Sendable {
        let isSet = Atomic(false)
    }

    private let flag = Flag()
    private let sources: [any DispatchSourceSignal]

    /// Catches SIGINT and SIGTERM from here on; each uses `waker`.
    init(waking waker: Waker) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global())
        }
        for source in sources {
            source.setEventHandler { [flag] in
                flag.isSet.store(true, ordering: .releasing)
                waker.wake()
            }
            source.activate()
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }

    /// True once somebody asked for the end.
    var isAsked: Bool { flag.isSet.load(ordering: .acquiring) }
}
