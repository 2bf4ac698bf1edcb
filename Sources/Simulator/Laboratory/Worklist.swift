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

    /// A tube that stands at the analyzer.
    struct Arrival: Sendable {
        /// The tube's index.
        var tube: Int
        /// When it stands there, seconds from the beginning.
        var time: Double
        /// The true concentration in it.
        var truth: Double
        /// 1, or the dilution of a rerun.
        var dilution = 1
    }

    /// Measures every tube in turn.
    ///
    /// Tubes are taken in the order of their arrival; a specimen over the range goes back to the
    /// end of the queue to be measured once more, diluted.
    static func measurements(
        of arrivals: [Arrival], laboratory: Scenario.Laboratory, assay: Scenario.Assay,
        seed: UInt64
    ) -> [Measurement] {
        var waiting = arrivals
        var done: [Measurement] = []
        var free = 0.0
        var left = 0.0
        while let next = waiting.indices.min(by: { waiting[$0].time < waiting[$1].time }) {
            var item = waiting.remove(at: next)
            let loaded = max(item.time, free)
            free = loaded + laboratory.interval
            let ready = (loaded + laboratory.turnaround).rounded()
            var chance = Chance(seed: seed, purpose: "assay \(item.tube) \(item.dilution)")
            let reading = assay.reading(
                of: item.truth + left, dilution: item.dilution, chance: &chance)
            left = (assay.carry ?? 0) * item.truth
            done.append(
                Measurement(
                    tube: item.tube, dilution: item.dilution, ready: ready, reading: reading))
            if reading.bound == .above, item.dilution == 1, assay.dilution > 1 {
                (item.time, item.dilution) = (ready, assay.dilution)
                waiting.append(item)
            }
        }
        return done.sorted { ($0.ready, $0.tube) < ($1.ready, $1.tube) }
    }
}
