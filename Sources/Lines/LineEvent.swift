public import Protocols

/// What happened on a line.
public enum LineEvent: Sendable, Equatable {
    /// The line is open; `detail` names the port or the other side.
    case opened(line: String, detail: String)
    /// Bytes arrived, and what the driver counted while they did.
    case bytes(line: String, [UInt8], LineDamage)
    /// The line is closed, and why, in one sentence; it is opened again without being asked.
    case lost(line: String, reason: String)
}
