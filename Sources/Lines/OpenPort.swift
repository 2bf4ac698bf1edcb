internal import Protocols

/// A port that is open: what a ``Channel`` needs of it.
protocol OpenPort: AnyObject {
    /// To be polled, read and written, never to be closed but by ``close()``.
    var descriptor: Int32 { get }

    /// The port as people know it.
    var detail: String { get }

    /// What the driver counted since this was asked last.
    func damage() -> LineDamage

    /// Writes what the port takes now: how many bytes, or the negative code of the error.
    func write(_ bytes: ArraySlice<UInt8>) -> Int

    /// True for a port with something that may go while it is open: ``mend()`` is called now and
    /// then.
    var isMendable: Bool { get }

    /// Puts back what has gone.
    ///
    /// - Returns: true when something had gone.
    func mend() throws(LineError) -> Bool

    /// Why nothing more can be read, given 0 or the code of the error.
    func loss(code: Int32) -> LineError

    /// Gives the port back at once; what was not sent yet is dropped.
    func close()
}

extension OpenPort {
    var isMendable: Bool { false }

    func damage() -> LineDamage { LineDamage() }

    func mend() throws(LineError) -> Bool { false }

    func write(_ bytes: ArraySlice<UInt8>) -> Int { Descriptor(number: descriptor).write(bytes) }

    func loss(code: Int32) -> LineError { .hungUp(detail) }
}
