import Protocols

/// The analyzer's end of its line: it sends; and where it asks what to measure, it hears as well.
struct AnalyzerEnd: Sendable {
    private enum Way: Sendable {
        case sending(any SendingEnd)
        case both(any LinkEnd)
    }

    private var way: Way

    /// The end of an analyzer that uses its link as `options` say.
    ///
    /// It only sends, unless it `isHearing` and its link has a way back.
    init(_ options: LinkOptions, isHearing: Bool) {
        let both = isHearing ? options.instrumentEnd() : nil
        way = both.map(Way.both) ?? .sending(options.sender())
    }

    /// When to call ``expire(at:)``, unless bytes come first; nil when nothing is awaited.
    var deadline: Duration? {
        switch way {
        case .sending(let end): end.deadline
        case .both(let end): end.deadline
        }
    }

    /// Gives a message to send: its records, without their CR, and what it is about.
    mutating func enqueue(
        _ records: [[UInt8]], about subject: String, at now: Duration
    ) -> [LinkAction] {
        act(
            { $0.enqueue(records, about: subject, at: now) },
            { $0.enqueue(records, about: subject, at: now) })
    }

    /// Takes what came back on the line.
    mutating func receive(_ bytes: [UInt8], at now: Duration) -> [LinkAction] {
        act({ $0.receive(bytes, at: now) }, { $0.receive(bytes, damaged: false, at: now) })
    }

    /// Goes on when nobody has answered, or a pause is over.
    mutating func expire(at now: Duration) -> [LinkAction] {
        act({ $0.expire(at: now) }, { $0.expire(at: now) })
    }

    /// The line was lost: a message under way will be sent again from its start.
    mutating func lose(at now: Duration) -> [LinkAction] {
        act({ $0.lose(at: now) }, { $0.lose(at: now) })
    }

    private mutating func act(
        _ sending: (inout any SendingEnd) -> [Sender.Action],
        _ both: (inout any LinkEnd) -> [LinkAction]
    ) -> [LinkAction] {
        switch way {
        case .sending(var end):
            let actions = sending(&end)
            way = .sending(end)
            return actions.compactMap(Self.action)
        case .both(var end):
            let actions = both(&end)
            way = .both(end)
            return actions
        }
    }

    private static func action(_ action: Sender.Action) -> LinkAction? {
        switch action {
        case .send(let bytes): .write(bytes)
        case .dispatch(let dispatch): .dispatch(dispatch)
        case .yield: nil
        }
    }
}
