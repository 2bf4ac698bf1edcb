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
    /// When its draw was marked, on the monotonic clock.
    var drawn: Duration?
    /// The actual second that somebody stated instead of the marked one; it stays as stated when
    /// second zero is corrected later.
    var corrected: Double?
    /// Its results.
    var history = History()

    /// The expected tube of `place`.
    init(place: Mark.Place, site: String, id: String? = nil) {
        self.place = place
        self.site = site
        self.id = id
    }

    /// True when it was filled, by a mark or by a stated second.
    var isDrawn: Bool { drawn != nil || corrected != nil }

    /// The state without its results: what it goes back to when they are taken away.
    var stateBeforeResults: SpecimenNews.State { isDrawn ? .drawn : .expected }

    /// Seconds from second zero to the draw, to the millisecond; nil when either is unknown.
    func actual(since zero: Duration?) -> Double? {
        if let corrected { return corrected }
        guard let drawn, let zero else { return nil }
        return (drawn - zero).inSeconds
    }

    /// The announcement of its state.
    func news(since zero: Duration?) -> SpecimenNews {
        SpecimenNews(
            specimen: id, state: state, place: place, site: site, actual: actual(since: zero),
            reason: reason, suggestion: nil)
    }

    /// What the judgement sees of it.
    func tube(of analyte: String, since zero: Duration?) -> Tube {
        Tube(
            place: place, specimen: id ?? "", actual: actual(since: zero), fate: fate(of: analyte))
    }

    private func fate(of analyte: String) -> Tube.Fate {
        if state == .void { return .settled }
        if let current = history.current(of: analyte) {
            return .measured(current.result, announcement: current.announcement)
        }
        return state == .missing ? .settled : .awaited
    }
}

extension SpecimenNews.State {
    /// True while a result is to come for a tube that is known to exist.
    var isAwaited: Bool { self == .drawn || self == .received }
}

extension Duration {
    /// Seconds, rounded to the millisecond: finer than any hand on a syringe.
    var inSeconds: Double {
        let (whole, atto) = components
        return Double(
            whole * 1000 + (atto + (atto < 0 ? -1 : 1) * 500_000_000_000_000)
                / 1_000_000_000_000_000) / 1000
    }
}
