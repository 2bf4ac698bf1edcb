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
    private var sender: any SendingEnd
    private var nextMark = 0
    private var nextReport = 0

    /// Plays `course` on an analyzer that speaks `dialect` and whose clock starts at `epoch`.
    ///
    /// - Throws: what the dialect lacks to be spoken.
    public init(
        course: Course, dialect: Dialect, epoch: WallTime = Simulation.epoch
    ) throws(ScenarioProblem) {
        self.course = course
        reports = try Reports(course: course, dialect: dialect, epoch: epoch)
        sender = dialect.link.sender()
    }

    /// When something happens next, unless bytes arrive first; nil when nothing will.
    public var next: Duration? {
        let mark = nextMark < course.marks.count ? course.marks[nextMark].time : nil
        let report = nextReport < course.reports.count ? course.reports[nextReport].time : nil
        let own = [mark, report].compactMap(\.self).min().map(Self.time)
        return [own, sender.deadline].compactMap(\.self).min()
    }

    /// True while the analyzer waits for the receiver or for its next try: what takes true seconds.
    public var isTalking: Bool { sender.deadline != nil }

    /// True when everything was said and acknowledged.
    public var isFinished: Bool { next == nil }

    /// Lets everything happen that is due at `now`, in order.
    public mutating func advance(to now: Duration) -> [Outcome] {
        var outcomes: [Outcome] = []
        while nextMark < course.marks.count, Self.time(course.marks[nextMark].time) <= now {
            outcomes.append(.mark(course.marks[nextMark].mark))
            nextMark += 1
        }
        while nextReport < course.reports.count,
            Self.time(course.reports[nextReport].time) <= now
        {
            outcomes.append(.say(reports.words(of: nextReport)))
            for message in reports.messages(of: nextReport) {
                outcomes += sent(sender.enqueue(message, at: now))
            }
            nextReport += 1
        }
        if let deadline = sender.deadline, deadline <= now {
            outcomes += sent(sender.expire(at: now))
        }
        return outcomes
    }

    /// Takes what came back on the line.
    public mutating func receive(_ bytes: [UInt8], at now: Duration) -> [Outcome] {
        sent(sender.receive(bytes, at: now))
    }

    /// The line was lost: a message under way will be sent again from its start.
    public mutating func lose(at now: Duration) -> [Outcome] { sent(sender.lose(at: now)) }

    /// Seconds of the course as virtual time, to the millisecond that is shown.
    private static func time(_ seconds: Double) -> Duration {
        .milliseconds(Int64((seconds * 1000).rounded()))
    }

    private func sent(_ actions: [Sender.Action]) -> [Outcome] {
        actions.compactMap { action in
            switch action {
            case .send(let bytes): .send(bytes)
            case .dispatch(let dispatch):
                if case .kept(let reason) = dispatch.fate {
                    .say("a message was broken off (\(reason)) and is kept")
                } else {
                    nil
                }
            case .yield: nil
            }
        }
    }
}
