/// The transmission control characters of LIS01-A2 6.1, and those of a frame's end.
extension UInt8 {
    /// Begins a frame.
    public static var stx: UInt8 { 0x02 }
    /// Ends a frame, and what the frame's text belongs to.
    public static var etx: UInt8 { 0x03 }
    /// Ends the transfer phase; from a receiver: accepted, and please stop.
    public static var eot: UInt8 { 0x04 }
    /// Asks whether the other side will receive.
    public static var enq: UInt8 { 0x05 }
    /// Accepted; go on.
    public static var ack: UInt8 { 0x06 }
    /// The frame's last character.
    public static var lf: UInt8 { 0x0A }
    /// Ends a record; stands before LF at the end of a frame.
    public static var cr: UInt8 { 0x0D }
    /// Not accepted; again.
    public static var nak: UInt8 { 0x15 }
    /// Ends a frame whose text goes on in the next one.
    public static var etb: UInt8 { 0x17 }
    /// Begins a piece of text on bioMérieux's link.
    static var rs: UInt8 { 0x1E }
    /// Ends the text on bioMérieux's link; the check sum follows.
    static var gs: UInt8 { 0x1D }

    /// What the byte is worth as a hexadecimal digit in either case, else nil.
    @inline(__always)
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
