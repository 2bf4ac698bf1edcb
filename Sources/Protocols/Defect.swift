/// Why bytes were refused or ignored; counted by line and shown.
///
/// Nothing is lost silently: each thing that a decoder does not take is one of these.
public enum Defect: String, Sendable, Codable, CaseIterable, Error {
    /// Bytes outside any frame, which the standard has a receiver ignore; one for each burst.
    case noise
    /// The check sum differs: answered NAK.
    case badChecksum = "bad-checksum"
    /// The frame's number is neither the last one nor the next: answered NAK.
    case wrongFrameNumber = "wrong-frame-number"
    /// A frame came again because its ACK was lost: answered ACK, taken once.
    case duplicateFrame = "duplicate-frame"
    /// The last frame's number came again with other content: answered NAK.
    case conflictingFrame = "conflicting-frame"
    /// A frame was cut short by ENQ, EOT or STX, or a block of HL7 by the next one.
    case interruptedFrame = "interrupted-frame"
    /// ENQ or EOT inside a frame that went on: a damaged character. Answered NAK.
    case strayControl = "stray-control"
    /// A frame outside any transfer phase: no ENQ came before it.
    case unexpectedFrame = "unexpected-frame"
    /// A frame went on past its limit: the rest is skipped, and it is answered NAK.
    case frameTooLong = "frame-too-long"
    /// A message went on past its limit: the frame is answered NAK.
    case messageTooLong = "message-too-long"
    /// The serial driver counted parity or framing errors in a frame: answered NAK.
    case damaged
    /// No frame and no EOT came in time.
    case timeOut = "time-out"
    /// The sender began anew in the middle of a message.
    case restartedWithoutEOT = "restarted-without-eot"
    /// The line was lost in the middle of a frame.
    case lostFrame = "lost-frame"
    /// A message ended without its terminator record; what came is kept, marked incomplete.
    case missingTerminator = "missing-terminator"
    /// A record was cut and its rest never came: the fragment is not read.
    case cutRecord = "cut-record"
    /// A record of an unknown type; kept, not read.
    case unknownRecord = "unknown-record"
    /// A row of a table that is no result: it is told with its number.
    case badRow = "bad-row"
    /// A message that does not begin with a header record, or a table without names of columns.
    case noHeader = "no-header"
    /// A message that is not taken: of a type that no results come in, of another version of the
    /// standard, or marked as training or debugging. HL7 answers it AR or CR.
    case unsupportedMessage = "unsupported-message"
}
