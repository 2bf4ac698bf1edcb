internal import Protocols

/// A verdict as the map reads it: what it says, and of which regions.
///
/// Numbers alone, so that a procedure's witnesses are kept and joined without a look at a name.
struct Witness: Sendable, Equatable {
    /// The injection's number.
    let injection: Int
    /// The site's place in the plan; sites that are in no plan have numbers of their own.
    let site: Int
    /// The vein's place in the plan.
    let vein: Int
    /// The regions that the site feeds; none when the anatomy does not know it.
    let fed: Atlas.Territory
    /// The regions that a rise of this vein after this site can come from.
    let reach: Atlas.Territory
    /// What the verdict says; nil while there is none.
    var finding: Finding?

    /// What the map takes from a verdict.
    struct Finding: Sendable, Equatable {
        /// What the criterion says.
        let state: VerdictNews.State
        /// True when nothing can change it any more.
        let isFinal: Bool
        /// The lower end of the peak ratio, and the second of the peak.
        let peak: Peak?

        /// The evidence of a rise.
        struct Peak: Sendable, Equatable {
            let ratio: Double
            /// The upper end of the ratio; nil without limit.
            let highest: Double?
            let second: Double
            /// The concentration that it rose from; nil where that is not one number.
            var baseline: Double?

            /// By how much the concentration rose, at the least and at the most.
            var climb: (low: Double, high: Double)? {
                baseline.map { ($0 * (ratio - 1), $0 * ((highest ?? .infinity) - 1)) }
            }

            /// What a map says of it: of another baseline with the same ratio it says the same.
            var shown: Peak { Peak(ratio: ratio, highest: highest, second: second) }
        }

        /// What is known of one injection and vein.
        init(state: VerdictNews.State, isFinal: Bool, peak: Peak?) {
            (self.state, self.isFinal, self.peak) = (state, isFinal, peak)
        }

        /// What the map takes from `verdict`.
        init(_ verdict: borrowing VerdictNews) {
            state = verdict.state
            isFinal = verdict.final
            peak =
                if let ratio = verdict.ratio, let second = verdict.second {
                    Peak(
                        ratio: ratio.low, highest: ratio.high, second: second,
                        baseline: verdict.baseline.flatMap {
                            ExactDecimal(parsing: $0.text.withoutBlanks)
                        }?
                        .approximate)
                } else { nil }
        }
    }

    /// True when the criterion says something of a rise.
    var isJudged: Bool {
        switch finding?.state {
        case nil, .awaitingBaseline, .pending: false
        case .stepUp, .noStepUp, .undecided, .unusable: true
        }
    }

    /// True when this site feeds a part of what `trunk`'s site feeds and nothing else, in the same
    /// vein: it lies further out, and says the same more precisely.
    func isFurtherOut(than trunk: Witness) -> Bool {
        vein == trunk.vein && fed != trunk.fed && reach != 0 && fed & trunk.fed == fed
    }
}
