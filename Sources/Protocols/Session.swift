/// One line's protocol stack as a value: it eats bytes and time, and gives actions.
///
/// Pure: time comes in as the moment since the journal's anchor, and every effect goes out as an
/// ``Action``. The line's own bytes are counted from the first, so that every result can say
/// where it stood.
public struct Session: Sendable {
    /// What the session wants done or has found.
    public enum Action: Sendable, Equatable {
        /// Bytes for the analyzer; to be sent only after the moment that caused them is durable.
        case send([UInt8])
        /// The results of one message, in the order of their records; empty when it held none.
        case results([AssayResult])
        /// What follows is for training, the analyzer says: nobody's results.
        case training
        /// The analyzer asks what to measure.
        case query(Query)
        /// Something was refused or ignored, and is counted.
        case defect(Defect)
        /// A row of a table was refused; it is counted as a defect too.
        case badRow(BadRow)
        /// What became of an order that was to be sent.
        case dispatch(Dispatch)
    }

    private var reader: MessageReader
    private let writer: OrderWriter?
    private var link: any LinkEnd

    /// A session at rest on a line that gave `received` bytes before.
    public init(dialect: Dialect, received: Int = 0) {
        reader = MessageReader(dialect)
        // A layout that cannot be used is refused where dialects are read.
        writer = try? OrderWriter(dialect)
        link = dialect.link.end(received: received, isSending: writer != nil)
        deadline = link.deadline
    }

    /// True when `query` can be answered: ``answer(_:to:about:at:)``.
    public func canAnswer(_ query: Query) -> Bool { writer?.canAnswer(query) ?? false }

    /// When to call ``expire(at:)``, unless bytes arrive first; nil when nothing is awaited.
    public private(set) var deadline: Duration?

    /// True when a new session with the same ``received`` would go on just as this one.
    public var isAtRest: Bool { link.isAtRest }

    /// How many bytes the line ever gave.
    public var received: Int { link.received }

    /// Takes what was read at `now`.
    ///
    /// - Parameters:
    ///   - bytes: any piece of the line, of any length.
    ///   - damaged: true when the driver counted character errors in these bytes.
    ///   - now: when they arrived, on the clock of ``deadline``.
    /// - Returns: the replies first and in one piece, then what was found, in its order.
    public mutating func receive(
        _ bytes: [UInt8], damaged: Bool = false, at now: Duration
    ) -> [Action] {
        explain(link.receive(bytes, damaged: damaged, at: now))
    }

    /// Gives up waiting, if the deadline has come.
    public mutating func expire(at now: Duration) -> [Action] {
        explain(link.expire(at: now))
    }

    /// The port was lost: the frame in progress is dropped, accepted ones wait for the time-out.
    public mutating func lose(at now: Duration) -> [Action] {
        explain(link.lose(at: now))
    }

    /// Answers a query, as soon as the line is free.
    ///
    /// - Parameters:
    ///   - answer: what is to be measured, or that nothing is known.
    ///   - query: what is answered.
    ///   - subject: what ``Action/dispatch(_:)`` will call it; an earlier answer about the same
    ///     that still waits is replaced.
    ///   - now: on the clock of ``deadline``.
    /// - Returns: what is to be sent at once; nothing where ``canAnswer(_:)`` is false.
    public mutating func answer(
        _ answer: Order.Answer, to query: Query, about subject: String, at now: Duration
    ) -> [Action] {
        guard let writer, writer.canAnswer(query) else { return [] }
        var actions = link.withdraw(subject, at: now)
        var messages = writer.messages(of: answer, to: query)
        guard let last = messages.popLast() else {
            return explain(actions + [.dispatch(Dispatch(subject: subject, fate: .delivered))])
        }
        // The fate of the last one is the answer's.
        for message in messages { actions += link.enqueue(message, about: "", at: now) }
        return explain(actions + link.enqueue(last, about: subject, at: now))
    }

    /// Takes back an answer about `subject` that still waits; every answer when it is nil.
    public mutating func withdraw(_ subject: String?, at now: Duration) -> [Action] {
        explain(link.withdraw(subject, at: now))
    }

    /// What the link found, as actions, and when it wants to be called again.
    private mutating func explain(_ found: [LinkAction]) -> [Action] {
        deadline = link.deadline
        var replies: [UInt8] = []
        replies.reserveCapacity(found.count)
        // The replies' place; it is taken when all are known.
        var actions: [Action] = [.send([])]
        actions.reserveCapacity(2)
        for action in found {
            switch action {
            case .send(let byte): replies.append(byte)
            case .write(let bytes): replies += bytes
            case .dispatch(let dispatch): actions.append(.dispatch(dispatch))
            case .defect(let defect): actions.append(.defect(defect))
            case .deliver(let message):
                let contents = reader.readNext(message)
                replies += contents.reply
                for defect in contents.defects { actions.append(.defect(defect)) }
                for row in contents.badRows { actions.append(.badRow(row)) }
                if contents.isTraining { actions.append(.training) }
                for query in contents.queries { actions.append(.query(query)) }
                actions.append(.results(contents.results))
            }
        }
        if replies.isEmpty {
            actions.removeFirst()
        } else {
            actions[0] = .send(replies)
        }
        return actions
    }
}
