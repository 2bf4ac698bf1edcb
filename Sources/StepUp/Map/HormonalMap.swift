extension Anatomy {
    /// Joins feed and drainage with the verdicts: what they say of each region, and of the whole.
    ///
    /// A site or vein that this anatomy does not know informs no region of the liver; the reading
    /// says so.
    public func map(of verdicts: [VerdictNews], plan: Plan) -> MapNews {
        MapNews(
            regions: regions.map {
                MapNews.Region(
                    region: $0.id, organ: $0.organ, state: .notExamined, supporting: [],
                    reason: "Not examined.")
            },
            reading: MapNews.Reading(
                kind: .incomplete, regions: [], final: false, text: "Nothing was judged yet."))
    }
}
