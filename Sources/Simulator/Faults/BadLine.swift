import Protocols

/// A cable that hurts what it carries, as ``Faults`` say.
///
/// One pure value between the two ends: each gives it what it writes, and it says what arrives, and
/// ``deadline`` when more does. Nothing overtakes anything else on the same way.
struct BadLine: Sendable {
    /// Where bytes go.
    enum End: Sendable { case host, analyzer }

    /// What comes out of the cable.
    enum Event: Sendable, Equatable {
        case bytes([UInt8], to: End)
        case unplugged
        case plugged
        /// Something went wrong, for people to see.
        case fault(Fault)
    }

    /// Something under way, and when it comes out.
    private struct Parcel {
        var time: Duration
        var event: Event
    }

    private let faults: Faults
    private let link: LinkOptions
    private var chance: Chance
    private var parcels: [Parcel] = []
    private var isUnplugged = false
    private var silentUntil = Duration.zero
    /// What waits to be joined by the next bytes on the way to the host.
    private var waiting: [UInt8] = []
    /// How many answers will still be turned into NAK.
    private var refusals = 0
    /// The number of the last frame that passed.
    private var lastNumber: UInt8?

    /// How long bytes wait for others to join them.
    static let joining = Duration.seconds(1)

    /// A cable of a `link` that suffers from `faults` by the chance of `seed`.
    init(_ faults: Faults, link: LinkOptions, seed: UInt64) {
        self.faults = faults
        self.link = link
        chance = Chance(seed: seed, purpose: "faults")
    }

    /// When ``expire(at:)`` has something to say.
    var deadline: Duration? { parcels.first?.time }

    /// Takes what one end writes at `now`; says what arrives at once.
    mutating func carry(_ bytes: [UInt8], to end: End, at now: Duration) -> [Event] {
        guard !isUnplugged, now >= silentUntil else { return [] }
        var bytes = bytes
        if end == .host, !waiting.isEmpty {
            bytes = waiting + bytes
            waiting = []
            parcels.removeAll { $0.event == .bytes([], to: .host) }
        }
        if end == .analyzer, refusals > 0 {
            refusals -= 1
            bytes = [.nak]
        } else if let fault = fault(for: bytes, to: end), hurt(bytes, to: end, by: fault, at: now) {
            return [.fault(fault)] + expire(at: now)
        }
        post(.bytes(bytes, to: end), at: now)
        return expire(at: now)
    }

    /// Lets out what has come by `now`, in order.
    mutating func expire(at now: Duration) -> [Event] {
        var events: [Event] = []
        while let first = parcels.first, first.time <= now {
            parcels.removeFirst()
            switch first.event {
            case .bytes([], to: .host):
                if !waiting.isEmpty { events.append(.bytes(waiting, to: .host)) }
                waiting = []
            case .plugged:
                isUnplugged = false
                events.append(.plugged)
            default: events.append(first.event)
            }
        }
        return events
    }

    /// What happens to `bytes`, if anything.
    private mutating func fault(for bytes: [UInt8], to end: End) -> Fault? {
        defer { if let number = number(of: bytes) { lastNumber = number } }
        guard !bytes.isEmpty, chance.unit() < faults.rate else { return nil }
        let possible = faults.menu.filter {
            $0.occurs(on: link) && canHappen($0, to: bytes, for: end)
        }
        return possible.isEmpty ? nil : possible[chance.below(possible.count)]
    }

    private func canHappen(_ fault: Fault, to bytes: [UInt8], for end: End) -> Bool {
        switch fault {
        case .lost, .flipped, .late, .silence, .unplug: true
        // Nobody can tell a doubled ENQ or ACK from two of them.
        case .split, .doubled: bytes.count > 1
        case .merged: end == .host
        case .lostReply: end == .analyzer
        case .sixRefusals: end == .analyzer && bytes == [.ack]
        case .contention: end == .host && bytes == [.enq]
        case .skippedNumber: number(of: bytes) != nil
        case .repeatedNumber: number(of: bytes) != nil && lastNumber != nil
        case .noise: end == .host && (bytes == [.enq] || !link.asksFirst)
        }
    }

    /// The number of the frame that `bytes` are, if they are one.
    private func number(of bytes: [UInt8]) -> UInt8? {
        guard link.kind == .e1381, bytes.first == .stx, bytes.count > 5 else { return nil }
        return bytes[1]
    }
}

