import StepUp

extension Broadcast {
    /// The log and everybody's place in it.
    struct State: Sendable {
        typealias Waiting = CheckedContinuation<Void, Never>

        /// Somebody who listens.
        struct Reader: Sendable {
            /// What is told before the log: the standing news and alarms.
            var prelude: [Piece]
            /// The next place to read, counted from the first piece ever.
            var place: Int
            /// Where the log ended when it came: alarms before that are told in the prelude.
            let entry: Int
            /// The sign of life that it has not seen yet.
            var pulse: [UInt8]?
            /// Pulses since it last came for news.
            var beats = 0
            /// Ends a reader that does not come back.
            let evict: @Sendable () -> Void
            /// Who sleeps until there is news.
            var waiting: Waiting?
        }

        /// What a reader finds.
        enum Find {
            case turn(Subscription.Turn)
            case nothing
            case gone
        }

        var log: [Piece] = []
        var readers: [Int: Reader] = [:]
        /// What stands out of band, by its code.
        var alarms: [String: Piece] = [:]
        var last: Int64 = 0
        var dropped = 0
        /// The place of the first piece that is held.
        private var first = 0
        /// The place at which new readers begin; the procedure before it is kept for slow ones.
        private var start = 0
        /// The news that a reader who begins at ``start`` would miss.
        private var standing: [Piece] = []
        private var news: [String: Piece] = [:]
        private var known: Set<String> = []
        private var open: Set<String> = []
        private var bytes = 0
        private var entered = 0
    }
}

extension Broadcast.State {
    /// Takes one piece into the log; the first word of a new procedure starts it afresh.
    mutating func append(_ piece: Piece, of announcement: Announcement) {
        switch announcement.body {
        case .hello: news["hello"] = piece
        case .line(let line): news["line \(line.line)"] = piece
        case .procedure(let procedure):
            note(announcement.procedure ?? "", isOpen: procedure.state == .open)
        default: break
        }
        log.append(piece)
        bytes += piece.event.count
        last = announcement.id
    }

    private mutating func note(_ procedure: String, isOpen: Bool) {
        if isOpen, open.isEmpty, !known.isEmpty, !known.contains(procedure) {
            forget(start - first)
            begin(at: first + log.count)
            known = []
        }
        known.insert(procedure)
        if isOpen { open.insert(procedure) } else { open.remove(procedure) }
    }

    private mutating func begin(at place: Int) {
        start = place
        let next = log.dropFirst(place - first).first { $0.id != nil }?.id ?? .max
        standing = news.values.filter { ($0.id ?? 0) < next }
            .sorted { ($0.id ?? 0) < ($1.id ?? 0) }
    }

    /// Forgets the oldest announcements of a log that is over its limit.
    mutating func shorten(to limit: Broadcast.Limit) {
        guard bytes > limit.bytes else { return }
        var (count, rest) = (0, bytes)
        while rest > limit.bytes / 2, count < log.count {
            rest -= log[count].event.count
            count += 1
        }
        forget(count)
        if start < first { begin(at: first) }
    }

    private mutating func forget(_ count: Int) {
        bytes -= log[..<count].reduce(0) { $0 + $1.event.count }
        log.removeFirst(count)
        first += count
    }

    /// Everybody who sleeps, to be woken.
    mutating func wake() -> [Waiting] {
        var awake: [Waiting] = []
        awake.reserveCapacity(readers.count)
        for index in readers.values.indices {
            guard let waiting = readers.values[index].waiting else { continue }
            readers.values[index].waiting = nil
            awake.append(waiting)
        }
        return awake
    }

    /// Gives everybody a sign of life; those who missed the last `patience` ones are out.
    mutating func beat(
        _ pulse: [UInt8], patience: Int
    ) -> (awake: [Waiting], stuck: [@Sendable () -> Void]) {
        for index in readers.values.indices {
            readers.values[index].pulse = pulse
            readers.values[index].beats += 1
        }
        let stuck = readers.filter { $0.value.beats > patience }
        for reader in stuck.keys { readers.removeValue(forKey: reader) }
        dropped += stuck.count
        return (wake() + stuck.compactMap(\.value.waiting), stuck.map(\.value.evict))
    }

    /// A new reader of everything after `after`; `word` tells of what is no longer held.
    mutating func enter(
        after: Int64?, pulse: [UInt8], evict: @escaping @Sendable () -> Void,
        word: (Int64, Int64) -> Piece
    ) -> Int {
        entered += 1
        let held = log.first { $0.id != nil }?.id ?? last + 1
        let standingAlarms = alarms.sorted { $0.key < $1.key }.map(\.value)
        var reader = Reader(
            prelude: standing + standingAlarms, place: start, entry: end, pulse: pulse,
            evict: evict)
        if let after, after >= held - 1 {
            reader.prelude = standingAlarms
            reader.place = place(after: after)
        } else if let after {
            reader.prelude.insert(word(after + 1, held - 1), at: 0)
        }
        readers[entered] = reader
        return entered
    }

    private func place(after seen: Int64) -> Int {
        let next = log.firstIndex { $0.id.map { $0 > seen } ?? false } ?? log.count
        return first + next
    }

    private var end: Int { first + log.count }

    /// What `reader` has not seen; a reader that fell out of the log hears why, and is gone.
    mutating func take(_ reader: Int, word: () -> Piece) -> Find {
        guard var found = readers[reader] else { return .gone }
        guard found.place >= first else {
            readers.removeValue(forKey: reader)
            dropped += 1
            return .turn(Subscription.Turn(pieces: [word()]))
        }
        let next = min(end, found.place + Self.batch)
        let fresh = (found.place..<next).filter { log[$0 - first].id != nil || $0 >= found.entry }
        let pieces = found.prelude + fresh.map { log[$0 - first] }
        let turn = Subscription.Turn(pieces: pieces, pulse: found.pulse)
        found.prelude = []
        found.place = next
        found.pulse = nil
        found.beats = 0
        readers[reader] = found
        return pieces.isEmpty && turn.pulse == nil ? .nothing : .turn(turn)
    }

    /// The most pieces that one turn hands out: about 64 KB, a socket's send buffer.
    private static let batch = 128

    /// Lets `reader` sleep; false when there is something to read already, or it is gone.
    mutating func wait(_ reader: Int, _ continuation: Waiting) -> Bool {
        guard let found = readers[reader], found.place == end, found.prelude.isEmpty,
            found.pulse == nil
        else {
            return false
        }
        readers[reader]?.waiting = continuation
        return true
    }
}
