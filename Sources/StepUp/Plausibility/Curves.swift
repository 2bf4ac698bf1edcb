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
    /// The last baseline of each vein: its draw, or −1.
    private var basal: [Int]
    /// The highest that is in any tube, bounds included.
    private(set) var top = -Double.infinity
    /// The lowest concentration of any tube, bounds left out.
    private(set) var bottom = Double.infinity
    /// How far any draw lies beside what its neighbours suggest, at the most.
    private(set) var widest = 0.0
    /// True once any result came.
    private(set) var hasResults = false
    /// True once a result came with flags or comments in words.
    private(set) var hasWords = false
    /// True once a result came whose assay has a known hook.
    private(set) var hasHook = false
    /// The widest deviation of a draw from its planned second.
    private(set) var latest = 0.0

    /// Logarithms of everything from `draws` and `veins`, with no result yet.
    init(injection: Int, draws: [Int], veins: Int) {
        (self.injection, self.draws, self.veins) = (injection, draws, veins)
        logs = Array(repeating: .nan, count: draws.count * veins)
        basal = Array(repeating: -1, count: veins)
    }

    /// Takes what a tube holds now.
    ///
    /// What is kept of the whole injection may stay too wide when a result is replaced: who looks
    /// closer finds nothing then.
    mutating func take(_ tube: borrowing Tube, vein: Int, draw: Int) {
        if let actual = tube.actual {
            latest = max(latest, (actual - Double(draws[draw])).magnitude)
        }
        let height = tube.height
        let log = height.map { NormalLaw.ln($0.number) } ?? -.infinity
        let exact = height?.isExact == true ? log : .nan
        let old = logs[vein * draws.count + draw]
        hasResults = hasResults || height != nil
        hasWords = hasWords || tube.hasWords
        hasHook = hasHook || tube.assay?.value.prozone != nil
        top = max(top, log)
        guard exact != old, !(exact.isNaN && old.isNaN) else { return }
        logs[vein * draws.count + draw] = exact
        if exact < bottom { bottom = exact }
        // A value is what the two after it are expected by at most, and all baselines.
        let first = draws[draw] <= 0 ? 0 : max(0, draw - 1)
        for near in first..<min(draws.count, draw + 3) {
            widest = max(widest, excess(vein, near)?.magnitude ?? 0)
        }
        guard draws[draw] <= 0 else { return }
        basal[vein] = draws.indices.last { draws[$0] <= 0 && self.log(vein, $0) != nil } ?? -1
    }

    /// The logarithm of a concentration; nil where there is none.
    func log(_ vein: Int, _ draw: Int) -> Double? {
        let log = logs[vein * draws.count + draw]
        return log.isNaN ? nil : log
    }

    /// The concentration itself.
    func value(_ vein: Int, _ draw: Int) -> Double { NormalLaw.exp(log(vein, draw) ?? 0) }

    /// What the other draws of the vein suggest for one; nil where they say too little.
    ///
    /// ```
    ///  −120   0    30   60   90   120
    ///    ●◀──▶●     baselines suggest each other: nothing was injected yet
    ///          ●──▶ ? ◀──●             a draw between two, their mean
    ///                    ●──▶ ● ──▶ ?  the last one, that the course goes on at half its pace
    /// ```
    func expected(_ vein: Int, _ draw: Int) -> Double? {
        if draws[draw] <= 0 { return otherBasals(vein, draw) }
        guard draw > 0, let before = log(vein, draw - 1) else { return nil }
        guard draw + 1 < draws.count else {
            guard draw > 1, let first = log(vein, draw - 2) else { return nil }
            return before + (before - first) / 2
        }
        return log(vein, draw + 1).map { (before + $0) / 2 }
    }

    /// The mean of the vein's other baselines; nil when there is none.
    private func otherBasals(_ vein: Int, _ draw: Int) -> Double? {
        var (sum, count) = (0.0, 0.0)
        for other in draws.indices where other != draw && draws[other] <= 0 {
            guard let log = log(vein, other) else { continue }
            (sum, count) = (sum + log, count + 1)
        }
        return count > 0 ? sum / count : nil
    }

    /// How far a draw lies above what the others suggest.
    func excess(_ vein: Int, _ draw: Int) -> Double? {
        guard let log = log(vein, draw), let expected = expected(vein, draw) else { return nil }
        return log - expected
    }

    /// The last draw at second 0 or before that has a concentration.
    func baseline(_ vein: Int) -> (draw: Int, log: Double)? {
        let draw = basal[vein]
        return draw < 0 ? nil : log(vein, draw).map { (draw, $0) }
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
    /// True when its result has flags or comments that can be words.
    fileprivate var hasWords: Bool {
        guard case .measured(let result, _) = fate else { return false }
        return !result.value.comments.isEmpty
            || result.value.flags.contains { $0.utf8.count > 3 }
    }

    /// The concentration, where the result is one number above zero.
    var concentration: Double? { height.flatMap { $0.isExact ? $0.number : nil } }

    /// The number of its result, above zero, and whether that is the concentration itself.
    fileprivate var height: (number: Double, isExact: Bool)? {
        guard case .measured(let result, _) = fate, result.value.role == .result,
            let value = result.value.value, value.digits > 0
        else { return nil }
        return (value.approximate, result.value.bound == nil)
    }
}
