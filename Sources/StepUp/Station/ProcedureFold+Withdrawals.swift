internal import Protocols

/// What becomes of a mark that was made by mistake: it stays in the record and does not count.
extension ProcedureFold {
    /// A specimen that has no place any more.
    struct Unplaced {
        /// Its ID, or its position in the run where the analyzer read none.
        let id: String
        /// Its results.
        let history: History
        /// When it was filled, on the monotonic clock.
        let drawn: Duration?
    }

    /// The injection was not given.
    ///
    /// It is planned again, or dropped where its mark alone had asked for it. What was drawn after
    /// it loses its place; what was drawn before it stays.
    ///
    /// - Returns: the specimens to hold.
    mutating func withdraw(
        injection number: Int, reason: String, by author: String, out: inout Outbox
    ) throws(Refusal) -> [Unplaced] {
        guard (1...injections.count).contains(number) else {
            throw .unknownInjection(number, planned: injections.count)
        }
        let run = injections[number - 1]
        guard run.marked != nil else { throw .notInjected(number, site: run.site) }
        let at = out.wall
        injections[number - 1].withdrawals.append(
            Withdrawal(of: run.shownZero, at: at, by: author, reason: reason))
        injections[number - 1].unmark()
        out.tell(.procedure(news), of: id)
        var unplaced: [Unplaced] = []
        for index in rack.tubes(of: number) where rack[index].filling.isDone || rack[index].hasCome
        {
            guard rack[index].place.second > 0, rack[index].state != .void else {
                tell(index, to: &out)
                continue
            }
            if rack[index].filling.isDone {
                rack[index].withdrawals.append(
                    Withdrawal(
                        of: filled(index, of: run, out: out), at: at, by: author, reason: reason))
            }
            unplaced += empty(index, out: &out).map { [$0] } ?? []
        }
        attention = lastRunning(at: out.time) ?? number
        hasChangedPlan = true
        settlePlan(out: &out)
        tidy()
        return unplaced
    }

    /// The draw was not: the tube is expected again.
    ///
    /// An ID that was scanned with it goes; one that has results stays with them.
    mutating func withdraw(
        draw place: Mark.Place, reason: String, by author: String, out: inout Outbox
    ) throws(Refusal) {
        guard let index = rack.index(at: place) else { throw .unknownPlace(place) }
        guard rack[index].state != .void else { throw .alreadyVoid(rack[index].id ?? "without ID") }
        guard rack[index].filling.isDone else { throw .notDrawn(place) }
        let marked = filled(index, of: injections[place.injection - 1], out: out)
        rack[index].withdrawals.append(
            Withdrawal(of: marked, at: out.wall, by: author, reason: reason))
        rack[index].filling = Specimen.Filling()
        drawn.removeAll { $0.specimen == index }
        if rack[index].hasCome {
            tell(index, to: &out)
        } else {
            rack.bindAsPlanned(index)
            vacate(index, out: &out)
        }
        judge(around: index, out: &out)
        updatePrompt(out: &out)
        tidy()
    }

    /// When a tube was filled, as shown; nil when only a second was stated, and nobody knows of
    /// what.
    private func filled(_ index: Int, of run: Injection, out: Outbox) -> WallTime? {
        let filling = rack[index].filling
        if let second = filling.corrected { return run.shownZero?.later(by: second) }
        return filling.drawn.map { out.wall.later(by: -(out.time - $0).inSeconds) }
    }

    /// Takes what a tube holds off its place.
    private mutating func empty(_ index: Int, out: inout Outbox) -> Unplaced? {
        let old = rack[index]
        let id = old.id ?? old.history.told.last?.news.result.value.position ?? ""
        rack.unbind(index)
        rack[index].history = History()
        rack[index].filling = Specimen.Filling()
        drawn.removeAll { $0.specimen == index }
        vacate(index, out: &out)
        guard !id.isEmpty else { return nil }
        return Unplaced(id: id, history: old.history, drawn: old.filling.drawn)
    }

    /// A tube that was not drawn after all: expected, if it still is to be drawn.
    private mutating func vacate(_ index: Int, out: inout Outbox) {
        let place = rack[index].place
        let isPlanned =
            !isDropped(injections[place.injection - 1])
            && !plan.dropped.veins.contains(place.vein)
            && !plan.dropped.draws.contains(place.second)
        rack[index].isDropped = !isPlanned
        let reason = isPlanned ? "not drawn before the close" : "not planned any more"
        let isOver = closed != nil || !isPlanned
        change(index, to: isOver ? .missing : .expected, reason: isOver ? reason : nil, out: &out)
    }

    /// The injection that was given last, while its tubes are to be drawn.
    private func lastRunning(at time: Duration) -> Int? {
        let last = injections.filter { $0.marked != nil }
            .max { ($0.marked ?? .zero, $0.number) < ($1.marked ?? .zero, $1.number) }
        return last.flatMap { isRunning($0.number, at: time) ? $0.number : nil }
    }
}

extension ProcedureFold.Injection {
    /// Makes it one that is not given; dropped where its mark alone had asked for it.
    fileprivate mutating func unmark() {
        (marked, wall, dose, shift) = (nil, nil, nil, 0)
        isDropped = isUnplanned
    }
}

extension Specimen {
    /// True when it has come to the analyzer: it has results, or was asked about.
    fileprivate var hasCome: Bool { state == .received || !history.told.isEmpty }
}

extension Withdrawal {
    /// What stood for `marked` is taken back.
    fileprivate init(of marked: WallTime?, at wall: WallTime, by author: String, reason: String) {
        self.init(
            marked: marked.map(ShownTime.init), at: ShownTime(wall), by: author, reason: reason)
    }
}
