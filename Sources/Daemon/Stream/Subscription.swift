/// What one reader hears: announcements in order, without a gap, until it leaves or is dropped.
struct Subscription: AsyncSequence, Sendable {
    typealias Element = Piece

    let broadcast: Broadcast
    let reader: Int

    /// All that has come since the last turn, once there is any; nil at the end.
    func batch() async -> [Piece]? { await broadcast.pieces(for: reader) }

    /// Ends it; a turn that waits returns nil.
    func leave() { broadcast.leave(reader) }

    func makeAsyncIterator() -> Iterator { Iterator(subscription: self) }

    struct Iterator: AsyncIteratorProtocol {
        let subscription: Subscription
        private var pieces: ArraySlice<Piece> = []

        init(subscription: Subscription) { self.subscription = subscription }

        mutating func next() async -> Piece? {
            while pieces.isEmpty {
                guard let batch = await subscription.batch() else { return nil }
                pieces = batch[...]
            }
            return pieces.popFirst()
        }
    }
}
