internal import CLinux
internal import Glibc

/// Ends a wait of an ``Exchange`` from any thread.
///
/// Wakes are not counted: many before one wait end that wait once.
public final class Waker: Sendable {
    let descriptor: Int32

    /// A waker of its own.
    ///
    /// - Throws: ``LineError/system(_:doing:code:)`` when the process has no descriptor left.
    public init() throws(LineError) {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        if descriptor < 0 { throw .system("The waker", doing: "making it", code: errno) }
    }

    deinit { close(descriptor) }

    /// Ends the wait under way, or else the next one.
    public func wake() {
        // A full counter refuses the write, and then the wait ends all the same.
        _ = eventfd_write(descriptor, 1)
    }

    /// Forgets the wakes so far.
    func rest() {
        var count = eventfd_t()
        _ = eventfd_read(descriptor, &count)
    }
}
