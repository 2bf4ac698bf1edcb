/// The true concentrations of an injection's draws, given what was measured of them.
///
/// Two things are known of them. Each measurement scatters around its true value, log-normally, by
/// the assay's coefficient of variation. And neighbouring draws resemble each other, but nobody
/// knows how much: the logarithm of the concentration wanders from draw to draw like a random walk
/// whose swing is that of a plateau or that of a rise that comes and goes within a minute, one to
/// two before the results come (ours). Where it starts is anybody's guess: flat on the
/// logarithm. A swing between the two would draw every peak towards its lower neighbours, and call
/// step-ups too unlikely.
///
/// ```
///   measured   ×      ×            swing 0.02   ──────────   a plateau: the highest of five
///                  ×      ×                                  measurements is mostly scatter
///   true       ╭──────────╮        swing 0.5    ╱╲    ╱╲     a leap: each stands for itself
/// ```
///
/// Without the second, the highest of several draws would be believed too much: the more draws,
/// the higher the highest scatters, whatever is true.
struct TrueResponse {
    /// One draw: the logarithm of what was measured, and the variance of that.
    struct Draw {
        let log: Double
        let variance: Double
        /// Seconds after the injection.
        let second: Double
    }

    /// In the order of their seconds; not empty.
    let draws: [Draw]

    /// The standard deviations of the random walk over half a minute, and how likely each is
    /// before the results come, as logarithms: one to two (ours).
    static let swings: [(deviation: Double, log: Double)] = [(0.02, 0), (0.5, NormalLaw.ln(2))]
    /// Half a minute, the usual time between two draws; closer ones resemble each other more.
    private static let step = 30.0

    /// The mean of `judge` over the true heights of the highest draw, which it is given as
    /// logarithms.
    func average(_ judge: (Double) -> Double) -> Double {
        var sum = 0.0
        for walk in walks {
            var share = 0.0
            for point in 0..<Lattice.points { share += judge(walk.course.highest(at: point)) }
            sum += walk.weight * share / Double(Lattice.points)
        }
        return sum
    }

    /// Equally likely true heights of the highest draw under each swing, as logarithms, with the
    /// number of the point that they were drawn by and their share of all.
    func heights() -> [(log: Double, point: Int, weight: Double)] {
        walks.flatMap { walk in
            (0..<Lattice.points).map { point in
                (walk.course.highest(at: point), point, walk.weight / Double(Lattice.points))
            }
        }
    }

    /// The courses under each swing, with the swing's share after the results.
    private var walks: [(course: Walk, weight: Double)] {
        let swings = draws.count > 1 ? Self.swings : [Self.swings[0]]
        let walks = swings.map { Walk(draws, swing: $0.deviation * $0.deviation / Self.step) }
        let evidence = zip(walks, swings).map { $0.evidence + $1.log }
        let best = evidence.max() ?? 0
        let weights = evidence.map { NormalLaw.exp($0 - best) }
        let total = weights.reduce(0, +)
        return zip(walks, weights).map { ($0, $1 / total) }
    }
}

/// The draws under one swing: a Kalman filter forwards, and whole courses drawn backwards.
private struct Walk {
    /// The logarithm of how well the swing explains what was measured.
    private(set) var evidence = 0.0
    /// Mean and variance of each true logarithm, given the measurements up to it.
    private var states: [(mean: Double, variance: Double)] = []
    /// The variance of the walk from each draw to the next.
    private var steps: [Double] = []

    init(_ draws: [TrueResponse.Draw], swing: Double) {
        for (index, draw) in draws.enumerated() {
            guard let last = states.last else {
                states.append((draw.log, draw.variance))
                continue
            }
            let wandered = swing * max(1, draw.second - draws[index - 1].second)
            let expected = last.variance + wandered
            let spread = expected + draw.variance
            let miss = draw.log - last.mean
            evidence -= (NormalLaw.ln(spread) + miss * miss / spread) / 2
            let gain = expected / spread
            states.append((last.mean + gain * miss, expected * (1 - gain)))
            steps.append(wandered)
        }
    }

    /// The highest true logarithm of one course that the measurements allow.
    func highest(at point: Int) -> Double {
        var index = states.count - 1
        var dimension = 0
        let last = states[index]
        var value = last.mean + last.variance.squareRoot() * Lattice.normal(point, dimension)
        var highest = value
        while index > 0 {
            index -= 1
            dimension += 1
            let (mean, variance) = states[index]
            let gain = variance / (variance + steps[index])
            value =
                mean + gain * (value - mean)
                + (variance * (1 - gain)).squareRoot() * Lattice.normal(point, dimension)
            highest = max(highest, value)
        }
        return highest
    }
}

/// Evenly scattered points of a normal law in many dimensions, always the same ones: multiples of
/// the square roots of primes, of which only the fraction counts (Richtmyer's lattice), and each
/// point's mirror image, so that what lies on a threshold is as likely as not.
enum Lattice {
    static let points = 128
    /// The first dimension of those that a baseline uses: a course of draws has no more than 32.
    static let spare = 32
    private static let half = points / 2

    private static let primes = [
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89,
        97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173,
    ]

    private static let normals: [Double] = primes.flatMap { prime in
        (0..<half).map { point in
            let place = (Double(point) + 0.5) * Double(prime).squareRoot()
            return NormalLaw.quantile(place - place.rounded(.down))
        }
    }

    /// One coordinate; a plan has no more draws than there are dimensions.
    static func normal(_ point: Int, _ dimension: Int) -> Double {
        let start = dimension % primes.count * half
        return point < half ? normals[start + point] : -normals[start + point - half]
    }
}
