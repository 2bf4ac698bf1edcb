/// Which link the first bytes of a line look like, by what begins and divides them.
enum Framing {
    /// The link; nil when the bytes show none.
    ///
    /// - Parameter head: what came first.
    /// - Returns: a link that a device speaks; none for an enquiry alone, which several begin with.
    static func kind(of head: [UInt8]) -> LinkOptions.Kind? {
        if head.contains(0x0B) { return .mllp }
        if let start = head.firstIndex(of: .stx), start + 1 < head.count {
            switch head[start + 1] {
            case 0x1E: return .bci
            case UInt8(ascii: "m"): return .bci
            case UInt8(ascii: "0")...UInt8(ascii: "7"): return .e1381
            default: return .simplified
            }
        }
        let text = head.drop { $0 <= 0x20 }
        if text.starts(with: Array("MSH".utf8)) { return .mllp }
        if text.first == UInt8(ascii: "<") { return .poct1a }
        let second = text.dropFirst().first
        if text.first == UInt8(ascii: "H"), second == UInt8(ascii: "|") { return .listing }
        return nil
    }

    /// True when somebody asks to send again and again and is not answered as it expects.
    static func isEnquiryAlone(_ head: [UInt8]) -> Bool {
        head.count >= 3 && head.contains(.enq) && head.allSatisfy { $0 == .enq || $0 == .eot }
    }
}

extension LinkOptions.Kind {
    /// True for links on which each message begins with an enquiry.
    var enquires: Bool {
        switch self {
        case .e1381, .simplified, .bci: true
        case .poct1a, .lines, .table, .listing, .mllp: false
        }
    }

    /// What such a link's bytes look like, in words.
    var look: String {
        switch self {
        case .e1381: "ENQ and numbered frames, as in LIS01-A2 (ASTM)"
        case .simplified: "records between STX and ETX without numbers"
        case .bci: "texts of bioMérieux's interface (STX, RS)"
        case .poct1a: "XML messages"
        case .lines, .table: "plain lines"
        case .listing: "records without frames"
        case .mllp: "blocks of HL7 (VT, FS, CR)"
        }
    }
}
