import Protocols

extension Criterion {
    /// What this rule says of one injection and vein, from the tubes as they stand.
    ///
    /// Tubes of other places are ignored, and so is the order of `tubes`. The same tubes always give
    /// the same verdict; `replaces` and `withdrawn` are left empty for whoever compares it with the
    /// one before.
    public func verdict(
        injection: Int, site: String, vein: String, tubes: [Tube], plan: Plan
    ) -> VerdictNews {
        let own = tubes.filter { $0.place.injection == injection && $0.place.vein == vein }
        let series = Series(own, analyte: plan.analyte, window: window)
        let rise = series.rise
        return VerdictNews(
            injection: injection, site: site, vein: vein, analyte: plan.analyte, criterion: id,
            state: state(of: series, rise: rise),
            final: series.awaited.isEmpty && series.awaitedBaselines.isEmpty,
            ratio: rise.map { shown($0) }, second: rise.flatMap { _ in series.peak?.tube.second },
            baseline: series.baseline?.news,
            peak: rise.flatMap { _ in series.peak?.news },
            reasons: reasons(for: series, rise: rise, plan: plan), withdrawn: false)
    }

    /// The rows of the table of states, from what is missing to what is proven.
    private func state(of series: Series, rise: Rise?) -> VerdictNews.State {
        guard series.baseline != nil else {
            return series.awaitedBaselines.isEmpty ? .unusable : .awaitingBaseline
        }
        let finding = ratio.flatMap { rise?.finding(ratio: $0, strict: strict) }
        switch finding {
        case .proven?: return .stepUp
        case _ where !series.awaited.isEmpty: return .pending
        case _ where series.sharesNoUnit: return .unusable
        case .disproven? where series.gaps.isEmpty: return .noStepUp
        case .disproven?, .open?, nil: return .undecided
        }
    }

    private func shown(_ rise: Rise) -> VerdictNews.Ratio {
        VerdictNews.Ratio(
            low: rise.lowest.approximate(beside: ratio),
            high: rise.highest?.approximate(beside: ratio))
    }
}

extension Series.Sample {
    /// The result as the stream shows it.
    fileprivate var news: VerdictNews.Value {
        VerdictNews.Value(
            specimen: tube.specimen, text: result.text, unit: result.unit, second: tube.second,
            result: announcement)
    }
}
