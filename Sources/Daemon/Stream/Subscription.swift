/// What one reader hears: announcements in order, without a gap, until it leaves or is dropped.
struct Subscription: AsyncSequence, Sendable {
    typealias Element = Piece

    let broadcast: Broadcast
    let reader: Int

    /// What one turn brings.
    struct Turn: Sendable {
        /// Announcements, in order.
        var pieces: [Piece]
        /// The daemon's sign of life as a server-sent event, once a second.
        var pulse: [UInt8]?
    }

    /// All that has come since the last turn, once there is any; nil at the end.
    func turn() async -> Turn? { await broadcast.turn(of: reader) }

    /// Ends it; a turn that waits returns nil.
    func leave() { broadcast.leave(reader) }

    func makeAsyncIterator() -> Iterator { Iterator(subscription: self) }

    struct Iterator: AsyncIteratorProtocol {
        let subscription: Subscription
        private var pieces: ArraySlice<Piece> = []

        init(subscription: Subscription) { self.subscription = subscription }

        mutating func next() async -> Piece? {
            while pieces.isEmpty {
                guard let turn = await subscription.turn() else { return nil }
                pieces = turn.pieces[...]
            }
            return pieces.popFirst()
        }
    }
}
