internal import Protocols

/// The probability that a site's true peak ratio is above that of every other site, and passes the
/// rule's thresholds.
///
/// Of each injection and vein the true ratio is known as many equally likely points: the highest
/// draw of a course, over a baseline. The scatter of different tubes has nothing in common, so
/// that with F_r, the share of a rival's points that lie below a ratio,
///
/// > P = Σ over own points that pass: weight × Π over rivals F_r(own ratio)
extension Certainty.Evidence {
    /// The probability; every result here and of the rivals is one number.
    var chanceOfWinning: Double {
        let others = rivals.map { Ratios($0) }
        var sum = 0.0
        for point in Ratios(self).points where passes(point) {
            var share = point.weight
            for other in others where share > 0 { share *= other.share(below: point.ratio) }
            sum += share
        }
        return min(1, max(0, sum))
    }

    /// True when all that was measured is in, and one number each.
    var isExact: Bool { isWhole && (baselines + draws).allSatisfy(\.isUsable) }

    private func passes(_ point: Ratios.Point) -> Bool {
        guard rule.ratio != nil || increase != nil else { return true }
        return demanded(point.height).map { point.height - point.ratio <= $0 } ?? false
    }
}

extension Certainty.Measured {
    /// True for one concentration above zero.
    fileprivate var isUsable: Bool { interval.isPoint && interval.lower.value.digits > 0 }
}

/// The true peak ratio of one injection and vein as weighted points, the lowest first.
private struct Ratios {
    struct Point {
        /// The logarithm of the peak over the baseline.
        let ratio: Double
        /// The logarithm of the peak.
        let height: Double
        let weight: Double
    }

    let points: [Point]
    /// The weight of all points below each.
    private let below: [Double]

    init(_ evidence: Certainty.Evidence) {
        func number(_ measured: Certainty.Measured) -> Double {
            measured.interval.lower.value.approximate
        }
        let response = TrueResponse(
            draws: evidence.draws.map { TrueResponse.Draw($0, number($0)) })
        let baseline = TrueBasal(
            evidence.baselines.map { TrueBasal.Draw($0, number($0)) }, joined: evidence.joined)
        points = response.heights().map { height in
            Point(
                ratio: height.log - baseline.log(at: height.point), height: height.log,
                weight: height.weight)
        }
        .sorted { $0.ratio < $1.ratio }
        var sum = 0.0
        var below: [Double] = []
        for point in points {
            below.append(sum)
            sum += point.weight
        }
        self.below = below + [sum]
    }

    /// The share of the points below `ratio`.
    func share(below ratio: Double) -> Double {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].ratio < ratio { low = middle + 1 } else { high = middle }
        }
        return below[low]
    }
}
