import Foundation
import StepUp
import Synchronization

/// Tells everybody who listens what the station announces, in order, from any number onwards.
///
/// All announcements stand in one log, encoded once. A subscriber is a place in that log: five
/// hundred of them cost five hundred numbers, and a slow one delays nobody. A new reader begins
/// with the procedure that is open (or was open last), so that a page loaded now can build the
/// whole state; of what came before it hears the last `hello` and the last word on each line.
final class Broadcast: Sendable {
    /// What the log may hold; a procedure of 150 tubes needs about 2 MB.
    struct Limit: Sendable {
        /// Bytes of the log; beyond them the oldest announcements go, and late readers are told.
        var bytes = 64 << 20
        /// Pulses that a reader may take over one turn: half a minute, as a sleeping tab may.
        var patience = 30
    }

    /// Names the journal behind the numbers: a page that sees another one starts over.
    let anchor: String

    /// The bytes on the lines, for those who look at them.
    let wire = Wire()

    private let limit: Limit
    private let now: @Sendable () -> WallTime
    private let state = Mutex(State())

    /// A broadcast of the journal `anchor`; `now` stamps what is told out of band.
    init(
        anchor: String = UUID().uuidString, limit: Limit = Limit(),
        now: @escaping @Sendable () -> WallTime = Broadcast.wallClock
    ) {
        self.anchor = anchor
        self.limit = limit
        self.now = now
    }

    /// Tells `announcements`, which must be in order; returns as soon as they stand in the log.
    func publish(_ announcements: [Announcement]) {
        guard !announcements.isEmpty else { return }
        let pieces = announcements.map { ($0, Piece($0)) }
        let awake = state.withLock { state in
            for (announcement, piece) in pieces { state.append(piece, of: announcement) }
            state.shorten(to: limit)
            return state.wake()
        }
        for reader in awake { reader.resume() }
    }

    /// Tells `notice` at once and out of band: for what must be heard when no moment can be stored.
    ///
    /// It stands for readers who come later, until another of its code takes its place; one of
    /// priority `information` takes it back.
    func alarm(_ notice: NoticeNews) {
        let piece = Piece(outOfBand: notice, at: now())
        let awake = state.withLock { state in
            state.alarms[notice.code] = notice.priority == .information ? nil : piece
            state.log.append(piece)
            return state.wake()
        }
        for reader in awake { reader.resume() }
    }

    /// Everything after announcement `after`, then what follows; nil: all that is held.
    ///
    /// `evict` is called when the reader has not come back for ``Limit/patience`` pulses.
    func subscribe(
        after: Int64? = nil, evict: @escaping @Sendable () -> Void = {}
    ) -> Subscription {
        let first = pulse
        let reader = state.withLock {
            $0.enter(after: after, pulse: first, evict: evict, word: gapWord)
        }
        return Subscription(broadcast: self, reader: reader)
    }

    /// Tells every reader that the daemon lives and what time it is; call it once a second.
    func beat() {
        let next = pulse
        let (awake, stuck) = state.withLock { $0.beat(next, patience: limit.patience) }
        for reader in awake { reader.resume() }
        for evict in stuck { evict() }
    }

    /// The server's time, the last number and the journal's name, as an event of its own kind.
    private var pulse: [UInt8] {
        let last = census.last
        let data = #"{"anchor":"\#(anchor)","last":\#(last),"now":"\#(now())"}"#
        return [UInt8]("event: pulse\ndata: \(data)\n\n".utf8)
    }

    /// Numbers for the metrics, and for readers that want to know when they have caught up.
    var census: Census {
        state.withLock {
            Census(
                last: $0.last, held: $0.log.count, subscribers: $0.readers.count,
                dropped: $0.dropped)
        }
    }

    /// How the broadcast stands.
    struct Census: Sendable, Equatable {
        /// The last announcement's number; 0 before the first.
        var last: Int64
        /// How many announcements the log holds.
        var held: Int
        /// How many listen.
        var subscribers: Int
        /// How many were ever dropped for being slow.
        var dropped: Int
    }

    /// The host's wall clock, for people.
    static let wallClock: @Sendable () -> WallTime = {
        WallTime(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9))
    }

    private func gapWord(_ from: Int64, _ to: Int64) -> Piece {
        Piece(
            outOfBand: NoticeNews(
                priority: .low, code: "stream-gap",
                text: "Announcements \(from) to \(to) are no longer held: reload, or read "
                    + "/api/procedures for the state."), at: now())
    }

    private func dropWord() -> Piece {
        Piece(
            outOfBand: NoticeNews(
                priority: .low, code: "stream-dropped",
                text: "This reader was too slow and is dropped: connect again with the number of "
                    + "the last announcement it has seen."), at: now())
    }
}

extension Broadcast {
    /// What `reader` has not seen yet, once there is any; nil when it left or was dropped.
    func turn(of reader: Int) async -> Subscription.Turn? {
        while !Task.isCancelled {
            switch state.withLock({ $0.take(reader, word: dropWord) }) {
            case .turn(let turn): return turn
            case .gone: return nil
            case .nothing: await news(for: reader)
            }
        }
        leave(reader)
        return nil
    }

    /// Forgets `reader`.
    func leave(_ reader: Int) {
        state.withLock { $0.readers.removeValue(forKey: reader) }?.waiting?.resume()
    }

    private func news(for reader: Int) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if !state.withLock({ $0.wait(reader, continuation) }) { continuation.resume() }
            }
        } onCancel: {
            leave(reader)
        }
    }
}
