/// What a procedure announces; each only when it differs from what was last told.
extension ProcedureFold {
    /// The procedure as it stands.
    var news: ProcedureNews {
        ProcedureNews(
            state: closed == nil ? .open : .closed, opened: ShownTime(opened), plan: plan,
            injections: injections.map {
                ProcedureNews.Injection(
                    number: $0.number, site: $0.site, zero: $0.shownZero.map(ShownTime.init),
                    repeated: $0.isRepeated)
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
        lanes[lane][draw] = rack.tube(
            draw: draw, injection: place.injection, vein: vein, since: zero(of: place.injection))
        if judge(lane: lane, out: &out) { drawMap(out: &out) }
    }

    /// Judges every vein of an injection anew.
    mutating func judge(injection: Int, out: inout Outbox) {
        var isChanged = false
        for vein in plan.veins.indices {
            let lane = (injection - 1) * plan.veins.count + vein
            lanes[lane] = rack.lane(injection: injection, vein: vein, since: zero(of: injection))
            if judge(lane: lane, out: &out) { isChanged = true }
        }
        if isChanged { drawMap(out: &out) }
    }

    /// Judges one injection and vein anew, and announces the verdict if anything in it changed.
    ///
    /// - Returns: true when what the map is made of changed.
    private mutating func judge(lane: Int, out: inout Outbox) -> Bool {
        let place = places[lane]
        var news = sharedPlan.value.criterion.verdict(
            injection: place.injection, site: place.site, vein: place.vein, tubes: lanes[lane],
            plan: sharedPlan.value)
        if let last = verdicts[lane].take() {
            news.replaces = last.news.replaces
            news.withdrawn = last.news.withdrawn
            guard news != last.news else {
                verdicts[lane] = last
                return false
            }
            news.replaces = last.id
            news.withdrawn = last.news.state == .stepUp && news.state != .stepUp
        }
        let finding = Witness.Finding(news)
        verdicts[lane] = Told(id: out.tell(.verdict(news), of: id), news: news)
        guard witnesses[lane].finding != finding else { return false }
        witnesses[lane].finding = finding
        return true
    }

    /// Joins the verdicts anew, and announces the map if it changed.
    mutating func drawMap(out: inout Outbox) {
        let inference = Inference(witnesses, on: atlas)
        let news = MapNews(atlas: atlas, places: places, inference: inference)
        guard news != map else { return }
        map = news
        out.tell(.map(news), of: id)
    }
}
