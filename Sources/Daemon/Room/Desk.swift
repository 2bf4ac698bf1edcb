import Lines
import StepUp

/// The one thread that waits, and the one place where things happen: wait on the lines, enter what
/// came, send what follows, tell it.
///
/// Answers leave first, then announcements, then replies to marks and questions; so that nobody who
/// listens delays an analyzer.
final class Desk {
    /// How old an answer may be when it is sent.
    ///
    /// A sender waits 15 s for one (LIS01-A2, 6.5.2)
    /// and then starts over; a later answer would acknowledge what it sent since.
    static let answerLimit = Duration.seconds(10)
    /// How often a journal that takes nothing is tried again.
    static let retryPace = Duration.seconds(1)

    private let room: Room
    private let exchange: any Exchanging
    private let inbox: Inbox
    private let broadcast: Broadcast
    private let health: Health

    private typealias Reply = @Sendable (Swift.Result<Station.Answer, Inbox.Refusal>) -> Void

    /// A desk for `room`; see ``run()``.
    init(
        room: Room, exchange: any Exchanging, inbox: Inbox, broadcast: Broadcast,
        health: Health = Health()
    ) {
        (self.room, self.exchange, self.inbox) = (room, exchange, inbox)
        (self.broadcast, self.health) = (broadcast, health)
    }

    /// Works until the inbox is closed, then writes a rest if the station is at one.
    func run() {
        while !inbox.isClosed { turn() }
        if health.state == .sound { try? room.settle(isLast: true) }
    }

    /// Enters `events` now: how a run begins, and how a driven one goes on.
    func enter(_ events: [Moment.Event]) { enter(events, marks: []) }

    /// One wait, and all that follows from it.
    func turn() {
        let heard = exchange.wait(for: patience)
        let requests = inbox.take()
        var marks: [(Mark, Reply)] = []
        for case .mark(let mark, let reply) in requests { marks.append((mark, reply)) }
        var events = heard.map(Moment.Event.init)
        if events.isEmpty, marks.isEmpty, room.isDue { events = [.due] }
        enter(events, marks: marks)
        for case .question(let ask) in requests { ask(room.station) }
        settle()
    }

    private var patience: Duration? {
        switch health.state {
        case .broken: nil
        case .stalled: Self.retryPace
        case .sound: room.station.deadline.map { room.clock.remaining(until: $0) }
        }
    }

    private func enter(_ events: [Moment.Event], marks: [(mark: Mark, reply: Reply)]) {
        let obstacle: String? =
            switch health.state {
            case .sound: nil
            case .stalled(let why), .broken(let why): why
            }
        if let obstacle {
            for mark in marks { mark.reply(.failure(.notRecorded(obstacle))) }
        }
        if case .broken = health.state { return }
        let entering = obstacle == nil ? marks : []
        do {
            let began = ContinuousClock.now
            let entry = try room.enter(events + entering.map { .mark($0.mark) })
            perform(entry, lasting: ContinuousClock.now - began, for: entering.map(\.reply))
            goOn()
        } catch {
            room.withdrawMarks()
            hold(error)
            for mark in entering { mark.reply(.failure(.notRecorded(error.description))) }
        }
    }

    private func perform(_ entry: Room.Entry, lasting span: Duration, for replies: [Reply]) {
        if span > Self.answerLimit {
            exchange.pause(reason: "the disk took \(span.components.seconds) s to store a moment")
        }
        for case .send(let line, let bytes) in entry.effects { exchange.send(bytes, to: line) }
        if span > Self.answerLimit, health.state == .sound { exchange.resume() }
        broadcast.publish(
            entry.effects.compactMap { effect in
                if case .announce(let news) = effect { news } else { nil }
            })
        let marked = entry.moments.filter { moment in
            if case .mark = moment.event { true } else { false }
        }
        note(entry)
        let replyTo = Dictionary(
            uniqueKeysWithValues: zip(marked.map(\.number), replies))
        for case .answer(let moment, let answer) in entry.effects {
            replyTo[moment]?(.success(answer))
        }
    }

    /// Shows the bytes of this turn to whoever looks at the lines.
    private func note(_ entry: Room.Entry) {
        for moment in entry.moments {
            guard case .bytes(let line, let bytes, _) = moment.event else { continue }
            broadcast.wire.note(bytes, on: line, way: .received, at: moment.wall)
        }
        guard let now = entry.moments.last?.wall else { return }
        for case .send(let line, let bytes) in entry.effects {
            broadcast.wire.note(bytes, on: line, way: .sent, at: now)
        }
    }

    private func settle() {
        guard health.state == .sound else { return }
        do { try room.settle() } catch {
            if case .broken = error { hold(error) }
        }
    }

    /// Stops listening to the lines, and says so, loudly and out of band.
    private func hold(_ error: JournalError) {
        let isFinal = if case .stalled = error { false } else { true }
        let words = error.description
        exchange.pause(reason: words)
        guard health.become(isFinal ? .broken(words) : .stalled(words)) else { return }
        broadcast.alarm(
            NoticeNews(
                priority: .high, code: "journal",
                text: "Nothing is stored or acknowledged: \(words). The analyzer keeps its results."
            ))
    }

    /// Listens again once the journal takes moments.
    private func goOn() {
        guard case .stalled = health.state, !room.isHolding else { return }
        health.become(.sound)
        broadcast.alarm(
            NoticeNews(
                priority: .information, code: "journal",
                text: "The journal takes moments again; the lines are open."))
        exchange.resume()
    }
}

extension Moment.Event {
    /// What happened on a line, as it enters.
    init(_ event: LineEvent) {
        switch event {
        case .opened(let line, let detail): self = .opened(line: line, detail: detail)
        case .bytes(let line, let bytes, let damage):
            self = .bytes(line: line, bytes, damage: damage)
        case .lost(let line, let reason): self = .lost(line: line, reason: reason)
        }
    }
}
