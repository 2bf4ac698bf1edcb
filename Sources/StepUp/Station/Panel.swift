/// What one rule says of every injection and vein of a procedure.
struct Panel: Sendable {
    /// The rule.
    let rule: Shared<Criterion>
    /// What was last told of each, by injection and then vein.
    var verdicts: [Told<Shared<VerdictNews>>?] = []

    /// The verdict to announce of one injection and vein; nil when it was told as it is.
    func next(_ verdict: consuming VerdictNews, lane: Int) -> Shared<VerdictNews>? {
        guard let last = verdicts[lane] else {
            verdict.rule = rule
            return Shared(consume verdict)
        }
        guard !verdict.says(theSameAs: last.news.value) else { return nil }
        verdict.rule = rule
        verdict.replaces = last.id
        verdict.previous = VerdictNews.Previous(last.news.value)
        verdict.withdrawn = last.news.value.state == .stepUp && verdict.state != .stepUp
        return Shared(consume verdict)
    }
}
