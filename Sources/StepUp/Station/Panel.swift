/// What one rule says of every injection and vein of a procedure.
struct Panel: Sendable {
    /// The rule.
    let rule: Criterion
    /// What was last told of each, by injection and then vein.
    var verdicts: [Told<VerdictNews>?] = []

    /// The verdict to announce of one injection and vein; nil when it was told as it is.
    ///
    /// The one before is taken out for the while: whoever announces it records it.
    mutating func next(_ news: VerdictNews, lane: Int) -> VerdictNews? {
        guard let last = verdicts[lane].take() else { return news }
        var news = news
        news.replaces = last.news.replaces
        news.withdrawn = last.news.withdrawn
        guard news != last.news else {
            verdicts[lane] = last
            return nil
        }
        news.replaces = last.id
        news.withdrawn = last.news.state == .stepUp && news.state != .stepUp
        return news
    }
}
