import Protocols

/// The analyzer's queue: what waits, what is measured, and when each result is ready.
struct Worklist: Sendable {
    /// One measurement.
    struct Measurement: Sendable, Equatable {
        /// The tube's index.
        var tube: Int
        /// 1, or the dilution of a rerun.
        var dilution: Int
        /// When the result is ready, seconds from the beginning.
        var ready: Double
        /// What it is.
        var reading: Reading
    }

    private struct Waiting {
        var tube: Int
        var dilution: Int
        var since: Double
    }

    /// Measures every tube in turn.
    ///
    /// Tubes are taken in the order of their arrival; a specimen over the range goes back to the end
    /// of the queue to be measured once more, diluted. `truths` are the tubes' true concentrations,
    /// `arrivals` when they stand at the analyzer.
    static func measurements(
        truths: [Double], arrivals: [Double], laboratory: Scenario.Laboratory,
        assay: Scenario.Assay, seed: UInt64
    ) -> [Measurement] {
        var waiting = arrivals.enumerated().map {
            Waiting(tube: $0.offset, dilution: 1, since: $0.element)
        }
        var done: [Measurement] = []
        var free = 0.0
        while let next = waiting.indices.min(by: { waiting[$0].since < waiting[$1].since }) {
            let item = waiting.remove(at: next)
            let loaded = max(item.since, free)
            free = loaded + laboratory.interval
            let ready = (loaded + laboratory.turnaround).rounded()
            var chance = Chance(seed: seed, purpose: "assay \(item.tube) \(item.dilution)")
            let reading = assay.reading(
                of: truths[item.tube], dilution: item.dilution, chance: &chance)
            done.append(
                Measurement(
                    tube: item.tube, dilution: item.dilution, ready: ready, reading: reading))
            if reading.bound == .above, item.dilution == 1, assay.dilution > 1 {
                waiting.append(
                    Waiting(tube: item.tube, dilution: assay.dilution, since: ready))
            }
        }
        return done.sorted { ($0.ready, $0.tube) < ($1.ready, $1.tube) }
    }
}
