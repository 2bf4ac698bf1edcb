extension VerdictNews {
    /// What is still to come for a verdict.
    public struct Awaited: Sendable, Equatable, Encodable {
        /// What it can change.
        public enum Change: String, Sendable, Encodable, CaseIterable {
            /// The peak and its ratio; the state stands.
            case peak
            /// The state.
            case verdict
        }

        /// The seconds of the draws whose results are to come, by time.
        public var seconds: [Double]
        /// The sites whose results are to come, where the highest wins.
        public var sites: [String]
        /// What all of that can still change.
        public var changes: Change
    }

    /// What is still to come; nil when nothing can change the verdict any more.
    public var awaited: Awaited? {
        guard !final else { return nil }
        var awaited = Awaited(seconds: [], sites: [], changes: .peak)
        for ground in grounds {
            switch ground {
            case .awaitedBaseline(let seconds):
                awaited.seconds += seconds.map(\.value)
                awaited.changes = .verdict
            case .awaited(let seconds, let proven):
                awaited.seconds += seconds.map(\.value)
                if !proven { awaited.changes = .verdict }
            case .awaitedSites(let sites):
                awaited.sites = sites
                awaited.changes = .verdict
            default: break
            }
        }
        awaited.seconds.sort()
        return awaited
    }
}
