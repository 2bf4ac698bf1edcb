internal import CLinux
internal import Glibc

/// The descriptors that one wait waits for.
struct Watch {
    private var entries: [pollfd] = []

    /// Adds a descriptor.
    ///
    /// - Returns: its place, to ask for what became of it after the wait.
    mutating func add(_ descriptor: Int32, _ events: Int32 = POLLIN) -> Int {
        entries.append(
            pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0))
        return entries.count - 1
    }

    /// Forgets all descriptors.
    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    /// What became of the descriptor at `place`: `POLLIN`, `POLLHUP` …; 0 for nothing.
    func outcome(at place: Int?) -> Int32 {
        guard let place, entries.indices.contains(place) else { return 0 }
        return Int32(entries[place].revents)
    }

    /// Waits until something happens, at most `patience`; for ever when that is nil.
    mutating func wait(_ patience: Duration?) {
        let (seconds, attoseconds) = max(patience ?? .zero, .zero).components
        var time = timespec(
            tv_sec: Int(min(seconds, 86_400)), tv_nsec: Int(attoseconds / 1_000_000_000))
        let count = nfds_t(entries.count)
        let ready =
            patience == nil
            ? ppoll(&entries, count, nil, nil) : ppoll(&entries, count, &time, nil)
        if ready <= 0 {  // Interrupted or timed out: nothing happened to anybody.
            for place in entries.indices { entries[place].revents = 0 }
        }
    }
}
