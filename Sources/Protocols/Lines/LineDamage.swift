/// Character errors that the serial driver counted while some bytes arrived.
public struct LineDamage: Sendable, Equatable, Codable {
    /// Characters with the wrong parity.
    public var parity = 0
    /// Characters without a stop bit: the usual sign of a wrong speed.
    public var framing = 0
    /// Characters lost because nobody fetched them in time.
    public var overrun = 0
    /// Break conditions.
    public var breaks = 0

    /// No damage.
    public init() {}

    /// True when no character was hurt.
    public var isNone: Bool { parity == 0 && framing == 0 && overrun == 0 && breaks == 0 }
}
