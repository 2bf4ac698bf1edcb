/// What a USB adapter says that it is; it stays the same when the port's name does not.
public struct USBIdentity: Sendable, Hashable {
    /// The vendor number, `0403` for FTDI.
    public var vendor: UInt16
    /// The vendor's number for the product.
    public var product: UInt16
    /// The serial number; nil when the adapter has none, or when any will do.
    public var serial: String?

    /// An identity; see the properties.
    public init(vendor: UInt16, product: UInt16, serial: String? = nil) {
        self.vendor = vendor
        self.product = product
        self.serial = serial
    }

    /// Reads `0403:6001` or `0403:6001:SERIAL`, the rest of the address `text`.
    init(parsing rest: String, of text: String) throws(LineError) {
        let parts = rest.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        let numbers = parts.prefix(2).compactMap { part in
            part.count == 4 && part.allSatisfy(\.isHexDigit) ? UInt16(part, radix: 16) : nil
        }
        guard numbers.count == 2, parts.count == 2 || !parts[2].isEmpty else {
            throw .notAnAddress(
                text,
                why: "'usb:' is followed by vendor and product in four hexadecimal digits "
                    + "each, and perhaps the serial number: usb:0403:6001:A1")
        }
        self.init(
            vendor: numbers[0], product: numbers[1],
            serial: parts.count == 3 ? String(parts[2]) : nil)
    }

    /// True for an adapter that is `other`, whose serial number counts only when this has one.
    func matches(_ other: USBIdentity) -> Bool {
        vendor == other.vendor && product == other.product
            && (serial == nil || serial == other.serial)
    }
}

extension USBIdentity: CustomStringConvertible {
    /// `0403:6001` or `0403:6001:SERIAL`.
    public var description: String {
        [Self.hexadecimal(vendor), Self.hexadecimal(product), serial]
            .compactMap { $0 }.joined(separator: ":")
    }

    private static func hexadecimal(_ number: UInt16) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
