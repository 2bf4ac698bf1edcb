import Protocols

extension Criterion {
    /// What this rule says of one injection and vein, from the tubes as they stand.
    ///
    /// Tubes of other places are ignored, and so is the order of `tubes`. The same tubes always
    /// give the same verdict; `replaces` and `withdrawn` are left empty for whoever compares it
    /// with the one before. A rule by which the highest site wins is told the other places as
    /// `contenders`; any other rule does not look at them.
    public func verdict(
        injection: Int, site: String, vein: String, tubes: [Tube], plan: Plan,
        among contenders: [Contender] = []
    ) -> VerdictNews {
        Shared(self).verdict(
            injection: injection, site: site, vein: vein,
            tubes: tubes.filter { $0.place.injection == injection && $0.place.vein == vein },
            plan: Shared(plan), among: contenders)
    }

    fileprivate func shown(_ rise: Rise) -> VerdictNews.Ratio {
        let low = rise.lowest.approximate(beside: ratio)
        let isPoint = rise.highest == rise.lowest
        return VerdictNews.Ratio(
            low: low, high: isPoint ? low : rise.highest?.approximate(beside: ratio))
    }
}

extension Shared<Criterion> {
    /// The same, of a rule and a plan that many verdicts share: both are large; all `tubes` are of
    /// the place.
    func verdict(
        injection: Int, site: String, vein: String, tubes: [Tube], plan: Shared<Plan>,
        among contenders: [Contender]
    ) -> VerdictNews {
        let found = Examination(
            tubes, by: self, plan: plan, site: site, vein: vein, among: contenders)
        let peak = found.rise == nil ? nil : found.series.peak
        let grounds = found.grounds
        return VerdictNews(
            injection: injection, site: site, vein: vein, analyte: plan.value.analyte,
            criterion: value.id, state: found.state, level: found.level, final: found.isFinal,
            ratio: found.rise.map { value.shown($0) },
            second: peak.map { found.series.tubes[$0.index].second },
            baseline: found.series.baseline.flatMap { found.series.news(of: $0.index) },
            peak: peak.flatMap { found.series.news(of: $0.index) },
            grounds: grounds, certainty: found.certainty(isMixed: grounds.areMixed),
            withdrawn: false)
    }
}

extension Series {
    /// The result of a tube as the stream shows it.
    fileprivate func news(of index: Int) -> VerdictNews.Value? {
        guard let (result, announcement) = result(at: index) else { return nil }
        let tube = tubes[index]
        return VerdictNews.Value(
            specimen: tube.specimen, text: result.value.text, unit: result.value.unit,
            second: tube.second, result: announcement)
    }
}
