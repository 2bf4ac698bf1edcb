/// Cuts records into frames as a device does, and writes frames: the counterpart of ``Deframer``.
///
///     STX  number  text  ETB|ETX  C1  C2  CR  LF        LIS01-A2 8.3.1
public struct Framer: Sendable, Equatable {
    /// The text of one frame, and whether it ends with ETX.
    public struct Text: Sendable, Equatable {
        /// The bytes between the number and ETB or ETX.
        public var bytes: [UInt8]
        /// True for ETX, false for ETB.
        public var isEnd: Bool

        /// A text; see the properties.
        public init(bytes: [UInt8], isEnd: Bool) {
            self.bytes = bytes
            self.isEnd = isEnd
        }
    }

    private let options: LinkOptions

    /// A framer that writes as `options` say.
    public init(options: LinkOptions = LinkOptions()) { self.options = options }

    /// Cuts one message, given as its records without their CR, into the texts of its frames.
    public func texts(of records: [[UInt8]]) -> [Text] {
        switch options.frames {
        case .packed:
            cut(Array(records.map { $0 + [.cr] }.joined()), isLast: true)
        case .record:
            records.enumerated().flatMap { index, record in
                cut(record + [.cr], isLast: index == records.count - 1)
            }
        }
    }

    /// One frame with its check sum; `number` counts from 1 in each transfer phase.
    public func frame(_ text: Text, number: Int) -> [UInt8] {
        let shown = options.skipsNumberZero ? (number - 1) % 7 + 1 : number % 8
        let counted = [Self.digits[shown]] + text.bytes + [text.isEnd ? .etx : .etb]
        let sum = counted.reduce(UInt8(0), &+)
        let ends: [UInt8] =
            switch options.trailer {
            case .crlf: [.cr, .lf]
            case .lf: [.lf]
            case .none: []
            }
        return [.stx] + counted + [Self.digits[Int(sum >> 4)], Self.digits[Int(sum & 15)]] + ends
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Cuts `bytes`, which end with a record's CR, into texts of at most the device's length.
    private func cut(_ bytes: [UInt8], isLast: Bool) -> [Text] {
        let whole = options.returnBeforeEnd ? bytes[...] : bytes.dropLast()
        let starts = stride(from: 0, to: max(whole.count, 1), by: options.textLength)
        return starts.map { start in
            let end = min(start + options.textLength, whole.count)
            let isEnd = end == whole.count && (isLast || !options.etbOnCompleteRecords)
            return Text(bytes: Array(whole[start..<end]), isEnd: isEnd)
        }
    }
}
