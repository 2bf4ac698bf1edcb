internal import Protocols

/// One tube of a procedure, from expected to result.
struct Specimen: Sendable, Equatable {
    /// Where it belongs.
    let place: Mark.Place
    /// The injection's site, by id.
    let site: String
    /// The ID that is bound to it; changed by the rack alone, which looks IDs up.
    var id: String?
    /// How far it has come.
    var state = SpecimenNews.State.expected
    /// Why it is void or missing.
    var reason: String?
    /// When it was filled.
    var filling = Filling()
    /// Its draws that were taken back.
    var withdrawals: [Withdrawal] = []
    /// True when the plan does not ask for it any more; it counts again once it was filled.
    var isDropped = false
    /// The lines whose analyzers took an order for it.
    var ordered: Set<String> = []
    /// Its results.
    var history = History()

    /// The expected tube of `place`.
    init(place: Mark.Place, site: String, id: String? = nil) {
        self.place = place
        self.site = site
        self.id = id
    }

    /// The state without its results: what it goes back to when they are taken away.
    var stateBeforeResults: SpecimenNews.State {
        filling.isDone ? .drawn : isDropped ? .missing : .expected
    }

    /// True when the judgement looks at it: it is planned, or came although it is not.
    var counts: Bool { !isDropped || state != .missing }

    /// When a tube was filled.
    struct Filling: Sendable, Equatable {
        /// When its draw was marked, on the monotonic clock.
        var drawn: Duration?
        /// The actual second that somebody stated instead of the marked one; it stays as stated
        /// when second zero is corrected later.
        var corrected: Double?

        /// True when it was filled, by a mark or by a stated second.
        var isDone: Bool { drawn != nil || corrected != nil }

        /// Seconds from second zero to the draw, to the millisecond; nil when either is unknown.
        func actual(since zero: Duration?) -> Double? {
            if let corrected { return corrected }
            guard let drawn, let zero else { return nil }
            return (drawn - zero).inSeconds
        }
    }
}

extension SpecimenNews.State {
    /// True while a result is to come for a tube that is known to exist.
    var isAwaited: Bool { self == .drawn || self == .received }
}

extension Duration {
    /// Seconds, rounded to the millisecond: finer than any hand on a syringe.
    var inSeconds: Double {
        let half: Int128 = attoseconds < 0 ? -500_000_000_000_000 : 500_000_000_000_000
        return Double(Int64((attoseconds + half) / 1_000_000_000_000_000)) / 1000
    }
}
