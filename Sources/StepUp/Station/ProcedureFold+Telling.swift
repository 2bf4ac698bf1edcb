/// What a procedure announces; each only when it differs from what was last told.
extension ProcedureFold {
    /// The procedure as it stands.
    var news: ProcedureNews {
        ProcedureNews(
            state: closed == nil ? .open : .closed, opened: ShownTime(opened), plan: plan,
            injections: injections.map {
                ProcedureNews.Injection(
                    number: $0.number, site: $0.site, zero: $0.shownZero.map(ShownTime.init),
                    dose: $0.dose,
                    repeated: $0.isRepeated, dropped: isDropped($0),
                    withdrawn: $0.withdrawals.isEmpty ? nil : $0.withdrawals)
            })
    }

    /// A tube as it stands.
    func news(of specimen: Int) -> SpecimenNews {
        rack.news(of: specimen, since: zero(of: rack[specimen].place.injection))
    }

    /// Announces a tube.
    func tell(_ specimen: Int, to out: inout Outbox) {
        out.tell(.specimen(news(of: specimen)), of: id)
    }

    /// Brings a tube into another state, and announces it.
    mutating func change(
        _ specimen: Int, to state: SpecimenNews.State, reason: String? = nil, out: inout Outbox
    ) {
        rack[specimen].state = state
        rack[specimen].reason = reason
        tell(specimen, to: &out)
    }

    /// Judges the place of one tube anew.
    mutating func judge(around specimen: Int, out: inout Outbox) {
        let place = rack[specimen].place
        guard let vein = plan.veins.firstIndex(where: { $0.id == place.vein }),
            let draw = rack.draw(at: place.second)
        else { return }
        let lane = (place.injection - 1) * plan.veins.count + vein
        let tube = rack.tube(
            draw: draw, injection: place.injection, vein: vein, since: zero(of: place.injection))
        var change = HintBoard.Change(from: lanes[lane][draw], to: tube)
        board.take(tube, vein: vein, draw: draw)
        lanes[lane][draw] = tube
        if judge(lane: lane, out: &out) {
            drawMap(out: &out)
            change.insert(.findings)
        }
        updateHints(of: place.injection, after: change, out: &out)
    }

    /// Judges every vein of an injection anew.
    mutating func judge(injection: Int, out: inout Outbox) {
        var isChanged = false
        for vein in plan.veins.indices {
            let lane = (injection - 1) * plan.veins.count + vein
            lanes[lane] = rack.lane(injection: injection, vein: vein, since: zero(of: injection))
            for draw in lanes[lane].indices {
                board.take(lanes[lane][draw], vein: vein, draw: draw)
            }
            // Of a vein that is not sampled any more there is nothing to judge.
            guard panels[0].verdicts[lane] != nil || !judged(lane).isEmpty else { continue }
            if judge(lane: lane, out: &out) { isChanged = true }
        }
        if isChanged { drawMap(out: &out) }
        updateHints(of: injection, after: .all, out: &out)
    }

    /// Judges one injection and vein anew by every rule, and announces what changed.
    ///
    /// - Returns: true when what the map is made of changed.
    mutating func judge(lane: Int, out: inout Outbox) -> Bool {
        var isChanged = false
        for panel in panels.indices where panels[panel].rule.value.looks(at: places[lane].vein) {
            let isOther = judge(lane: lane, by: panel, out: &out)
            if panel == 0, isOther { isChanged = true }
        }
        return isChanged
    }

    /// Judges by one rule: where the highest site wins, every verdict that was given before too.
    private mutating func judge(lane: Int, by panel: Int, out: inout Outbox) -> Bool {
        let rule = panels[panel].rule
        guard rule.value.decides == .highest else {
            return tell(lane, by: panel, among: [], out: &out)
        }
        let contenders = self.contenders(under: rule)
        var isChanged = false
        for other in places.indices where other == lane || panels[panel].verdicts[other] != nil {
            if tell(other, by: panel, among: contenders, out: &out) { isChanged = true }
        }
        return isChanged
    }

    /// What every injection and vein is to the others: those that were injected, or still can be.
    private func contenders(under rule: Shared<Criterion>) -> [Contender] {
        places.indices.compactMap { lane in
            let place = places[lane]
            let run = injections[place.injection - 1]
            let isExpected = closed == nil && !isDropped(run)
            guard run.marked != nil || isExpected, rule.value.looks(at: place.vein) else {
                return nil
            }
            return rule.contender(
                judged(lane), site: place.site, vein: place.vein, plan: sharedPlan)
        }
    }

    /// Announces the verdict of one rule on one injection and vein if anything in it changed.
    ///
    /// - Returns: true when the map's share of it changed.
    private mutating func tell(
        _ lane: Int, by panel: Int, among contenders: [Contender], out: inout Outbox
    ) -> Bool {
        let place = places[lane]
        let verdict = panels[panel].rule.verdict(
            injection: place.injection, site: place.site, vein: place.vein, tubes: judged(lane),
            plan: sharedPlan, among: contenders)
        guard let news = panels[panel].next(verdict, lane: lane) else { return false }
        panels[panel].verdicts[lane] = Told(id: out.tell(.verdict(news), of: id), news: news)
        guard panel == 0 else { return false }
        let finding = finding(of: lane)
        guard witnesses[lane].finding != finding else { return false }
        witnesses[lane].finding = finding
        return true
    }

    /// Joins the verdicts anew, and announces the map if it changed.
    mutating func drawMap(out: inout Outbox) {
        let inference = Inference(witnesses, on: atlas)
        if let map, map.value.infers(inference, on: atlas) { return }
        let news = Shared(MapNews(atlas: atlas, places: places, inference: inference))
        guard news != map else { return }
        map = news
        out.tell(.map(news), of: id)
    }
}
