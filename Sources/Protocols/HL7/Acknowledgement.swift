/// The acknowledgement of a message, in blocks of MLLP.
///
/// In original mode (HL7 2.5.1 chapter 2, 2.9.2) there is one, of the application: AA, or AR for
/// what is rejected. In enhanced mode (2.9.3), when MSH-15 or MSH-16 says so, there may be two:
/// CA or CR as MSH-15 wants it, then AA as MSH-16 does; what the first one rejects has no second.
///
///     MSH|^~\&|LIS|LAB|ANALYZER|SITE|20260102030405||ACK^R01^ACK|17-1|P|2.5.1
///     MSA|AA|17
///
/// Everything in it comes from the message, so that a replay writes the same bytes: the time is
/// the sender's own (MSH-7), since a decoder has no clock, and the control ID is the sender's
/// with the number of the answer behind it.
struct Acknowledgement {
    private let header: HL7Header
    private let text: [UInt8]
    private var count = 0

    /// Acknowledgements of the message `text` with this header.
    init(of header: HL7Header, in text: [UInt8]) { (self.header, self.text) = (header, text) }

    /// The answer to a block that holds no header: AE, to nobody and of no version.
    static var unreadable: [UInt8] {
        let text =
            #"MSH|^~\&|||||||ACK||P|2.5.1"# + "\rMSA|AE|\r"
            + "ERR||MSH|100^Segment sequence error^HL70357|E\r"
        return [.vt] + Array(text.utf8) + [.fs, .cr]
    }

    /// The blocks that answer a message; none where none is wanted.
    mutating func blocks(for judgement: HL7Judgement) -> [UInt8] {
        guard judgement != .answer else { return [] }
        let error = judgement.error
        guard isEnhanced else { return block(error == nil ? "AA" : "AR", error) }
        let isTaken = error == nil
        var blocks: [UInt8] = []
        if Self.wants(header.accept, isTaken) { blocks += block(isTaken ? "CA" : "CR", error) }
        // What was rejected at its acceptance never came to the application.
        if Self.wants(header.application, isTaken), isTaken || blocks.isEmpty {
            blocks += block(isTaken ? "AA" : "AR", error)
        }
        return blocks
    }

    private var isEnhanced: Bool { header.accept != nil || header.application != nil }

    private static func wants(_ condition: HL7Header.Condition?, _ isTaken: Bool) -> Bool {
        switch condition {
        case .always: true
        case .onSuccess: isTaken
        case .onError: !isTaken
        case .never, nil: false
        }
    }

    private mutating func block(_ code: String, _ error: HL7Error?) -> [UInt8] {
        count += 1
        let text = text.span
        var answer = SegmentText(dividedBy: header.delimiters.field)
        func add(_ place: HL7Header.Place, to answer: inout SegmentText, behind count: Int = 1) {
            answer.next(count)
            answer.add(text, at: place)
        }
        answer.begin("MSH")
        add(header.encodingCharacters, to: &answer)
        for party in [2, 3, 0, 1] { add(header.parties[party], to: &answer) }
        add(header.time, to: &answer)
        answer.next(2)
        addType(to: &answer)
        answer.next()
        addOwnID(to: &answer)
        add(header.processing, to: &answer)
        if header.processing.isEmpty { answer.add("P") }
        add(header.version, to: &answer)
        answer.next(2)
        for _ in 15...16 {
            answer.next()
            if isEnhanced { answer.add("NE") }
        }
        add(header.charset, to: &answer, behind: 2)
        add(header.profile, to: &answer, behind: 3)
        answer.end()
        answer.begin("MSA")
        answer.next()
        answer.add(code)
        add(header.controlID, to: &answer)
        answer.end()
        if let error { addError(error, to: &answer) }
        return answer.block
    }

    /// ACK with as many components as the sender's type has: its event, then its structure.
    private func addType(to answer: inout SegmentText) {
        answer.add("ACK")
        let parts = text[header.type].split(
            separator: component, maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count > 1 {
            answer.add(component)
            answer.add(text.span, at: parts[1].indices)
        }
        if parts.count > 2 {
            answer.add(component)
            answer.add("ACK")
        }
    }

    /// The end of the sender's control ID and the number of the answer: together the twenty
    /// characters that MSH-10 holds in all versions.
    private func addOwnID(to answer: inout SegmentText) {
        let number = "-\(count)"
        let place = header.controlID.prefix(SegmentText.fieldLimit)
        answer.add(text.span, at: place.suffix(20 - number.utf8.count))
        answer.add(number)
    }

    private var component: UInt8 { header.delimiters.component ?? UInt8(ascii: "^") }

    /// ERR as it is from version 2.5 on, and as it was before (2.16.5).
    private func addError(_ error: HL7Error, to answer: inout SegmentText) {
        func add(_ parts: [String], dividedBy divider: UInt8) {
            for (index, part) in parts.enumerated() {
                if index > 0 { answer.add(divider) }
                answer.add(part)
            }
        }
        let place = ["MSH", "1", "\(error.field ?? 1)"]
        let code = ["\(error.code)", error.words, "HL70357"]
        let old = ["2.1", "2.2", "2.3", "2.3.1", "2.4"]
        answer.begin("ERR")
        if old.contains(where: { text[header.version].elementsEqual($0.utf8) }) {
            let letters = header.encodingCharacters
            answer.next()
            add(place, dividedBy: component)
            answer.add(component)
            add(code, dividedBy: letters.count > 3 ? text[letters.lowerBound + 3] : 0x26)
        } else {
            answer.next(2)
            add(place, dividedBy: component)
            answer.next()
            add(code, dividedBy: component)
            answer.next()
            answer.add("E")
        }
        answer.end()
    }
}
