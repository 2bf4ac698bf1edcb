/// Specimens that lose their place or find another one.
extension Station {
    /// A specimen, held or wrongly bound, goes to its place with its results; what had the place
    /// is held, if it has results.
    mutating func assign(
        _ specimen: String, to place: Mark.Place, in fold: Int, into out: inout Outbox
    ) throws(Refusal) {
        guard let target = folds[fold].rack.index(at: place) else { throw .unknownPlace(place) }
        let source = tube(of: specimen)
        let held = unsettled[specimen]
        let isThere = source.map { $0.fold == fold && $0.tube == target } ?? false
        if let source, folds[source.fold].rack[source.tube].state == .void {
            throw .alreadyVoid(specimen)
        }
        guard !isThere || held != nil else { throw .alreadyThere(specimen, place) }
        var seated = Seated(
            history: held?.history ?? History(), filling: .init(drawn: held?.drawn))
        _ = unsettled.release(specimen)
        if let source, !isThere {
            let taken = folds[source.fold].unseat(
                source.tube, keepsDraw: folds[fold].rack[target].filling.isDone,
                out: &out)
            seated.filling = taken.filling
            var history = taken.history
            history.absorb(seated.history)
            seated.history = history
        }
        let old = folds[fold].rack[target].id
        let displaced = folds[fold].seat(
            specimen, seated, at: target, out: &out)
        if let old, old != specimen, unsettled[old] == nil { folds[fold].displaced.insert(old) }
        if let displaced {
            hold(
                displaced.id, history: displaced.history,
                reason: "its place was given to \(specimen)", into: &out)
        }
        if let source, !isThere { giveBack(source, into: &out) }
    }

    /// A place that is its own label's again gets what was held of that meanwhile.
    private mutating func giveBack(_ place: (fold: Int, tube: Int), into out: inout Outbox) {
        guard let id = folds[place.fold].rack[place.tube].id,
            folds[place.fold].displaced.remove(id) != nil, let held = unsettled.release(id)
        else { return }
        _ = folds[place.fold].seat(id, Seated(history: held.history), at: place.tube, out: &out)
    }

    /// An injection was marked by mistake: what lost its place with it is held.
    mutating func withdraw(
        _ number: Int, reason: String, by author: String, in fold: Int, into out: inout Outbox
    ) throws(Refusal) {
        let unplaced = try folds[fold].withdraw(
            injection: number, reason: reason, by: author, out: &out)
        let name = "injection \(number) (\(folds[fold].injections[number - 1].site))"
        for one in unplaced {
            keep(
                one.id,
                Held.Entry(
                    history: one.history, drawn: one.drawn, reason: "\(name) was withdrawn"),
                into: &out)
        }
        let rest =
            switch unplaced.count {
            case 0: ""
            case 1: " Its specimen is held: assign it, or void it."
            case let count: " Its \(count) specimens are held: assign them, or void them."
            }
        out.notice(
            unplaced.isEmpty ? .information : .medium, "injection-withdrawn",
            "\(name.prefix(1).uppercased() + name.dropFirst()) was withdrawn by \(author): "
                + "\(reason).\(rest)", of: folds[fold].id)
    }
}
