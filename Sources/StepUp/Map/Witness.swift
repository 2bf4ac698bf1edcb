/// A verdict as the map reads it: what it says, and of which regions.
struct Witness {
    /// Its index among the verdicts.
    let verdict: Int
    /// The injection's number.
    let injection: Int
    /// The vein's place in the plan.
    let vein: Int
    /// What the criterion says.
    let state: VerdictNews.State
    /// The regions that the site feeds; none when the anatomy does not know it.
    let fed: Atlas.Territory
    /// The regions that a rise of this vein after this site can come from.
    let reach: Atlas.Territory

    /// True when this site feeds a part of what `trunk`'s site feeds and nothing else, in the same
    /// vein: it lies further out, and says the same more precisely.
    func isFurtherOut(than trunk: Witness) -> Bool {
        vein == trunk.vein && fed != trunk.fed && reach != 0 && fed & trunk.fed == fed
    }
}
