public import Protocols
public import StepUp

/// A course being played: what the analyzer puts on its line and the operator says, in virtual
/// time.
///
/// One pure value. It shows when something happens ``next``, is told that time has come by
/// ``advance(to:)`` and what came back on the line by ``receive(_:at:)``, and gives bytes and
/// marks. Times count from the beginning of the procedure.
public struct Simulation: Sendable {
    /// What happens to the outside.
    public enum Outcome: Sendable, Equatable {
        /// The analyzer writes these bytes.
        case send([UInt8])
        /// The cable is pulled out: what is under way is lost, and both ends notice.
        case unplug
        /// The cable is put back.
        case plug
        /// The operator says this.
        case mark(Mark)
        /// Something to show to people: a result that is sent, a message that was broken off.
        case say(String)
    }

    /// What is played.
    public let course: Course

    /// What the clocks of room and analyzer show at the beginning.
    ///
    /// 2026-03-02 08:00:00, unless said otherwise: bytes do not depend on the day of the run.
    public static let epoch = WallTime(nanoseconds: 1_772_438_400_000_000_000)

    private let reports: Reports
    private var end: AnalyzerEnd
    /// The cable, where it is a bad one.
    private var cable: BadLine?
    /// What an analyzer that asks knows; nil for one that is told by hand.
    private var asking: Asking?
    private var nextMark = 0
    private var nextLoading = 0
    private var nextReport = 0

    /// Plays `course` on an analyzer that speaks `dialect` and whose clock starts at `epoch`.
    ///
    /// One that `asks` sends a query when a tube is loaded, and measures what is ordered in answer
    /// and nothing else; another one was told everything by hand. The cable suffers from `faults`
    /// by the chance of `seed`.
    ///
    /// - Throws: what the dialect lacks to be spoken.
    public init(
        course: Course, dialect: Dialect, epoch: WallTime = Simulation.epoch, asks: Bool = false,
        faults: Faults? = nil, seed: UInt64 = 1
    ) throws(ScenarioProblem) {
        self.course = course
        reports = try Reports(course: course, dialect: dialect, epoch: epoch)
        end = AnalyzerEnd(dialect.link, isHearing: asks)
        cable = faults.map { BadLine($0, link: dialect.link, seed: seed) }
        guard asks else { return }
        guard dialect.writes?.query != nil, dialect.orders != nil else {
            throw ScenarioProblem(
                "\(dialect.name) cannot ask: it needs a query under 'writes', and 'orders'")
        }
        asking = Asking(dialect, test: reports.test)
    }

    /// When something happens next, unless bytes arrive first; nil when nothing will.
    public var next: Duration? {
        let mark = nextMark < course.marks.count ? course.marks[nextMark].time : nil
        let report = nextReport < course.reports.count ? course.reports[nextReport].time : nil
        let own = [mark, loading, report].compactMap(\.self).min().map(Self.time)
        return [own, end.deadline, asking?.deadline, cable?.deadline].compactMap(\.self).min()
    }

    /// When the next tube is loaded, of an analyzer that asks.
    private var loading: Double? {
        guard asking != nil, nextLoading < course.loadings.count else { return nil }
        return course.loadings[nextLoading].time
    }

    /// True while the analyzer waits for the receiver or for its next try: what takes true seconds.
    public var isTalking: Bool {
        end.deadline != nil || asking?.deadline != nil || cable?.deadline != nil
    }

    /// True when everything was said and acknowledged.
    public var isFinished: Bool { next == nil }

    /// Lets everything happen that is due at `now`, in order.
    public mutating func advance(to now: Duration) -> [Outcome] {
        var outcomes: [Outcome] = []
        while nextMark < course.marks.count, Self.time(course.marks[nextMark].time) <= now {
            outcomes.append(.mark(course.marks[nextMark].mark))
            nextMark += 1
        }
        while let time = loading, Self.time(time) <= now {
            let specimen = course.loadings[nextLoading].specimen
            nextLoading += 1
            let query = reports.query(for: specimen, at: time, number: nextLoading)
            outcomes += perform(end.enqueue(query, about: specimen, at: now), at: now)
        }
        while nextReport < course.reports.count,
            Self.time(course.reports[nextReport].time) <= now
        {
            outcomes += report(nextReport, at: now)
            nextReport += 1
        }
        if let deadline = cable?.deadline, deadline <= now {
            outcomes += take(cable?.expire(at: now) ?? [], at: now)
        }
        if let deadline = end.deadline, deadline <= now {
            outcomes += perform(end.expire(at: now), at: now)
        }
        let late = asking?.expire(at: now) ?? []
        return outcomes + late.map { .say("nobody answered the query about \($0)") }
    }

