/// The link of one line, of whichever kind its dialect speaks.
struct Link: Sendable {
    private var receiver: Receiver
    /// In use instead of the receiver where the device knows no frames.
    private var listing: Listing?

    init(options: LinkOptions, received: Int) {
        receiver = Receiver(options: options, received: received)
        if options.kind == .listing { listing = Listing(options: options, received: received) }
    }

    var deadline: Duration? { listing.map(\.deadline) ?? receiver.deadline }
    var isAtRest: Bool { listing?.isAtRest ?? receiver.isAtRest }
    var received: Int { listing?.received ?? receiver.received }

    mutating func receive(
        _ bytes: [UInt8], damaged: Bool, at now: Duration
    ) -> [Receiver.Action] {
        listing?.receive(bytes, damaged: damaged, at: now)
            ?? receiver.receive(bytes, damaged: damaged, at: now)
    }

    mutating func expire(at now: Duration) -> [Receiver.Action] {
        listing?.expire(at: now) ?? receiver.expire(at: now)
    }

    mutating func lose(at now: Duration) -> [Receiver.Action] {
        listing?.lose(at: now) ?? receiver.lose(at: now)
    }
}
