internal import Glibc

/// One open line: reads what comes, and writes what is sent as fast as the port takes it.
final class Channel: Attachment {
    /// Bytes taken at once, so that a line that floods does not keep the others waiting.
    ///
    /// Four times what the kernel holds for a terminal.
    static let readLimit = 16_384

    /// Bytes that may wait to be written: four of the largest frames of the standard (64,000).
    static let queueLimit = 262_144

    /// How often a port is mended: as soon as any loss must be seen.
    private static let care = Duration.seconds(1)

    let name: String
    let port: any OpenPort
    /// When the port is mended; nil for one that needs no mending.
    private(set) var deadline: ContinuousClock.Instant?
    private var queue: [UInt8] = []
    private var sent = 0
    private var place: Int?

    init(name: String, port: any OpenPort) {
        self.name = name
        self.port = port
        deadline = port.isMendable ? .now + Self.care : nil
    }

    func register(in watch: inout Watch) {
        place = watch.add(port.descriptor, queue.isEmpty ? POLLIN : POLLIN | POLLOUT)
    }

    func serve(
        _ watch: Watch, at now: ContinuousClock.Instant, into events: inout [LineEvent]
    ) throws(LineError) {
        if let deadline, deadline <= now {
            self.deadline = now + Self.care
            if try port.mend() { events.append(.opened(line: name, detail: port.detail)) }
        }
        let outcome = watch.outcome(at: place)
        place = nil
        if outcome & POLLOUT != 0, outcome & POLLERR == 0 { try flush() }
        guard outcome & ~POLLOUT != 0 else { return }
        switch Descriptor(number: port.descriptor).read(limit: Self.readLimit) {
        case .bytes(let bytes): events.append(.bytes(line: name, bytes, port.damage()))
        case .end(let code): throw port.loss(code: code)
        case .nothing where outcome & (POLLHUP | POLLERR | POLLNVAL) != 0:
            throw port.loss(code: 0)
        case .nothing: break
        }
    }

    func send(_ bytes: [UInt8], to name: String) throws(LineError) -> Bool {
        guard name == self.name else { return false }
        queue += bytes
        // A queue that stands was refused a moment ago: the wait will say when to go on.
        if queue.count == bytes.count { try flush() }
        let waiting = queue.count - sent
        guard waiting <= Self.queueLimit else { throw .stalled(port.detail, waiting: waiting) }
        return true
    }

    func close() { port.close() }

    private func flush() throws(LineError) {
        let count = port.write(queue[sent...])
        guard count >= 0 else { throw port.loss(code: Int32(-count)) }
        sent += count
        if sent == queue.count {
            queue.removeAll(keepingCapacity: sent <= Self.readLimit)
            sent = 0
        } else if sent >= Self.readLimit {
            queue.removeFirst(sent)
            sent = 0
        }
    }
}
