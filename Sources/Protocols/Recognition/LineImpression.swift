/// What the bytes of a line look like so far, and what to change when they look wrong.
///
/// The speed, form and parity of a port cannot be asked for; but wrong ones leave marks. Pure: it
/// is told what was read.
public struct LineImpression: Sendable, Equatable, Codable {
    /// What may be wrong with a line.
    public enum Suspicion: Sendable, Hashable {
        /// Framing errors: the speed.
        case framing
        /// Parity errors: the parity.
        case parity
        /// Eight bits are read where seven and this parity are sent.
        case sevenBits(LineSettings.Parity)
        /// No ASCII: the speed.
        case garbage
        /// HL7 instead of ASTM.
        case blocks
        /// Neither frames nor enquiries.
        case noFrames
    }

    /// How many bytes it takes until their kind is judged: about two records.
    private static let sample = 64
    /// How many bytes without ENQ or STX are suspicious: more than the standard's longest frame.
    private static let patience = 256

    /// Bytes so far.
    public private(set) var count = 0
    /// What the driver counted so far.
    public private(set) var damage = LineDamage()

    private let settings: LineSettings
    private var high = 0
    private var odd = 0
    private var text = 0
    private var starts = 0
    private var blocks = 0

    /// Of a line that is set like this and has said nothing yet.
    public init(settings: LineSettings) { self.settings = settings }

    /// Takes what was read, and what the driver counted meanwhile.
    public mutating func receive(_ bytes: [UInt8], damage news: LineDamage) {
        count += bytes.count
        damage.parity += news.parity
        damage.framing += news.framing
        damage.overrun += news.overrun
        damage.breaks += news.breaks
        for byte in bytes {
            if byte >= 0x80 { high += 1 }
            if !byte.nonzeroBitCount.isMultiple(of: 2) { odd += 1 }
            switch byte & 0x7F {
            case 0x02, 0x05: if byte < 0x80 { starts += 1 }
            case 0x0B: if byte < 0x80 { blocks += 1 }
            default: break
            }
            if (0x20...0x7E).contains(byte & 0x7F) || (0x02...0x0D).contains(byte & 0x7F) {
                text += 1
            }
        }
    }

    /// What is probably wrong; nil when nothing looks wrong.
    public var suspicion: Suspicion? {
        if damage.framing >= 3 { return .framing }
        if damage.parity >= 3 { return .parity }
        if count >= Self.sample, high * 4 > count {
            // Seven bits with parity, read as eight without: every byte has the same parity.
            guard settings.dataBits == 8, text * 10 >= count * 9 else { return .garbage }
            if odd * 50 < count { return .sevenBits(.even) }
            return odd * 50 > count * 49 ? .sevenBits(.odd) : .garbage
        }
        guard count >= Self.patience, starts == 0 else { return nil }
        return blocks > 0 ? .blocks : .noFrames
    }

    /// The suspicion and what to try, in one sentence; nil when nothing looks wrong.
    ///
    /// - Parameter style: where the reader sets it right.
    /// - Returns: the sentence, with its stop.
    public func hint(in style: Style = .options) -> String? {
        switch suspicion {
        case .framing:
            "\(damage.framing) framing errors: the speed is probably not \(settings.baud) baud; "
                + "try \(otherSpeeds(style))."
        case .parity:
            "\(damage.parity) parity errors: parity is probably not "
                + "\(settings.parity.rawValue); try \(otherParities(style))."
        case .sevenBits(let parity):
            "The bytes look like 7 data bits with \(parity.rawValue) parity: "
                + "try \(style.spell("data-bits", "7")) \(style.spell("parity", parity.rawValue))."
        case .garbage:
            "\(high) of \(count) bytes are no ASCII: the speed is probably not "
                + "\(settings.baud) baud; try \(otherSpeeds(style))."
        case .blocks:
            "No ENQ or STX among \(count) bytes, but VT: this is probably HL7 (MLLP)."
        case .noFrames:
            "No ENQ or STX among \(count) bytes: is this the analyzer's host port, "
                + "and does it speak ASTM?"
        case nil: nil
        }
    }

    /// True when the suspicion is of the port's own settings, not of what is spoken over it.
    public var doubtsSettings: Bool {
        switch suspicion {
        case .framing, .parity, .sevenBits, .garbage: true
        case .blocks, .noFrames, nil: false
        }
    }

    private func otherSpeeds(_ style: Style) -> String {
        [9600, 19_200, 38_400, 4800].filter { $0 != settings.baud }
            .map { style.spell("baud", "\($0)") }.joined(separator: ", ")
    }

    private func otherParities(_ style: Style) -> String {
        [LineSettings.Parity.even, .none, .odd].filter { $0 != settings.parity }
            .map { style.spell("parity", $0.rawValue) }.joined(separator: " or ")
    }
}

extension LineImpression {
    /// How a setting is spelled.
    public enum Style: Sendable {
        /// As an option of a command: `--baud 19200`.
        case options
        /// As a key of `stepupd.yaml`: `baud: 19200`.
        case keys

        func spell(_ name: String, _ value: String) -> String {
            switch self {
            case .options: "--\(name) \(value)"
            case .keys: "'\(name): \(value)'"
            }
        }
    }
}
