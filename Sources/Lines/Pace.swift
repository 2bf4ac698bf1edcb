/// How long a lost line waits before it is tried again: 0.1 s, doubled up to 5 s.
///
/// The first try comes soon, since an adapter that was knocked is back in a moment; the last pace
/// is slow enough to cost nothing and quick enough for somebody who waits beside the analyzer.
struct Pace {
    private static let first = Duration.milliseconds(100)
    private static let slowest = Duration.seconds(5)

    private var next = Pace.first

    /// The wait before the next try; later ones are longer.
    mutating func slow() -> Duration {
        defer { next = min(next * 2, Self.slowest) }
        return next
    }

    /// Starts over, when the line was open for longer than the slowest wait: it does not flutter.
    mutating func restart(after uptime: Duration) {
        if uptime > Self.slowest { next = Self.first }
    }
}
