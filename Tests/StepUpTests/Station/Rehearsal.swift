import Protocols

@testable import StepUp

/// A station with a clock, an analyzer on line `A` and somebody who marks: tests of the fold are
/// written as what happens at which second, and as what is told.
struct Rehearsal {
    var station: Station
    var time = Duration.zero
    /// What the wall clock shows at time zero: 2026-01-31T12:00:00Z.
    var wall = WallTime(nanoseconds: 1_769_860_800_000_000_000)
    private(set) var moments: [Moment] = []
    private(set) var effects: [Station.Effect] = []
    /// All effects from the first moment on, whatever was hushed.
    private(set) var all: [Station.Effect] = []
    private var keys = 0

    /// A station that began with `setup`; nil = it did not begin yet.
    init(_ setup: Setup? = .rehearsal, rest: Station.Rest = Station.Rest()) {
        station = Station(rest: rest)
        if let setup { receive(.began(setup)) }
    }

    /// Folds an event at the present time; what had fallen due before comes first, on its time.
    @discardableResult
    mutating func receive(_ event: Moment.Event) -> [Station.Effect] {
        let shown = WallTime(nanoseconds: wall.nanoseconds + time.inNanoseconds)
        let moment = Moment(
            number: Int64(moments.count + 1), time: time, wall: shown, event: event)
        moments.append(moment)
        let new = station.receive(moment)
        effects += new
        all += new
        return new
    }

    /// Lets the clock go on to `seconds`, with every deadline before that falling due.
    mutating func at(_ seconds: Double) {
        let end = Duration.seconds(seconds)
        while let deadline = station.deadline, deadline <= end {
            time = deadline
            receive(.due)
        }
        time = end
    }

    /// Marks something in procedure `P`.
    @discardableResult
    mutating func mark(
        _ action: Mark.Action, in procedure: String = "P", key: String? = nil
    ) -> Station.Answer? {
        keys += 1
        let mark = Mark(
            key: key ?? "k\(keys)", procedure: procedure, by: "operator", action: action)
        let effects = receive(.mark(mark))
        return effects.lazy.compactMap { effect in
            if case .answer(_, let answer) = effect { answer } else { nil }
        }.first
    }

    /// Bytes on a line, in line notation.
    @discardableResult
    mutating func hears(_ line: String, on name: String = "A") -> [Station.Effect] {
        receive(.bytes(line: name, [UInt8](line: line), damage: LineDamage()))
    }

    /// The analyzer sends one message with these results.
    mutating func sends(_ results: Sent..., on line: String = "A") {
        receive(.bytes(line: line, Sent.message(results), damage: LineDamage()))
    }

    /// The analyzer sends an insulin result.
    mutating func sends(_ specimen: String, _ value: String) {
        sends(Sent(specimen, value))
    }

    /// Forgets what was told so far.
    mutating func hush() { effects = [] }

    /// Everything announced, and nothing else.
    var announcements: [Announcement] {
        effects.compactMap { if case .announce(let told) = $0 { told } else { nil } }
    }

    /// What was told, a line each, of the kinds that `types` names (all when it names none).
    func told(_ types: String...) -> [String] {
        announcements.filter { types.isEmpty || types.contains($0.body.content.type) }
            .map(\.inBrief)
    }

    /// The same, and then forgotten.
    mutating func news(_ types: String...) -> [String] {
        defer { hush() }
        return announcements.filter { types.isEmpty || types.contains($0.body.content.type) }
            .map(\.inBrief)
    }
}

extension Duration {
    var inNanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
