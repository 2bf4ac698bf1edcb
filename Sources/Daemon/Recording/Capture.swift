import Protocols
import StepUp

/// Bytes that somebody caught on a line, without times: replayed as if they had come at once, at
/// the Unix epoch, from one analyzer that hung up afterwards.
struct Capture {
    /// What its line is called in announcements.
    static let line = "capture"
    /// Bytes a moment; as many as a read of a fast line may give.
    private static let piece = 65_536

    var bytes: [UInt8]
    var setup: Setup

    /// The capture of an analyzer that speaks `dialect`.
    init(bytes: [UInt8], dialect: Dialect, version: String) {
        self.bytes = bytes
        // A capture may begin in the middle of a phase, or be records without any frame.
        var dialect = dialect
        dialect.link = dialect.link.reading(capture: bytes)
        setup = Setup(
            version: version, site: "replay", simulated: false,
            lines: [Self.line: Setup.LineSetup(dialect: dialect.name)],
            dialects: [dialect.name: dialect],
            anatomy: Anatomy(regions: [], arteries: [], veins: []))
    }

    /// Folds the capture and hands what is announced to `tell`; ends when nothing is awaited.
    ///
    /// - Returns: the station at the end.
    func replay(tell: (Announcement) throws -> Void) rethrows -> Station {
        var station = Station()
        var number: Int64 = 0
        func enter(_ event: Moment.Event, at time: Duration = .zero) throws {
            number += 1
            let wall = WallTime(nanoseconds: 0)
            let moment = Moment(number: number, time: time, wall: wall, event: event)
            for case .announce(let news) in station.receive(moment) { try tell(news) }
        }
        try enter(.began(setup))
        try enter(.opened(line: Self.line, detail: "a capture"))
        for start in stride(from: 0, to: bytes.count, by: Self.piece) {
            let piece = bytes[start..<min(start + Self.piece, bytes.count)]
            try enter(.bytes(line: Self.line, [UInt8](piece), damage: LineDamage()))
        }
        try enter(.lost(line: Self.line, reason: "the capture ends"))
        while let deadline = station.deadline { try enter(.due, at: deadline) }
        return station
    }
}
