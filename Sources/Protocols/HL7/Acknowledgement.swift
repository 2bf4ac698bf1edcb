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
    /// What a field that is given back may hold: far more than any control ID, name or type.
    static let fieldLimit = 250

    private let divider, component: UInt8
    private let encodingCharacters: [UInt8]
    private let parties: [[UInt8]]
    private let time, type, controlID, processing, version, charset, profile: [UInt8]
    private let accept, application: HL7Header.Condition?
    private var count = 0

    /// Acknowledgements of the message with this header.
    init(of header: HL7Header, in text: Span<UInt8>) {
        // A control character in a header would end the answer's segment or its block.
        func bytes(_ place: HL7Header.Place) -> [UInt8] {
            place.prefix(Self.fieldLimit).map { text[$0] }.filter { $0 >= 0x20 }
        }
        (divider, component) = (header.delimiters.field, header.delimiters.component ?? 0x5E)
        encodingCharacters = bytes(header.encodingCharacters)
        parties = header.parties.map(bytes)
        (time, type, controlID) = (bytes(header.time), bytes(header.type), bytes(header.controlID))
        (processing, version) = (bytes(header.processing), bytes(header.version))
        (charset, profile) = (bytes(header.charset), bytes(header.profile))
        (accept, application) = (header.accept, header.application)
    }

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
        guard accept != nil || application != nil else {
            return block(error == nil ? "AA" : "AR", error)
        }
        let isTaken = error == nil
        var blocks: [UInt8] = []
        if Self.wants(accept, isTaken) { blocks += block(isTaken ? "CA" : "CR", error) }
        // What was rejected at its acceptance never came to the application.
        if Self.wants(application, isTaken), isTaken || blocks.isEmpty {
            blocks += block(isTaken ? "AA" : "AR", error)
        }
        return blocks
    }

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
        let isEnhanced = accept != nil || application != nil
        let condition = Array((isEnhanced ? "NE" : "").utf8)
        let number = Array("-\(count)".utf8)
        // Twenty characters are what MSH-10 holds in all versions.
        let ownID = controlID.suffix(20 - number.count) + number
        var header: [[UInt8]] = [
            Array("MSH".utf8), encodingCharacters, parties[2], parties[3], parties[0], parties[1],
            time, [], answerType, ownID, processing.isEmpty ? Array("P".utf8) : processing, version,
            [], [], condition, condition, [], charset, [], [], profile,
        ]
        while header.last?.isEmpty == true { header.removeLast() }
        var segments = [header, [Array("MSA".utf8), Array(code.utf8), controlID]]
        if let error { segments.append(self.error(error)) }
        let text = segments.map { $0.joined(separator: [divider]) + [.cr] }.joined()
        return [.vt] + text + [.fs, .cr]
    }

    /// ACK with as many components as the sender's type has: its event, then its structure.
    private var answerType: [UInt8] {
        let parts = type.split(separator: component, omittingEmptySubsequences: false)
        var own = [ArraySlice("ACK".utf8)]
        if parts.count > 1 { own.append(parts[1]) }
        if parts.count > 2 { own.append(ArraySlice("ACK".utf8)) }
        return Array(own.joined(separator: [component]))
    }

    /// ERR as it is from version 2.5 on, and as it was before (2.16.5).
    private func error(_ error: HL7Error) -> [[UInt8]] {
        func parts(_ parts: [String], _ divider: UInt8) -> [UInt8] {
            Array(parts.map { Array($0.utf8) }.joined(separator: [divider]))
        }
        let place = ["MSH", "1", "\(error.field ?? 1)"]
        let isOld = ["2.1", "2.2", "2.3", "2.3.1", "2.4"].contains {
            version.elementsEqual($0.utf8)
        }
        if isOld {
            let subcomponent = encodingCharacters.count > 3 ? encodingCharacters[3] : 0x26
            let code = parts(["\(error.code)", error.words, "HL70357"], subcomponent)
            let old = parts(place, component) + [component] + code
            return [Array("ERR".utf8), old]
        }
        let code = parts(["\(error.code)", error.words, "HL70357"], component)
        return [Array("ERR".utf8), [], parts(place, component), code, Array("E".utf8)]
    }
}
