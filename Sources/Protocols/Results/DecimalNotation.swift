extension ExactDecimal {
    /// How an analyzer spells numbers; a comma is never guessed to be one or the other.
    public struct Notation: Sendable, Equatable, Codable {
        /// What stands before the fraction.
        public var decimalMark = Mark.point
        /// What stands between groups of three digits; nil when nothing does.
        public var thousands: Mark?

        /// A character inside a number.
        public enum Mark: String, Sendable, Codable, CaseIterable {
            case point, comma, space, apostrophe

            /// The mark's byte.
            var byte: UInt8 {
                switch self {
                case .point: 0x2E
                case .comma: 0x2C
                case .space: 0x20
                case .apostrophe: 0x27
                }
            }
        }

        private enum CodingKeys: String, CodingKey {
            case decimalMark = "decimal-mark"
            case thousands
        }

        /// A point before the fraction and nothing between thousands.
        public init() {}

        /// Reads a notation; what is left out is as in ``init()``.
        public init(from decoder: any Decoder) throws {
            self.init()
            let file = try decoder.container(keyedBy: CodingKeys.self)
            decimalMark = try file.decodeIfPresent(Mark.self, forKey: .decimalMark) ?? .point
            thousands = try file.decodeIfPresent(Mark.self, forKey: .thousands)
        }
    }

    /// The number that `text` spells with a point: `173.`, `.902`, `-1`, `1.2e3`; else nil.
    ///
    /// More than ``digitLimit`` significant digits are not taken, nor an exponent beyond 30.
    public init?(parsing text: String) {
        self.init(parsing: Array(text.utf8).span, as: Notation())
    }

    /// The number that `bytes` spell in `notation`; nil when they are not one number and no more.
    ///
    /// The scale is kept as printed: `2.000` has three places. Groups of thousands must have three
    /// digits each.
    public init?(parsing bytes: Span<UInt8>, as notation: Notation) {
        if let plain = Self.plain(bytes, mark: notation.decimalMark.byte) {
            self = plain
            return
        }
        var scanner = DecimalScanner(notation: notation)
        for index in bytes.indices {
            guard scanner.take(bytes[index]) else { return nil }
        }
        guard let number = scanner.number else { return nil }
        self = number
    }
    /// Digits with a mark among them, and no more, which is how nearly all numbers come; nil when
    /// the scanner must look at them.
    private static func plain(_ bytes: Span<UInt8>, mark: UInt8) -> ExactDecimal? {
        guard bytes.count > 0, bytes.count <= digitLimit else { return nil }
        var digits: Int64 = 0
        var place: Int?
        for index in bytes.indices {
            let digit = bytes[index] &- 0x30
            if digit < 10 {
                digits = digits &* 10 &+ Int64(digit)
            } else {
                guard bytes[index] == mark, place == nil else { return nil }
                place = index
            }
        }
        guard bytes.count > 1 || place == nil else { return nil }
        return ExactDecimal(digits: digits, scale: place.map { bytes.count - 1 - $0 } ?? 0)
    }
}
