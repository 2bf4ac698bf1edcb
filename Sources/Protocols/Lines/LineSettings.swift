/// How a serial line is set: what both ends must agree on before a byte makes sense.
public struct LineSettings: Sendable, Equatable, Codable {
    /// Parity of each character.
    public enum Parity: String, Sendable, Codable, CaseIterable { case none, odd, even }

    /// Bits per second.
    public var baud = 9600
    /// Data bits a character: 7 or 8.
    public var dataBits = 8
    /// The parity bit.
    public var parity = Parity.none
    /// Stop bits: 1 or 2.
    public var stopBits = 1

    /// The standard's own default: 9600 baud, 8 data bits, no parity, 1 stop bit (LIS01-A2 5.2).
    public init() {}
}

extension LineSettings {
    private enum CodingKeys: String, CodingKey {
        case baud, parity
        case dataBits = "data-bits"
        case stopBits = "stop-bits"
    }

    /// Reads settings; what is left out is the standard's default.
    public init(from decoder: any Decoder) throws {
        self.init()
        let file = try decoder.container(keyedBy: CodingKeys.self)
        baud = try file.decodeIfPresent(Int.self, forKey: .baud) ?? baud
        dataBits = try file.decodeIfPresent(Int.self, forKey: .dataBits) ?? dataBits
        parity = try file.decodeIfPresent(Parity.self, forKey: .parity) ?? parity
        stopBits = try file.decodeIfPresent(Int.self, forKey: .stopBits) ?? stopBits
        func check(_ value: Int, _ range: ClosedRange<Int>, _ key: CodingKeys) throws {
            guard !range.contains(value) else { return }
            let words = "\(value) is not \(range.lowerBound) to \(range.upperBound)"
            throw DecodingError.dataCorruptedError(forKey: key, in: file, debugDescription: words)
        }
        // 50 is the slowest and 4,000,000 the fastest rate that Linux has a name for.
        try check(baud, 50...4_000_000, .baud)
        try check(dataBits, 7...8, .dataBits)
        try check(stopBits, 1...2, .stopBits)
    }
}
