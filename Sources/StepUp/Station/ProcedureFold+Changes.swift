/// What a change of the plan does to a procedure: only to what is still ahead.
///
/// Tubes that were filled, whose second has passed, or that have results stay as they are; those
/// that are left out stay where they are too, so that one which comes after all is known.
extension ProcedureFold {
    /// The plan after `change`, if it can be made; nothing is done yet.
    func planned(_ change: Plan.Change) throws(Refusal) -> Plan {
        guard closed == nil else { throw .closed(id) }
        switch change {
        case .addInjection(let site):
            guard plan.sites.contains(where: { $0.id == site }) else {
                throw .unknownSite(site, known: plan.sites.map(\.id))
            }
            guard injections.count < Self.injectionLimit else {
                throw .tooManyInjections(limit: Self.injectionLimit)
            }
            return plan.restored(site)
        case .dropInjection(let number):
            guard (1...injections.count).contains(number) else {
                throw .unknownInjection(number, planned: injections.count)
            }
            let run = injections[number - 1]
            guard run.marked == nil else { throw .alreadyInjected(number, site: run.site) }
            let isOnly = !injections.contains { other in
                other.site == run.site && other.number != number && !isDropped(other)
            }
            // A site whose only injection is dropped is not awaited any more.
            guard isOnly else { return plan }
            return try plan.changed(by: .dropSite(run.site), names: atlas.anatomy)
        default: return try plan.changed(by: change, names: atlas.anatomy)
        }
    }

    /// Makes a change whose plan is `next`.
    mutating func make(_ change: Plan.Change, _ next: Plan, out: inout Outbox) {
        let before = plan
        let first = rack.specimens.count
        hasChangedPlan = true
        adopt(next, out: &out)
        switch change {
        case .addInjection(let site):
            let waiting = injections.firstIndex { $0.site == site && $0.marked == nil }
            let isBack = before.dropped.sites.contains(site)
            if let waiting, isBack || injections[waiting].isDropped {
                injections[waiting].isDropped = false
            } else {
                addInjection(site: site, out: &out)
            }
        case .dropInjection(let number) where next == before:
            injections[number - 1].isDropped = true
        case .addSite:
            for site in next.sites where !before.sites.contains(site) {
                addInjection(site: site.id, out: &out)
            }
        case .addCriterion(let rule):
            panels.append(
                Panel(rule: Shared(rule), verdicts: Array(repeating: nil, count: places.count)))
        default: break
        }
        out.tell(.procedure(news), of: id)
        for added in first..<rack.specimens.count { begin(added, out: &out) }
        settlePlan(out: &out)
    }

    /// Announces a tube that the plan adds: expected, if it can still be filled in time.
    private mutating func begin(_ index: Int, out: inout Outbox) {
        if isAwaited(index, at: out.time) {
            rack[index].isDropped = false
            rack[index].state = .expected
            rack[index].reason = nil
        }
        tell(index, to: &out)
    }

    /// An injection that was left out is given after all.
    mutating func restore(_ number: Int, out: inout Outbox) {
        guard isDropped(injections[number - 1]) else { return }
        adopt(plan.restored(injections[number - 1].site), out: &out)
        injections[number - 1].isDropped = false
        settlePlan(out: &out)
    }

    /// True for an injection that is not to be given.
    func isDropped(_ run: Injection) -> Bool {
        run.marked == nil && (run.isDropped || plan.dropped.sites.contains(run.site))
    }

    /// Takes `next` as the plan, with a place for every tube that it adds.
    private mutating func adopt(_ next: Plan, out: inout Outbox) {
        guard next != plan else { return }
        let veins = plan.veins.map(\.id)
        sharedPlan = Shared(next)
        for refused in rack.change(to: sharedPlan) { tellTwice(refused, to: &out) }
        relay(from: veins)
    }

    /// Brings tubes, verdicts, prompt and map in step with the plan.
    mutating func settlePlan(out: inout Outbox) {
        for index in rack.specimens.indices { settlePlace(index, out: &out) }
        for lane in places.indices {
            let number = places[lane].injection
            fill(lane)
            let isTold = panels.contains { $0.verdicts[lane] != nil }
            let isGiven = injections[number - 1].marked != nil && !judged(lane).isEmpty
            if isTold || isGiven { _ = judge(lane: lane, out: &out) }
            witnesses[lane].finding = finding(of: lane)
        }
        updatePrompt(out: &out)
        drawMap(out: &out)
        reviewHints(out: &out)
    }

    /// Puts the tubes of a lane where judgement and hints look.
    private mutating func fill(_ lane: Int) {
        let (number, vein) = (places[lane].injection, lane % plan.veins.count)
        lanes[lane] = rack.lane(injection: number, vein: vein, since: zero(of: number))
        for draw in lanes[lane].indices { board.take(lanes[lane][draw], vein: vein, draw: draw) }
    }

    /// The tubes of a lane that the judgement looks at: those that are left out are no gaps.
    func judged(_ lane: Int) -> [Tube] {
        guard hasChangedPlan else { return lanes[lane] }
        let (number, vein) = (places[lane].injection, lane % plan.veins.count)
        return lanes[lane].indices.filter {
            rack.counts(draw: $0, injection: number, vein: vein)
        }.map { lanes[lane][$0] }
    }

    /// Leaves a tube that is still ahead out, or takes it in again.
    private mutating func settlePlace(_ index: Int, out: inout Outbox) {
        let isWanted = isAwaited(index, at: out.time)
        switch rack[index].state {
        case .expected where !isWanted && isAhead(index, at: out.time):
            rack[index].isDropped = true
            change(index, to: .missing, reason: "not planned any more", out: &out)
        case .missing where rack[index].isDropped && isWanted:
            rack[index].isDropped = false
            change(index, to: .expected, out: &out)
        default: break
        }
    }

    /// Leaves the tubes of a new injection out that the plan does not ask for any more.
    mutating func dropUnplanned(of number: Int) {
        guard !plan.dropped.isEmpty else { return }
        for index in rack.tubes(of: number) {
            let place = rack[index].place
            guard
                plan.dropped.veins.contains(place.vein)
                    || plan.dropped.draws.contains(place.second)
            else { continue }
            rack[index].isDropped = true
            rack[index].state = .missing
            rack[index].reason = "not planned any more"
        }
    }

    /// True for a tube that the plan wants and that can still be filled in time.
    private func isAwaited(_ index: Int, at time: Duration) -> Bool {
        let place = rack[index].place
        return isAhead(index, at: time) && !isDropped(injections[place.injection - 1])
            && !plan.dropped.veins.contains(place.vein)
            && !plan.dropped.draws.contains(place.second)
    }

    /// True while the tube's second has not passed.
    private func isAhead(_ index: Int, at time: Duration) -> Bool {
        let place = rack[index].place
        guard let zero = zero(of: place.injection) else { return true }
        return zero + .seconds(place.second) > time
    }
}

extension Plan {
    /// The plan in which `site` is not dropped.
    fileprivate func restored(_ site: String) -> Plan {
        var plan = self
        plan.dropped.sites.removeAll { $0 == site }
        return plan
    }
}
