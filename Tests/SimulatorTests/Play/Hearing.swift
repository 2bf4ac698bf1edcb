import Protocols
import StepUp

@testable import Simulator

/// A simulation played to its end against a session that answers every frame.
struct Hearing {
    /// What went from the analyzer to the session.
    var sent: [UInt8] = []
    /// What the session read.
    var results: [AssayResult] = []
    /// What the session refused or ignored.
    var defects: [Defect] = []
    /// True when the analyzer said that it is for training.
    var isTraining = false
    /// What the operator said.
    var marks: [Mark] = []

    /// Plays `simulation`; the session speaks `dialect`, and loses its answer where `deaf` says so.
    init(_ simulation: Simulation, dialect: Dialect, deaf: (Int) -> Bool = { _ in false }) {
        var simulation = simulation
        var session = Session(dialect: dialect, received: 0)
        var answers = 0
        while let now = simulation.next {
            if let deadline = session.deadline, deadline < now {
                take(session.expire(at: deadline)) { _ in }
            }
            var waiting = simulation.advance(to: now)
            while !waiting.isEmpty {
                let outcome = waiting.removeFirst()
                if case .mark(let mark) = outcome { marks.append(mark) }
                guard case .send(let bytes) = outcome else { continue }
                sent += bytes
                let actions = session.receive(bytes, damaged: false, at: now)
                take(actions) { answer in
                    answers += 1
                    if !deaf(answers) { waiting += simulation.receive(answer, at: now) }
                }
            }
        }
        // Nothing comes any more: what was only waited for ends.
        while let deadline = session.deadline { take(session.expire(at: deadline)) { _ in } }
    }

    private mutating func take(_ actions: [Session.Action], answer: ([UInt8]) -> Void) {
        for action in actions {
            switch action {
            case .send(let bytes): answer(bytes)
            case .results(let read): results += read
            case .defect(let defect): defects.append(defect)
            case .training: isTraining = true
            case .query, .badRow, .dispatch: break
            }
        }
    }
}
