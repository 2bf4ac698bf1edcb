extension Criterion {
    /// What this rule says of one injection and vein, from the tubes as they stand.
    ///
    /// Tubes of other places are ignored, and so is the order of `tubes`. The same tubes always give
    /// the same verdict; `replaces` and `withdrawn` are left empty for whoever compares it with the
    /// one before.
    public func verdict(
        injection: Int, site: String, vein: String, tubes: [Tube], plan: Plan
    ) -> VerdictNews {
        VerdictNews(
            injection: injection, site: site, vein: vein, analyte: plan.analyte, criterion: id,
            state: .awaitingBaseline, final: false, reasons: [], withdrawn: false)
    }
}
