/// What a configured line is while it is not lost: an open port, a call, or a place to be called.
///
/// Whatever it throws means that it is over and must be closed.
protocol Attachment: AnyObject {
    /// When ``serve(_:at:into:)`` must be called though nothing happened.
    var deadline: ContinuousClock.Instant? { get }

    /// Adds the descriptors to wait for.
    func register(in watch: inout Watch)

    /// Does what the wait found to be possible.
    func serve(
        _ watch: Watch, at now: ContinuousClock.Instant, into events: inout [LineEvent]
    ) throws(LineError)

    /// Sends bytes on the line `name`; false when that is not open.
    func send(_ bytes: [UInt8], to name: String) throws(LineError) -> Bool

    /// Gives back every descriptor.
    func close()
}

extension Attachment {
    var deadline: ContinuousClock.Instant? { nil }
}
