import Protocols

/// What must hold of each decoder whatever bytes it gets: checked by the fuzzers, and by the tests
/// on the corpora that the fuzzers begin with.
///
/// Each property says what is broken, or nothing.
public enum Property: String, CaseIterable, Sendable {
    case receiver, duplex, listing, simplified, bci, poct1a, lines, table, mllp, records
    case mllpduplex, orders, segments, wide, draft, notation, numbers

    /// What is broken for `bytes`; nil when the property holds.
    public func broken(by bytes: [UInt8]) -> String? {
        switch self {
        case .receiver: Self.receiver(bytes)
        case .duplex: Self.duplex(bytes)
        case .listing: Self.link(.listing, bytes)
        case .simplified: Self.link(.simplified, bytes) ?? Self.simplifiedDuplex(bytes)
        case .bci: Self.link(.bci, bytes)
        case .mllp: Self.link(.mllp, bytes)
        case .poct1a: Self.link(.poct1a, bytes)
        case .lines: Self.link(.lines, bytes)
        case .table: Self.link(.table, bytes)
        case .mllpduplex: Self.mllpDuplex(bytes)
        case .records: Self.records(bytes)
        case .orders: Self.orders(bytes)
        case .segments: Self.segments(bytes)
        case .wide: Self.wide(bytes)
        case .draft: Self.draft(bytes)
        case .notation: Self.notation(bytes)
        case .numbers: Self.numbers(bytes)
        }
    }

    /// The first byte chooses the options, the rest is the line.
    private static func receiver(_ bytes: [UInt8]) -> String? {
        let start = Receiver(options: options(by: bytes.first ?? 0))
        let line = Array(bytes.dropFirst())
        var whole = start
        var atOnce = whole.receive(line, at: .zero)
        var each = start
        var byByte = line.flatMap { each.receive([$0], at: .zero) }
        guard atOnce == byByte else { return "cut differently, read differently" }
        atOnce += whole.lose(at: .zero) + whole.expire(at: .seconds(60))
        byByte += each.lose(at: .zero) + each.expire(at: .seconds(60))
        guard atOnce == byByte else { return "cut differently, lost differently" }
        guard whole.isAtRest, whole.received == line.count else { return "no rest at the end" }
        return atOnce.lazy.compactMap { $0.misplaced(in: line) }.first
    }

    /// The first byte chooses the options, the rest is the line.
    private static func link(_ kind: LinkOptions.Kind, _ bytes: [UInt8]) -> String? {
        var options = options(by: bytes.first ?? 0)
        options.kind = kind
        let line = Array(bytes.dropFirst())
        let start = options.end()
        var whole = start
        var atOnce = whole.receive(line, damaged: false, at: .zero)
        var each = start
        var byByte = line.flatMap { each.receive([$0], damaged: false, at: .zero) }
        guard atOnce == byByte else { return "cut differently, read differently" }
        atOnce += whole.expire(at: .seconds(60))
        byByte += each.expire(at: .seconds(60))
        guard atOnce == byByte else { return "cut differently, ended differently" }
        guard whole.isAtRest, whole.received == line.count else { return "no rest at the end" }
        var dialect = Dialect(name: "plain", title: "")
        dialect.link = options
        if [.bci, .poct1a, .lines, .table].contains(kind) { dialect.reads = named }
        if kind == .mllp { dialect.reads = .hl7 }
        return atOnce.lazy.compactMap {
            $0.misplaced(in: line) ?? $0.misread(as: dialect, in: line)
        }.first
    }

    /// Names of fields as each of the links that have names might bear them.
    static var named: Dialect.Reading {
        func places(_ names: String...) -> [FieldPath] { names.compactMap { FieldPath($0) } }
        var reads = Dialect.Reading()
        reads.specimen = places("ci", "SampleID", "Specimen")
        reads.test = places("rt", "OBS.observation_id", "Analyte", "Test")
        reads.value = places("qn", "Conc", "Result")
        reads.measured = places("td", "Date")
        reads.labels.clock = places("tt")
        (reads.labels.unitInValue, reads.labels.eitherMark) = (true, true)
        return reads
    }

