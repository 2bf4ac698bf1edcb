extension Deframer {
    /// What was found.
    public enum Event: Equatable, Sendable {
        case enquiry
        case endOfTransmission
        /// A frame came to its end; its text stands at the end of the buffer.
        case frame(Frame)
        /// Bytes were ignored, or a frame given up; none of its text is in the buffer.
        case defect(Defect)
    }

    /// A frame that came to its end.
    public struct Frame: Equatable, Sendable {
        /// The character that numbers it, a digit unless it was damaged.
        public var number: UInt8
        /// True when ETX ended it.
        public var isEnd: Bool
        /// Where its text begins in the buffer.
        public var start: Int
        /// Where its text begins on the line, counted from the first byte ever received.
        public var line: Int
        /// Why it must be refused; nil when it came whole.
        public var fault: Defect?
        /// How many CR its text holds.
        var returns = 0
    }
}
