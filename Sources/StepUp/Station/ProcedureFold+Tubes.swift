/// What marks do to tubes: drawing, voiding, correcting, and finding their place.
extension ProcedureFold {
    /// A tube was filled now; `elsewhere` is the other procedure that has the ID, in words.
    mutating func draw(
        specimen: String?, place: Mark.Place?, elsewhere: String?,
        out: inout Outbox
    ) throws(Refusal) {
        guard closed == nil else { throw .closed(id) }
        let index = try target(specimen: specimen, place: place, elsewhere: elsewhere)
        let run = injections[rack[index].place.injection - 1]
        guard rack[index].place.second <= 0 || run.marked != nil else {
            throw .notInjected(run.number, site: run.site)
        }
        let tube = try fill(index, with: specimen)
        rack[tube].filling.drawn = out.time
        drawn.append((out.time, tube))
        attention = run.number
        if rack[tube].state == .expected || rack[tube].isDropped {
            rack[tube].state = .drawn
            rack[tube].reason = nil
        }
        rack[tube].isDropped = false
        tell(tube, to: &out)
        judge(around: tube, out: &out)
        updatePrompt(out: &out)
    }

    /// The tube that a draw means.
    private func target(
        specimen: String?, place: Mark.Place?, elsewhere: String?
    ) throws(Refusal) -> Int {
        guard let place else {
            guard let specimen else { throw .nothingNamed }
            guard let index = rack.index(of: specimen) else { throw .unknownSpecimen(specimen) }
            guard rack[index].state != .void else { throw .alreadyVoid(specimen) }
            return index
        }
        guard let index = rack.index(at: place) else { throw .unknownPlace(place) }
        if let specimen {
            if let owner = rack.index(of: specimen), owner != index {
                throw .boundElsewhere(specimen, to: words(for: owner))
            }
            if let owner = elsewhere { throw .boundElsewhere(specimen, to: owner) }
        }
        return index
    }

    /// Readies the tube for a draw: a void one is replaced by a fresh one, a new ID is bound.
    private mutating func fill(_ index: Int, with specimen: String?) throws(Refusal) -> Int {
        var tube = index
        if rack[index].state == .void {
            guard let specimen, specimen != rack[index].id else {
                throw .alreadyVoid(rack[index].id ?? "without ID")
            }
            tube = rack.replace(index)
        } else if rack[index].filling.isDone {
            throw .alreadyDrawn(rack[index].place)
        }
        if let specimen, rack[tube].id != specimen { rack.bind(specimen, to: tube) }
        return tube
    }

    /// A specimen does not count any more.
    mutating func void(
        _ specimen: String, reason: String, out: inout Outbox
    ) throws(Refusal) {
        guard let index = rack.index(of: specimen) else { throw .unknownSpecimen(specimen) }
        guard rack[index].state != .void else { throw .alreadyVoid(specimen) }
        change(index, to: .void, reason: reason, out: &out)
        judge(around: index, out: &out)
        updatePrompt(out: &out)
        tidy()
    }

    /// The draw was at another second; a draw that nobody marked becomes one.
    mutating func correct(
        _ specimen: String, second: Double, out: inout Outbox
    ) throws(Refusal) {
        guard let index = rack.index(of: specimen) else { throw .unknownSpecimen(specimen) }
        guard rack[index].state != .void else { throw .alreadyVoid(specimen) }
        guard second.magnitude <= Self.dayInSeconds else { throw .notANumber(second) }
        rack[index].filling.corrected = second
        if rack[index].state == .expected || rack[index].state == .missing {
            rack[index].state = .drawn
            rack[index].reason = nil
            drawn.append((out.time, index))
        }
        tell(index, to: &out)
        judge(around: index, out: &out)
        updatePrompt(out: &out)
    }

    /// A tube's place, in words.
    func words(for index: Int) -> String {
        let place = rack[index].place
        return "injection \(place.injection), \(place.vein), second \(place.second)"
    }
}