    private static func records(_ bytes: [UInt8]) -> String? {
        let message = Message(text: bytes, at: 7)
        let found = MessageReader(Dialect(name: "plain", title: "")).read(message)
        for result in found.results {
            let place = result.bytes
            guard place.lowerBound >= 7, place.upperBound <= bytes.count + 7 else {
                return "a result outside its message"
            }
        }
        return nil
    }

    /// Every result stands where it is said to be, and an answer is one that nobody answers.
    private static func segments(_ bytes: [UInt8]) -> String? {
        var dialect = Dialect(name: "plain", title: "")
        dialect.link.kind = .mllp
        dialect.reads = .hl7
        let reader = MessageReader(dialect)
        let found = reader.read(Message(text: bytes, at: 7))
        for result in found.results {
            let place = result.bytes
            guard place.lowerBound >= 7, place.upperBound <= bytes.count + 7,
                bytes[(place.lowerBound - 7)..<(place.upperBound - 7)].starts(
                    with: Array("OBX".utf8))
            else { return "a result that is no observation of its message" }
        }
        var line = dialect.link.end()
        for action in line.receive(found.reply, damaged: false, at: .zero) {
            guard case .deliver(let answer) = action else { return "an answer that is no block" }
            guard reader.read(answer).reply.isEmpty else { return "an answer that wants an answer" }
        }
        return line.isAtRest ? nil : "an answer without its end"
    }

    private static func notation(_ bytes: [UInt8]) -> String? {
        let text = LineNotation.text(of: bytes)
        guard (try? LineNotation.bytes(of: text)) == bytes else { return "not given back" }
        let spelled = String(decoding: bytes, as: UTF8.self)
        guard let read = try? LineNotation.bytes(of: spelled) else { return nil }
        let again = try? LineNotation.bytes(of: LineNotation.text(of: read))
        return again == read ? nil : "not read again"
    }

    private static func numbers(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let number = ExactDecimal(parsing: text) else { return nil }
        guard let again = ExactDecimal(parsing: number.description) else { return "not read again" }
        return again == number ? nil : "\(text) is \(number), then \(again)"
    }

    static func options(by choice: UInt8) -> LinkOptions {
        var options = LinkOptions()
        if choice & 1 != 0 { options.frameNumbers = .tolerant }
        if choice & 2 != 0 { options.enquiry = .optional }
        if choice & 4 != 0 { options.checksums = LinkOptions.Checksum.allCases }
        if choice & 8 != 0 { options.etbEndsRecord = true }
        if choice & 16 != 0 { options.frameLimit = 16 }
        if choice & 32 != 0 { options.messageLimit = 32 }
        return options
    }
}

extension LinkAction {
    /// What is wrong with the results that are read in a message; nil when nothing is.
    fileprivate func misread(as dialect: Dialect, in line: [UInt8]) -> String? {
        guard case .deliver(let message) = self else { return nil }
        let reader = MessageReader(dialect)
        for result in reader.read(message).results where result.bytes.upperBound > line.count {
            return "a result outside its line"
        }
        return nil
    }

    /// What is wrong with the places that a message gives for its bytes; nil when nothing is.
    ///
    /// Only a record's end may have been put in, so any other byte stands on the line as it is.
    fileprivate func misplaced(in line: [UInt8]) -> String? {
        guard case .deliver(let message) = self else { return nil }
        for offset in message.text.indices where message.text[offset] != 0x0D {
            let place = message.lineRange(of: offset..<offset + 1)
            guard place.count == 1, line.indices.contains(place.lowerBound),
                line[place.lowerBound] == message.text[offset]
            else { return "byte \(offset) of a message is not where it is said to be" }
        }
        return nil
    }
}
