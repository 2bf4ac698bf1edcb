/// How one device uses its link: where implementations of LIS01-A2 differ, as a dialect states it.
///
/// Every key may be left out of a dialect file; the default is then the standard's way.
public struct LinkOptions: Sendable, Equatable {
    /// Which link the device speaks.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// LIS01-A2 (E1381): frames, check sums, replies.
        case e1381
        /// MAGLUMI's own: records between STX and ETX, neither numbered nor summed.
        case simplified
        /// bioMérieux's own: one text of named fields and its sum.
        case bci
        /// POCT1-A: XML messages without frames.
        case poct1a
        /// Printed lines, each with one result.
        case lines
        /// Rows of a table that belong together, the first of which may name the columns.
        case table
        /// Bare records, one a line, without any handshake: a printout, or a raw file.
        case listing
        /// HL7 in blocks (MLLP), over TCP or a serial cable.
        case mllp
    }

    /// What a receiver makes of frame numbers (LIS01-A2 8.3.1.2).
    public enum FrameNumbers: String, Sendable, Codable, CaseIterable {
        /// The last number again is a repeat, the next one is taken, any other is refused.
        case strict
        /// The last frame again, byte for byte, is a repeat; anything else is taken.
        case tolerant
    }

    /// Whether a frame is taken that no ENQ has announced, or an HL7 message outside a block.
    public enum Enquiry: String, Sendable, Codable, CaseIterable {
        /// Frames outside a transfer phase are ignored, as LIS01-A2 8.2 has it.
        case required
        /// Such a frame opens the phase itself: captures often begin in the middle.
        case optional
    }

    /// Check sums that a receiver takes beside the standard's two digits, in either case.
    public enum Checksum: String, Sendable, Codable, CaseIterable {
        /// One digit for sums below 16: `A` for `0A`.
        case oneDigit = "one-digit"
        /// STX is counted too.
        case withSTX = "with-stx"
    }

    /// How the device cuts its messages into frames.
    public enum Frames: String, Sendable, Codable, CaseIterable {
        /// Each record begins a frame.
        case record
        /// As much as fits stands in a frame, and records are cut where it ends.
        case packed
    }

    /// What stands behind a frame's check sum, or behind a record of a listing.
    public enum Trailer: String, Sendable, Codable, CaseIterable {
        case crlf, lf, none
    }

    /// Which link the device speaks.
    public var kind = Kind.e1381

    /// What a receiver makes of frame numbers.
    public var frameNumbers = FrameNumbers.strict

    /// Whether a frame is taken that no ENQ has announced.
    public var enquiry = Enquiry.required

    /// Check sums that are taken beside the standard's.
    public var checksums: [Checksum] = []

    /// True when ETB also ends the record, so that texts are not joined over it.
    public var etbEndsRecord = false

    /// Bytes of text in one frame, at most; LIS01-A2 8.3.1.1 allows 63,993 of them.
    public var frameLimit = 65_536

    /// Bytes of text in one message, at most: some forty thousand records, and far below what
    /// would trouble a small computer.
    public var messageLimit = 4_194_304

    /// How the device cuts its messages into frames.
    public var frames = Frames.record

    /// Bytes of text in each frame that the device writes; 240 before LIS01-A2.
    public var textLength = 240

    /// True when the device ends every frame but a message's last with ETB.
    public var etbOnCompleteRecords = false

    /// True when the device writes the record's CR before ETX and ETB.
    public var returnBeforeEnd = true

    /// What the device writes behind the check sum.
    public var trailer = Trailer.crlf

    /// True when the device numbers its frames 1 to 7 and then 1 again, without the standard's 0.
    public var skipsNumberZero = false

    /// True when the device writes the end of a message in one go with what it says next: EOT with
    /// the next ENQ, or, on MAGLUMI's link, ETX with EOT.
    public var joinsEnds = false

    /// True when the device waits for ACK after each line of a listing or table.
    public var acknowledgesLines = false

    /// True when the bytes are a file, whose end ends the last line too; no dialect says so.
    var isFile = false

    /// The standard's way in everything.
    public init() {}
}

extension LinkOptions: Codable {
    private enum Key: String, CodingKey {
        case kind, enquiry, checksums, frames, trailer
        case frameNumbers = "frame-numbers"
        case etbEndsRecord = "etb-ends-record"
        case frameLimit = "frame-limit"
        case messageLimit = "message-limit"
        case textLength = "text-length"
        case etbOnCompleteRecords = "etb-on-complete-records"
        case returnBeforeEnd = "return-before-end"
        case skipsNumberZero = "skip-number-zero"
        case joinsEnds = "join-ends"
        case acknowledgesLines = "acknowledge-lines"
    }

    /// Reads the keys that are there; the others keep the standard's way.
    public init(from decoder: any Decoder) throws {
        self.init()
        let object = try decoder.container(keyedBy: Key.self)
        func read<Value: Decodable>(_ key: Key, _ value: inout Value) throws {
            if let found = try object.decodeIfPresent(Value.self, forKey: key) { value = found }
        }
        try read(.kind, &kind)
        try read(.frameNumbers, &frameNumbers)
        try read(.enquiry, &enquiry)
        try read(.checksums, &checksums)
        try read(.etbEndsRecord, &etbEndsRecord)
        try read(.frameLimit, &frameLimit)
        try read(.messageLimit, &messageLimit)
        try read(.frames, &frames)
        try read(.textLength, &textLength)
        try read(.etbOnCompleteRecords, &etbOnCompleteRecords)
        try read(.returnBeforeEnd, &returnBeforeEnd)
        try read(.trailer, &trailer)
        try read(.skipsNumberZero, &skipsNumberZero)
        try read(.joinsEnds, &joinsEnds)
        try read(.acknowledgesLines, &acknowledgesLines)
        guard (1...65_536).contains(textLength), frameLimit > 0, messageLimit > 0 else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "text-length must be 1 to 65536, and limits above 0"))
        }
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(kind, forKey: .kind)
        try object.encode(frameNumbers, forKey: .frameNumbers)
        try object.encode(enquiry, forKey: .enquiry)
        try object.encode(checksums, forKey: .checksums)
        try object.encode(etbEndsRecord, forKey: .etbEndsRecord)
        try object.encode(frameLimit, forKey: .frameLimit)
        try object.encode(messageLimit, forKey: .messageLimit)
        try object.encode(frames, forKey: .frames)
        try object.encode(textLength, forKey: .textLength)
        try object.encode(etbOnCompleteRecords, forKey: .etbOnCompleteRecords)
        try object.encode(returnBeforeEnd, forKey: .returnBeforeEnd)
        try object.encode(trailer, forKey: .trailer)
        try object.encode(skipsNumberZero, forKey: .skipsNumberZero)
        try object.encode(joinsEnds, forKey: .joinsEnds)
        try object.encode(acknowledgesLines, forKey: .acknowledgesLines)
    }
}

extension LinkOptions {
    /// These options as a raw capture needs them, which holds what the device sent and no more.
    ///
    /// A capture may begin in the middle of a phase. One without any STX or ENQ whose first record
    /// is a header, perhaps behind the number of a frame that was cut away, is a listing.
    public func reading(capture: [UInt8]) -> LinkOptions {
        var options = self
        options.enquiry = .optional
        options.isFile = true
        if kind.form != .record { return options }
        let head = capture.drop { $0 == .cr || $0 == .lf }.prefix(2)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let letter = head.first.map { digits.contains($0) ? head.last : $0 }
        let isFramed = capture.contains { $0 == .stx || $0 == .enq }
        if !isFramed, letter == UInt8(ascii: "H") { options.kind = .listing }
        return options
    }
}
