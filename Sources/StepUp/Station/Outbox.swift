/// What follows from one moment, in order, and the announcements' numbers.
struct Outbox {
    /// The moment that everything here follows from.
    let moment: Int64
    /// When it happened, on the monotonic clock.
    let time: Duration
    /// When it happened, as shown.
    let wall: WallTime
    /// Whether any line carries simulated results.
    var simulated: Bool
    /// The number of the last announcement.
    private(set) var announced: Int64
    /// The numbers of the announcements that are notices.
    private(set) var noticed: [Int64] = []
    /// What is to be done.
    private(set) var effects: [Station.Effect] = []

    /// The effects of `moment`, after the announcement number `announced`.
    init(of moment: Moment, after announced: Int64, simulated: Bool) {
        self.moment = moment.number
        time = moment.time
        wall = moment.wall
        self.announced = announced
        self.simulated = simulated
        effects.reserveCapacity(Self.usual)
    }

    /// What follows from most moments: a reply, a result, its tube, a verdict, the map, the line.
    private static let usual = 8

    /// Announces something.
    ///
    /// - Returns: the announcement's number.
    @discardableResult
    mutating func tell(_ body: Announcement.Body, of procedure: String? = nil) -> Int64 {
        announced += 1
        effects.append(
            .announce(
                Announcement(
                    id: announced, at: wall, procedure: procedure, simulated: simulated, body: body)
            ))
        return announced
    }

    /// Announces a notice about a procedure or a specimen of it.
    mutating func notice(
        _ priority: NoticeNews.Priority, _ code: String, _ text: String,
        of procedure: String? = nil,
        line: String? = nil, specimen: String? = nil, mark: String? = nil
    ) {
        let news = NoticeNews(
            priority: priority, code: code, text: text, line: line, specimen: specimen, mark: mark)
        noticed.append(tell(.notice(news), of: procedure))
    }

    /// Has bytes written to a line.
    mutating func send(_ bytes: [UInt8], to line: String) {
        effects.append(.send(line: line, bytes))
    }

    /// Answers whoever made the mark of this moment.
    mutating func answer(_ answer: Station.Answer) {
        effects.append(.answer(moment: moment, answer))
    }
}
