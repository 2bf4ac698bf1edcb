/// What an assignment moves: an ID, its results, and the draw that goes with it.
struct Seated {
    /// The results.
    var history: History
    /// When it was filled.
    var filling = Specimen.Filling()
}

extension ProcedureFold {
    /// Takes a specimen off its place, which goes back to expected.
    ///
    /// With `keepsDraw` the place stays drawn, whatever its label said: the place that the specimen
    /// goes to was drawn as well.
    mutating func unseat(
        _ index: Int, keepsDraw: Bool, out: inout Outbox
    ) -> Seated {
        let old = rack[index]
        rack.unbind(index)
        if let planned = rack.plannedID(at: old.place), planned != old.id,
            rack.index(of: planned) == nil
        {
            rack.bind(planned, to: index)
        }
        rack[index].history = History()
        if !keepsDraw {
            rack[index].filling = Specimen.Filling()
            drawn.removeAll { $0.specimen == index }
        }
        change(index, to: rack[index].stateBeforeResults, out: &out)
        judge(around: index, out: &out)
        updatePrompt(out: &out)
        return Seated(
            history: old.history, filling: keepsDraw ? Specimen.Filling() : old.filling)
    }

    /// Puts a specimen at a place, with its results.
    ///
    /// - Returns: the ID that had the place, when it has results; they must be held.
    mutating func seat(
        _ id: String, _ seated: Seated, at index: Int, out: inout Outbox
    ) -> (id: String, history: History)? {
        var displaced: (id: String, history: History)?
        var tube = index
        if rack[index].state == .void {
            tube = rack.replace(index)
        } else if let old = rack[index].id, old != id {
            if !rack[index].history.told.isEmpty { displaced = (old, rack[index].history) }
            rack[index].history = History()
        }
        rack.bind(id, to: tube)
        if !rack[tube].filling.isDone { rack[tube].filling = seated.filling }
        let place = rack[tube].place
        rack[tube].history.absorb(
            seated.history.placed(
                at: place, site: rack[tube].site,
                actual: rack[tube].filling.actual(since: zero(of: place.injection))))
        let isMeasured = rack[tube].history.hasCurrent(of: plan.analyte)
        let isReceived = !rack[tube].history.told.isEmpty
        let state = isMeasured ? .result : isReceived ? .received : rack[tube].stateBeforeResults
        change(tube, to: state, out: &out)
        if !isMeasured, let time = rack[tube].filling.drawn { expect(tube, since: time) }
        judge(around: tube, out: &out)
        updatePrompt(out: &out)
        tidy()
        return displaced
    }

    /// Has the tube missed when its result does not come, counted from `time`.
    private mutating func expect(_ tube: Int, since time: Duration) {
        drawn.removeAll { $0.specimen == tube }
        let after = drawn.firstIndex { $0.time > time } ?? drawn.endIndex
        drawn.insert((time, tube), at: after)
    }
}

extension History {
    /// The same results, tagged with the place where their specimen belongs.
    func placed(at place: Mark.Place, site: String, actual: Double?) -> History {
        History(
            told: told.map {
                var told = $0
                told.news.place = place
                told.news.site = site
                told.news.actual = actual
                return told
            })
    }
}
