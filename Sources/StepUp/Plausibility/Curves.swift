internal import Protocols

/// The results of one injection as numbers alone, for whoever looks for what does not fit.
///
/// Concentrations as logarithms, by vein and then draw; bounds and zeros are gaps.
struct Curves {
    /// The injection's number, from 1.
    let injection: Int
    /// The planned seconds, rising.
    let draws: [Int]
    /// How many veins are sampled.
    let veins: Int
    private var logs: [Double]

    /// Logarithms of everything from `draws` and `veins`, with no result yet.
    init(injection: Int, draws: [Int], veins: Int) {
        (self.injection, self.draws, self.veins) = (injection, draws, veins)
        logs = Array(repeating: .nan, count: draws.count * veins)
    }

    /// Takes what a tube holds now.
    mutating func take(_ tube: borrowing Tube, vein: Int, draw: Int) {
        logs[vein * draws.count + draw] = tube.concentration.map { NormalLaw.ln($0) } ?? .nan
    }

    /// The logarithm of a concentration; nil where there is none.
    func log(_ vein: Int, _ draw: Int) -> Double? {
        let log = logs[vein * draws.count + draw]
        return log.isNaN ? nil : log
    }

    /// The concentration itself.
    func value(_ vein: Int, _ draw: Int) -> Double { NormalLaw.exp(log(vein, draw) ?? 0) }

    /// What both neighbours of a draw suggest for it; nil without both.
    func expected(_ vein: Int, _ draw: Int) -> Double? {
        guard draw > 0, draw + 1 < draws.count, let before = log(vein, draw - 1),
            let after = log(vein, draw + 1)
        else { return nil }
        return (before + after) / 2
    }

    /// How far a draw lies above what its neighbours suggest.
    func excess(_ vein: Int, _ draw: Int) -> Double? {
        guard let log = log(vein, draw), let expected = expected(vein, draw) else { return nil }
        return log - expected
    }

    /// The last draw at second 0 or before that has a concentration.
    func baseline(_ vein: Int) -> (draw: Int, log: Double)? {
        for draw in draws.indices.reversed() where draws[draw] <= 0 {
            if let log = log(vein, draw) { return (draw, log) }
        }
        return nil
    }

    /// The highest draw after second 0.
    func peak(_ vein: Int) -> (draw: Int, log: Double)? {
        var best: (draw: Int, log: Double)?
        for draw in draws.indices where draws[draw] > 0 {
            guard let log = log(vein, draw), log > best?.log ?? -.infinity else { continue }
            best = (draw, log)
        }
        return best
    }

    /// True when every draw of a vein has a concentration.
    func isFull(_ vein: Int) -> Bool { draws.indices.allSatisfy { log(vein, $0) != nil } }
}

extension Tube {
    /// The concentration, where the result is one number above zero.
    var concentration: Double? {
        guard case .measured(let result, _) = fate, result.value.bound == nil,
            result.value.role == .result, let value = result.value.value, value.digits > 0
        else { return nil }
        return value.approximate
    }
}
