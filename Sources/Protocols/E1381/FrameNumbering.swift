/// Which number the next frame of a transfer phase may have (LIS01-A2 8.3.1.2).
struct FrameNumbering: Sendable {
    private let rule: LinkOptions.FrameNumbers
    private let enquiry: LinkOptions.Enquiry
    /// The number of the frame that was taken last; nil before the first.
    private var last: UInt8?
    /// The number of the frame that was refused last; nil once another one is taken.
    private var refused: UInt8?

    /// A phase in which no frame has come.
    init(options: LinkOptions) {
        (rule, enquiry) = (options.frameNumbers, options.enquiry)
    }

    /// Begins another phase.
    mutating func begin() { (last, refused) = (nil, nil) }

    /// The frame with this number was taken.
    mutating func take(_ number: UInt8) { (last, refused) = (number, nil) }

    /// The frame with this number was refused, though it was its turn.
    mutating func refuse(_ number: UInt8) { refused = number }

    /// True when the last frame that was taken has this number.
    func isLast(_ number: UInt8) -> Bool { number == last }

    /// Why a frame with this number, which is no repeat of the last one, is not taken; nil when
    /// it is.
    @inline(__always)
    func defect(of number: UInt8) -> Defect? {
        guard Self.zero <= number, number <= UInt8(ascii: "9") else { return .wrongFrameNumber }
        switch rule {
        case .strict where number == last: return .conflictingFrame
        case .strict:
            let isAnyFirst = last == nil && enquiry == .optional
            return number == next || isAnyFirst ? nil : .wrongFrameNumber
        case .tolerant: return mayFollowRefused(number) ? nil : .wrongFrameNumber
        }
    }

    private static let zero = UInt8(ascii: "0")

    /// The number behind the last one: 1 to 7, then 0.
    private var next: UInt8 { Self.zero + (last.map { $0 - Self.zero + 1 } ?? 1) % 8 }

    /// True when a device whose numbers mean little may send `number` behind a frame that was
    /// refused.
    ///
    /// Taken is that frame again, and nothing else: where an answer was late, the sender credits
    /// it to the wrong frame, and the refused one would be missing for good.
    private func mayFollowRefused(_ number: UInt8) -> Bool {
        // A capture has no answers.
        guard let refused, enquiry == .required else { return true }
        return number == refused || number == next
            || last == Self.zero + 7 && number == Self.zero + 1
    }
}
