/// A segment of an HL7 message: its name, and where it stands in the message's text.
struct Segment: Sendable, Equatable {
    /// Its three characters as one number; 0 for a line that is no segment.
    let name: UInt32
    /// Its bytes, without the CR or LF behind it.
    let range: Range<Int>

    static let (msh, pid) = (name("MSH"), name("PID"))
    static let (spm, sac, orc, obr) = (name("SPM"), name("SAC"), name("ORC"), name("OBR"))
    static let (obx, nte) = (name("OBX"), name("NTE"))
    static let dsp = name("DSP")
    static let (qpd, qrd, qrf, msa) = (name("QPD"), name("QRD"), name("QRF"), name("MSA"))
    /// True for one of the segments that say what is asked.
    var asks: Bool { name == Self.qpd || name == Self.qrd || name == Self.qrf }

    /// Segments around messages in a batch.
    static let batch = ["FHS", "BHS", "BTS", "FTS"].map(name)

    /// The segments of `text`, which end with CR, LF or both.
    ///
    /// The character behind a name divides fields; a header says which, and it holds for what
    /// follows. Blanks before a name are left out, and so is the mark of UTF-8 before the first.
    static func all(of text: Span<UInt8>) -> [Segment] {
        var segments: [Segment] = []
        segments.reserveCapacity(text.count / 64 + 1)
        let hasMark = text.count > 3 && (0..<3).allSatisfy { text[$0] == [0xEF, 0xBB, 0xBF][$0] }
        var (index, divider) = (hasMark ? 3 : 0, UInt8(ascii: "|"))
        while index < text.count {
            while index < text.count, FieldScan.isEnd(text[index]) || text[index] == 0x20 {
                index += 1
            }
            let start = index
            while index < text.count, !FieldScan.isEnd(text[index]) { index += 1 }
            guard index > start else { break }
            let line = text.extracting(start..<index)
            if name(of: line) == msh, line.count > 3 { divider = line[3] }
            let isDivided = line.count == 3 || line.count > 3 && line[3] == divider
            segments.append(Segment(name: isDivided ? name(of: line) : 0, range: start..<index))
        }
        return segments
    }

    /// The number of a name that this program itself spells.
    static func name(_ text: String) -> UInt32 { name(of: Array(text.utf8).span) }

    private static func name(of line: Span<UInt8>) -> UInt32 {
        guard line.count >= 3, isLetter(line[0]), isLetter(line[1]) || isDigit(line[1]),
            isLetter(line[2]) || isDigit(line[2])
        else { return 0 }
        return UInt32(line[0]) << 16 | UInt32(line[1]) << 8 | UInt32(line[2])
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
