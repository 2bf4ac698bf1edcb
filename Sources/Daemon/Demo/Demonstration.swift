import Foundation
import Lines
import Protocols
import Simulator
import StepUp

/// A procedure room in which everything outside the daemon is simulated.
///
/// Journal, station, desk and the pseudo-terminal are those of a real room; patient, team and
/// analyzer are a ``Simulation``, and the clock is driven by it.
struct Demonstration: Sendable {
    /// What is played.
    let script: Script
    /// What decides all chance.
    let seed: UInt64
    /// How fast.
    let pace: Pace
    /// What goes wrong on the cable; what the scenario says when nil.
    var faults: Faults?
    /// True when the analyzer asks what to measure, and measures what is ordered.
    var asks = false
    /// A folder of its own for the terminal's link.
    let folder: String
    /// The journal's path; it must be new.
    let journal: String

    /// What the procedure is called.
    var procedure: String { "SIM-\(seed)" }

    /// Everything that the fold depends on: simulated, and said to be so on all that goes out.
    var setup: Setup {
        Setup(
            version: Stepupd.version, site: "Demonstration: \(script.scenario.title)",
            simulated: true,
            lines: [Rehearsal.line: .init(dialect: script.dialect.name)],
            dialects: [script.dialect.name: script.dialect], anatomy: script.anatomy,
            assays: script.assays, hints: script.hints)
    }

    /// Opens the room; its desk is ready to run, on the thread that called this.
    ///
    /// Marks come in by `inbox`, whose waker is `waker`, those of the simulated operator among
    /// them;
    /// `shown` follows the room's wall clock; `ended` is called once, when the procedure is closed
    /// and every result is in.
    func open(
        inbox: Inbox, waker: Waker, broadcast: Broadcast, shown: ShownTime,
        ended: @escaping @Sendable () -> Void
    ) throws -> Desk {
        let journal = try Journal(path: journal, program: Stepupd.version)
        guard journal.head.number == 0 else {
            throw ScenarioProblem(
                "\(self.journal) holds a journal already: a demonstration wants one of its own")
        }
        let clock = DrivenClock(wall: Simulation.epoch)
        let simulation = try Simulation(
            course: try script.course(seed: seed, procedure: procedure), dialect: script.dialect,
            asks: asks, faults: faults ?? script.scenario.faults, seed: seed)
        let room = try Room(journal: journal, clock: clock)
        let rehearsal = try Rehearsal(
            simulation, pace: pace, link: folder + "/analyzer", settings: script.dialect.line,
            clock: clock, shown: shown, inbox: inbox, waker: waker, ended: ended)
        let desk = Desk(
            room: room, exchange: rehearsal, inbox: inbox, broadcast: broadcast)
        desk.enter([.began(setup)])
        return desk
    }
}
