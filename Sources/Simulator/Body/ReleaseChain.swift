/// What a bolus does to one region over time: a gamma-shaped impulse response, by tanks in series.
///
/// Three equal first-order tanks make the Erlang density of order 3, `t² e^(−t/τ)`, which rises
/// after a moment, peaks at 2 τ and fades. Stepped with additions and products alone, it gives
/// the same digits on every machine, and boluses that overlap simply add.
public struct ReleaseChain: Sendable, Equatable {
    /// The tanks, first to last; the last one's content is the response.
    private var tanks = (0.0, 0.0, 0.0)

    /// The time constant τ of each tank in seconds; the response peaks 2 τ after the bolus.
    private let lag: Double

    /// What one unit of input must be multiplied by, so that the response of a bolus peaks at 1.
    private let norm: Double

    /// A chain at rest whose response peaks `peak` seconds after a bolus reached the tissue.
    public init(peak: Double) {
        lag = peak / 2
        // The Erlang density t²/(2τ³) e^(−t/τ) has its maximum 2/(τ e²) at 2τ; e² written out.
        norm = lag * 7.389_056_098_930_65 / 2
    }

    /// The response now, in units of the peak of a single bolus of 1.
    public var response: Double { tanks.2 / lag * norm }

    /// Lets `seconds` pass while `input` (bolus units) enters.
    public mutating func step(_ seconds: Double, input: Double) {
        let share = seconds / lag
        let (first, second) = (tanks.0 * share, tanks.1 * share)
        tanks.2 += second - tanks.2 * share
        tanks.1 += first - second
        tanks.0 += input - first
    }

    public static func == (left: ReleaseChain, right: ReleaseChain) -> Bool {
        left.tanks == right.tanks && left.lag == right.lag
    }
}
