import StepUp

/// The fold of a recording: the same station, the same moments, the same announcements.
struct Replay {
    private(set) var station: Station

    /// A replay that begins where the recording with `header` does.
    init(_ header: RecordingHeader) { station = Station(rest: header.rest ?? Station.Rest()) }

    /// Folds `moment`; what it would have sent to an analyzer, and answered to a mark, is dropped.
    mutating func receive(_ moment: Moment) -> [Announcement] {
        station.receive(moment).compactMap { effect in
            if case .announce(let news) = effect { news } else { nil }
        }
    }
}

extension RecordingReader {
    /// The announcements of the whole recording, in order.
    func announcements() throws -> [Announcement] {
        var replay = Replay(header)
        var told: [Announcement] = []
        try moments { told += replay.receive($0) }
        return told
    }

    /// Every moment at once, for who has to wait between them.
    func all() throws -> [Moment] {
        var moments: [Moment] = []
        try self.moments { moments.append($0) }
        return moments
    }
}