extension BadLine {
    /// Lets `fault` happen to `bytes`; false when it would be one that nobody could notice.
    private mutating func hurt(
        _ bytes: [UInt8], to end: End, by fault: Fault, at now: Duration
    ) -> Bool {
        switch fault {
        case .lost, .doubled, .flipped:
            let hurt = damaged(bytes, by: fault)
            guard !link.isForged(hurt, from: bytes) else { return false }
            post(.bytes(hurt, to: end), at: now)
        case .late:
            post(.bytes(bytes, to: end), at: now + .milliseconds(200 + chance.below(19_800)))
        case .split: postPieces(of: bytes, to: end, at: now)
        case .merged:
            waiting = bytes
            post(.bytes([], to: .host), at: now + Self.joining)
        case .lostReply: break
        case .skippedNumber: post(.bytes(bytes.renumbered(by: 1), to: end), at: now)
        case .repeatedNumber: post(.bytes(bytes.renumbered(by: 7), to: end), at: now)
        case .noise:
            let noise = (0..<1 + chance.below(20)).map { _ in UInt8(chance.below(256)) }
            post(.bytes(noise, to: end), at: now)
            post(.bytes(bytes, to: end), at: now + .milliseconds(1500))
        case .silence: silentUntil = now + .seconds(31 + chance.below(40))
        case .contention:
            post(.bytes([.enq], to: .analyzer), at: now)
            post(.bytes(bytes, to: end), at: now)
        case .sixRefusals:
            refusals = 5
            post(.bytes([.nak], to: end), at: now)
        case .unplug: unplug(while: bytes, to: end, at: now)
        }
        return true
    }

    private mutating func damaged(_ bytes: [UInt8], by fault: Fault) -> [UInt8] {
        var bytes = bytes
        let place = chance.below(bytes.count)
        switch fault {
        case .lost: bytes.remove(at: place)
        case .doubled: bytes.insert(bytes[place], at: place)
        default: bytes[place] ^= 1 << UInt8(chance.below(8))
        }
        return bytes
    }

    private mutating func postPieces(of bytes: [UInt8], to end: End, at now: Duration) {
        var (rest, time) = (bytes[...], now)
        while !rest.isEmpty {
            let piece = rest.prefix(1 + chance.below(max(bytes.count / 2, 1)))
            rest = rest.dropFirst(piece.count)
            post(.bytes(Array(piece), to: end), at: time)
            time += .milliseconds(20 + chance.below(300))
        }
    }

    /// Some of `bytes` still arrives; everything else that is under way is lost.
    private mutating func unplug(while bytes: [UInt8], to end: End, at now: Duration) {
        parcels = []
        waiting = []
        refusals = 0
        isUnplugged = true
        let head = Array(bytes.prefix(chance.below(bytes.count)))
        if !head.isEmpty { post(.bytes(head, to: end), at: now) }
        post(.unplugged, at: now)
        post(.plugged, at: now + .seconds(1 + chance.below(90)))
    }

    /// Puts `event` on its way, behind whatever is under way to the same end.
    private mutating func post(_ event: Event, at time: Duration) {
        let last = parcels.last { $0.event.end == event.end }?.time ?? time
        let parcel = Parcel(time: max(time, last), event: event)
        let place = parcels.firstIndex { $0.time > parcel.time } ?? parcels.endIndex
        parcels.insert(parcel, at: place)
    }
}

extension BadLine.Event {
    /// Where it goes; nil for what concerns both ends.
    fileprivate var end: BadLine.End? {
        if case .bytes(_, let end) = self { end } else { nil }
    }
}

extension LinkOptions {
    /// True when a message begins with ENQ.
    fileprivate var asksFirst: Bool { kind == .e1381 || kind == .simplified || kind == .bci }

    /// True when `hurt`, which was `bytes`, looks right and says something else.
    ///
    /// A sum of eight bits lets one damaged frame in 256 through: no receiver could notice.
    fileprivate func isForged(_ hurt: [UInt8], from bytes: [UInt8]) -> Bool {
        isChecked && !contents(of: hurt).allSatisfy(contents(of: bytes).contains)
    }

    /// The numbers and texts that a receiver would take from `bytes`.
    private func contents(of bytes: [UInt8]) -> [[UInt8]] {
        guard kind == .e1381 else {
            var end = end()
            return end.receive([.enq] + bytes, damaged: false, at: .zero).compactMap { action in
                if case .deliver(let message) = action { message.text } else { nil }
            }
        }
        var (deframer, text, index) = (Deframer(options: self), [UInt8](), 0)
        var found: [[UInt8]] = []
        while let event = deframer.next(in: bytes, from: &index, into: &text) {
            guard case .frame(let frame) = event, frame.fault == nil else { continue }
            found.append([frame.number, frame.isEnd ? 1 : 0] + text[frame.start...])
        }
        return found
    }
}

extension [UInt8] {
    /// This frame, with its number so much higher and a sum that is right.
    fileprivate func renumbered(by step: UInt8) -> [UInt8] {
        guard let end = lastIndex(where: { $0 == .etx || $0 == .etb }), end + 2 < count else {
            return self
        }
        var frame = self
        frame[1] = 0x30 + (self[1] &- 0x30 &+ step) % 8
        let sum = frame[1...end].reduce(UInt8(0), &+)
        let digits = [UInt8]("0123456789ABCDEF".utf8)
        (frame[end + 1], frame[end + 2]) = (digits[Int(sum >> 4)], digits[Int(sum & 15)])
        return frame
    }
}
