import Lines
import Synchronization

@testable import Daemon

/// Lines that say what a test wrote down, one batch a wait, and remember what they are told.
final class ScriptedLines: Exchanging {
    /// Something that the desk did to the lines.
    enum Act: Equatable {
        case wait(Duration?)
        case send(String, [UInt8])
        case pause
        case resume
    }

    private(set) var acts: [Act] = []
    var batches: [[LineEvent]]
    /// Called at each sending.
    var onSend: () -> Void = {}
    /// What a test noted in ``onSend``.
    var toldAtSend: Int64?

    init(_ batches: [[LineEvent]] = []) { self.batches = batches }

    func wait(for patience: Duration?) -> [LineEvent] {
        acts.append(.wait(patience))
        return batches.isEmpty ? [] : batches.removeFirst()
    }

    func send(_ bytes: [UInt8], to line: String) {
        acts.append(.send(line, bytes))
        onSend()
    }

    func pause(reason: String) { acts.append(.pause) }
    func resume() { acts.append(.resume) }
}
