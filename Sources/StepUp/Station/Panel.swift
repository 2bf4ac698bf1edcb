/// What one rule says of every injection and vein of a procedure.
struct Panel: Sendable {
    /// The rule.
    let rule: Shared<Criterion>
    /// What was last told of each, by injection and then vein; by reference, since each is compared
    /// with the next after every result.
    var verdicts: [Shared<Told<VerdictNews>>?] = []

    /// The verdict to announce of one injection and vein; nil when it was told as it is.
    func next(_ verdict: consuming VerdictNews, lane: Int) -> VerdictNews? {
        guard let last = verdicts[lane] else { return verdict }
        verdict.replaces = last.value.news.replaces
        verdict.withdrawn = last.value.news.withdrawn
        verdict.previous = last.value.news.previous
        guard verdict != last.value.news else { return nil }
        let wasStepUp = last.value.news.state == .stepUp
        verdict.replaces = last.value.id
        verdict.previous = VerdictNews.Previous(last.value.news)
        verdict.withdrawn = wasStepUp && verdict.state != .stepUp
        return verdict
    }
}
