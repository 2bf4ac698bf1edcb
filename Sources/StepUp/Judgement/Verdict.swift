import Protocols

extension Criterion {
    /// What this rule says of one injection and vein, from the tubes as they stand.
    ///
    /// Tubes of other places are ignored, and so is the order of `tubes`. The same tubes always
    /// give the same verdict; `replaces` and `withdrawn` are left empty for whoever compares it
    /// with the one before.
    public func verdict(
        injection: Int, site: String, vein: String, tubes: [Tube], plan: Plan
    ) -> VerdictNews {
        func isOwn(_ tube: Tube) -> Bool {
            tube.place.injection == injection && tube.place.vein == vein
        }
        let own = tubes.allSatisfy(isOwn) ? tubes : tubes.filter(isOwn)
        let series = Series(own, analyte: plan.analyte, window: window)
        let (rise, peak) = (series.rise, series.rise == nil ? nil : series.peak)
        return VerdictNews(
            injection: injection, site: site, vein: vein, analyte: plan.analyte, criterion: id,
            state: state(of: series, rise: rise),
            final: !series.awaitsDraw && !series.awaitsBaseline,
            ratio: rise.map { shown($0) }, second: peak.map { series.tubes[$0.index].second },
            baseline: series.baseline.flatMap { series.news(of: $0) },
            peak: peak.flatMap { series.news(of: $0) },
            grounds: grounds(for: series, rise: rise, plan: plan), withdrawn: false)
    }

    /// The rows of the table of states, from what is missing to what is proven.
    private func state(of series: Series, rise: Rise?) -> VerdictNews.State {
        guard series.baseline != nil else {
            return series.awaitsBaseline ? .awaitingBaseline : .unusable
        }
        let finding = ratio.flatMap { rise?.finding(ratio: $0, strict: strict) }
        switch finding {
        case .proven?: return .stepUp
        case _ where series.awaitsDraw: return .pending
        case _ where series.sharesNoUnit: return .unusable
        case .disproven? where !series.hasGap: return .noStepUp
        case .disproven?, .open?, nil: return .undecided
        }
    }

    private func shown(_ rise: Rise) -> VerdictNews.Ratio {
        let low = rise.lowest.approximate(beside: ratio)
        let isPoint = rise.highest == rise.lowest
        return VerdictNews.Ratio(
            low: low, high: isPoint ? low : rise.highest?.approximate(beside: ratio))
    }
}

extension Series {
    /// The result of a sample as the stream shows it.
    fileprivate func news(of sample: Sample) -> VerdictNews.Value? {
        guard let (result, announcement) = result(at: sample.index) else { return nil }
        let tube = tubes[sample.index]
        return VerdictNews.Value(
            specimen: tube.specimen, text: result.value.text, unit: result.value.unit,
            second: tube.second, result: announcement)
    }
}
