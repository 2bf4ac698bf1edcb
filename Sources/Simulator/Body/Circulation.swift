/// The hormone in one imagined patient: sources, liver, hepatic veins and the blood between them.
///
/// A mass balance in fixed steps: pancreatic hormone passes the liver and reaches all veins alike;
/// a liver tumour adds to the veins that drain it; what leaves the liver comes back with the
/// arterial blood. Additions, products and quotients only, so the same scenario gives the same
/// digits on every machine. The equations stand in `docs/model.md`.
struct Circulation: Sendable {
    /// The step of the integration in seconds: a fortieth of the shortest time constant in use.
    static let step = 0.25

    private let hormone: Hormone
    private let flow: Double
    private let veinFlows: [Double]
    private let sources: [Source]
    private var chains: [ReleaseChain]
    private var boluses: [Bolus] = []
    private var arterial = 0.0
    private var portal = 0.0
    private var steps = 0

    /// Stimulant on its way to the tissue.
    private struct Bolus: Sendable {
        var from: Double
        var until: Double
        /// The response it asks of each source, 0…1.
        var strength: [Double]
    }

    /// A patient at rest: every concentration at its steady state.
    init(hormone: Hormone, flow: Double, veinFlows: [Double], sources: [Source]) {
        self.hormone = hormone
        self.flow = flow
        self.veinFlows = veinFlows
        self.sources = sources
        chains = sources.map { _ in ReleaseChain(peak: hormone.peak) }
        portal = sources.filter { $0.drains == nil }.reduce(0) { $0 + $1.basal }
        let hepatic = sources.filter { $0.drains != nil }.reduce(0) { $0 + $1.basal }
        let passed = (1 - hormone.extraction) * portal
        arterial = (passed + hepatic) / (flow * hormone.extraction + hormone.clearance)
    }

    /// Seconds since the beginning.
    var now: Double { Double(steps) * Self.step }

    /// Gives a bolus at `time`: `doses` is what reaches each source at once.
    ///
    /// The bolus takes five seconds of the hand; what comes back with the blood is spread over a
    /// minute.
    mutating func inject(at time: Double, doses: [Double], returning late: Double) {
        func response(_ dose: Double) -> Double { dose / (dose + hormone.half) }
        let first = time + hormone.transit
        boluses.append(Bolus(from: first, until: first + 5, strength: doses.map(response)))
        let strength = sources.map { _ in response(late) }
        let second = time + hormone.late
        boluses.append(Bolus(from: second, until: second + 60, strength: strength))
    }

    /// Lets time pass until `time` seconds.
    mutating func advance(to time: Double) {
        while now + Self.step <= time { takeStep() }
    }

    /// The concentration in each sampled vein now, in the hormone's unit.
    var veins: [Double] {
        let common = (1 - hormone.extraction) * (arterial + portal / flow)
        return veinFlows.indices.map { vein in
            let local = sources.indices.reduce(0.0) { sum, index in
                guard let drains = sources[index].drains else { return sum }
                return sum + drains[vein] * secretion(of: index)
            }
            return common + local / veinFlows[vein]
        }
    }

    /// The concentration in the arterial blood now, in the hormone's unit.
    var artery: Double { arterial }

    /// What a source secretes now, amount/min.
    private func secretion(of index: Int) -> Double {
        sources[index].basal * (1 + sources[index].gain * chains[index].response)
    }

    private mutating func takeStep() {
        let time = now
        boluses.removeAll { $0.until <= time }
        for index in chains.indices {
            let input = boluses.reduce(0.0) { sum, bolus in
                guard bolus.from <= time else { return sum }
                return sum + bolus.strength[index] * Self.step / (bolus.until - bolus.from)
            }
            chains[index].step(Self.step, input: input)
        }
        var (toPortal, toVeins) = (0.0, 0.0)
        for index in sources.indices {
            if sources[index].drains == nil {
                toPortal += secretion(of: index)
            } else {
                toVeins += secretion(of: index)
            }
        }
        portal += (toPortal - portal) * Self.step / hormone.portal
        let outflow = (1 - hormone.extraction) * (flow * arterial + portal) + toVeins
        let cleared = (flow + hormone.clearance) * arterial
        arterial += (outflow - cleared) / hormone.volume * Self.step / 60
        steps += 1
    }
}