    /// Takes what came back on the line.
    public mutating func receive(_ bytes: [UInt8], at now: Duration) -> [Outcome] {
        carry(bytes, to: .analyzer, at: now)
    }

    /// The line was lost: a message under way will be sent again from its start.
    public mutating func lose(at now: Duration) -> [Outcome] {
        perform(end.lose(at: now), at: now)
    }

    /// Seconds of the course as virtual time, to the millisecond that is shown.
    private static func time(_ seconds: Double) -> Duration {
        .milliseconds(Int64((seconds * 1000).rounded()))
    }

    /// Sends a result, unless nobody ordered it.
    private mutating func report(_ index: Int, at now: Duration) -> [Outcome] {
        guard isMeasured(index) else {
            let specimen = course.reports[index].report.specimen
            return [.say("specimen \(specimen) is not measured: nobody ordered it")]
        }
        var outcomes = [Outcome.say(reports.words(of: index))]
        var messages = reports.messages(of: index)
        if let old = reports.resent(behind: index), isMeasured(old) {
            outcomes.append(.say("once more: " + reports.words(of: old)))
            messages += reports.messages(of: old, on: index)
        }
        for message in messages {
            outcomes += perform(end.enqueue(message, about: "", at: now), at: now)
        }
        return outcomes
    }

    /// False for a specimen that an analyzer which asks was never told to measure.
    private func isMeasured(_ index: Int) -> Bool {
        asking?.isOrdered(course.reports[index].report.specimen) ?? true
    }

    private mutating func perform(_ actions: [LinkAction], at now: Duration) -> [Outcome] {
        var outcomes: [Outcome] = []
        for action in actions {
            switch action {
            case .write(let bytes): outcomes += carry(bytes, to: .host, at: now)
            case .send(let byte): outcomes += carry([byte], to: .host, at: now)
            case .dispatch(let dispatch):
                if let words = take(dispatch, at: now) { outcomes.append(.say(words)) }
            case .deliver(let message):
                let answer = asking?.answer(to: message) ?? []
                outcomes += perform(end.enqueue(answer, about: "", at: now), at: now)
                if let words = asking?.take(message) { outcomes.append(.say(words)) }
            case .defect(let defect):
                outcomes.append(.say("refused from the host: \(defect.rawValue)"))
            }
        }
        return outcomes
    }

    /// Puts bytes on the cable, which most often just lets them pass.
    private mutating func carry(
        _ bytes: [UInt8], to side: BadLine.End, at now: Duration
    ) -> [Outcome] {
        take(cable?.carry(bytes, to: side, at: now) ?? [.bytes(bytes, to: side)], at: now)
    }

    private mutating func take(_ events: [BadLine.Event], at now: Duration) -> [Outcome] {
        events.flatMap { event -> [Outcome] in
            switch event {
            case .bytes(let bytes, to: .host): return [.send(bytes)]
            case .bytes(let bytes, to: .analyzer):
                return perform(end.receive(bytes, at: now), at: now)
            case .unplugged: return [.unplug] + lose(at: now)
            case .plugged: return [.plug]
            case .fault(let fault): return [.say(fault.words)]
            }
        }
    }

    /// Takes what became of a message that was sent; returns it for people, if they must know.
    private mutating func take(_ dispatch: Dispatch, at now: Duration) -> String? {
        let query = dispatch.subject.isEmpty ? nil : dispatch.subject
        switch dispatch.fate {
        case .delivered:
            if let query { asking?.wait(for: query, from: now) }
            return nil
        case .kept(let reason): return "a message was broken off (\(reason)) and is kept"
        case .dropped(let reason):
            let subject = query.map { "the query about \($0)" } ?? "a message"
            return "the host does not take \(subject) (\(reason))"
        }
    }
}
