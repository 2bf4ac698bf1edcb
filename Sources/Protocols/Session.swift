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
        /// The results of one message, in the order of their records.
        case results([AssayResult])
        /// The analyzer asks what to measure.
        case query(Query)
        /// Something was refused or ignored, and is counted.
        case defect(Defect)
    }
}
