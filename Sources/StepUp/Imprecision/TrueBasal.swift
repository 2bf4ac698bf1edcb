/// The true baseline, of one draw or several.
struct TrueBasal {
    /// One draw as measured.
    struct Draw {
        let value: Double
        let variance: Double
    }

    /// Means and standard deviations of the logarithms whose highest is the baseline.
    private let logs: [(mean: Double, deviation: Double)]

    /// The baseline of these draws; a mean is taken for log-normal, with the variance of a sum.
    init(_ draws: [Draw], joined: Criterion.Baseline) {
        guard joined == .mean, draws.count > 1 else {
            logs = draws.map { (NormalLaw.ln($0.value), $0.variance.squareRoot()) }
            return
        }
        let sum = draws.reduce(0) { $0 + $1.value }
        let spread = draws.reduce(0) { $0 + $1.value * $1.value * $1.variance }
        let mean = NormalLaw.ln(sum / Double(draws.count))
        logs = [(mean, spread.squareRoot() / sum)]
    }

    /// The probability that it is below a limit, which is given as a logarithm.
    func isBelow(_ limit: Double?) -> Double {
        guard let limit else { return 0 }
        var share = 1.0
        for log in logs { share *= NormalLaw.below((limit - log.mean) / log.deviation) }
        return share
    }

    /// The logarithm of one true baseline that the measurements allow; the points are the same
    /// always, from dimensions that no draw uses.
    func log(at point: Int) -> Double {
        var highest = -Double.infinity
        for index in logs.indices {
            let normal = Lattice.normal(point, Lattice.spare + index)
            highest = max(highest, logs[index].mean + logs[index].deviation * normal)
        }
        return highest
    }
}
