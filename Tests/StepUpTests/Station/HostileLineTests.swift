import Protocols
import Testing

@testable import StepUp

/// Lines that bring what nobody can read, megabytes of it: it is counted, a person is told in few
/// words, and the other lines read on.
@Suite struct HostileLineTests {
    /// What comes again and again between a beginning and an end, and what is told of it.
    struct Flood: CustomTestStringConvertible {
        let kind: LinkOptions.Kind
        var opening = ""
        let unit: String
        var closing = ""
        /// The notice that a person gets.
        let notice: String
        var count = 1_000_000

        var testDescription: String { "\(kind): \(opening)\(unit) … \(closing)" }

        var bytes: [UInt8] {
            let unit = [UInt8](line: unit)
            let units = Array(repeatElement(unit, count: count / unit.count).joined())
            return [UInt8](line: opening) + units + [UInt8](line: closing)
        }
    }

    @Test(arguments: [
        Flood(kind: .e1381, unit: "~~~~<ENQ><EOT>", notice: "line-settings", count: 60_000),
        Flood(kind: .e1381, opening: "<ENQ><STX>1", unit: "R|", notice: "frame-too-long"),
        Flood(kind: .simplified, opening: "<ENQ><STX>", unit: "R|", notice: "message-too-long"),
        Flood(kind: .listing, unit: "R|", closing: "<CR>", notice: "frame-too-long"),
        Flood(kind: .bci, opening: "<ENQ><STX>", unit: "ab|", notice: "frame-too-long"),
        Flood(kind: .lines, unit: "Conc=,", closing: "<CR>", notice: "frame-too-long"),
        Flood(kind: .table, unit: "a,", closing: "<LF>", notice: "frame-too-long"),
        Flood(kind: .table, unit: "a<LF>", notice: "bad-row", count: 60_000),
        Flood(kind: .mllp, opening: "<VT>MSH|", unit: "x|", notice: "message-too-long"),
        Flood(kind: .poct1a, unit: "<x3C>a>", notice: "frame-too-long"),
    ])
    func whatNobodyCanReadIsCountedAndToldInFewWords(flood: Flood) throws {
        var room = Rehearsal(.reading(flood.kind))
        let bytes = flood.bytes
        for start in stride(from: 0, to: bytes.count, by: 16_384) {
            let piece = Array(bytes[start..<min(start + 16_384, bytes.count)])
            room.receive(.bytes(line: "S", piece, damage: LineDamage()))
        }
        room.at(120)
        let line = try #require(room.station.lines.first { $0.line == "S" })
        #expect(!line.defects.isEmpty)
        #expect(room.told("notice").contains { $0.hasSuffix(flood.notice) })
        #expect(room.announcements.count < 300)
        room.hush()
        room.sends("X1", "10")
        #expect(room.told("result") == ["result X1 10 run 1 current"])
    }

    @Test func aSegmentOfSixtyFourKilobytesIsOneResultThatIsNoNumber() throws {
        var room = Rehearsal(.reading(.mllp))
        let header = "<VT>MSH|^~\\&|A|B|C|D|20260131120000||ORU^R01|1|P|2.5<CR>OBR|1||X9<CR>"
        let value = String(repeating: "9", count: 65_536)
        let text = header + "OBX|1|NM|INS||\(value)|u|||||F<CR><x1C><CR>"
        let effects = room.receive(
            .bytes(line: "S", [UInt8](line: text), damage: LineDamage()))
        let replies = effects.compactMap { effect -> String? in
            guard case .send("S", let bytes) = effect else { return nil }
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(replies.count == 1 && replies[0].contains("MSA|AA|1"))
        #expect(room.station.lines.first { $0.line == "S" }?.results == 1)
    }
}

extension Setup {
    /// The rehearsal's lines, and a line `S` of another kind, whose messages are small.
    fileprivate static func reading(_ kind: LinkOptions.Kind) -> Setup {
        var setup = Setup.rehearsal
        var dialect = Dialect(name: "strange", title: "Strange")
        dialect.link.kind = kind
        dialect.link.messageLimit = 500_000
        func places(_ names: String...) -> [FieldPath] { names.compactMap { FieldPath($0) } }
        switch kind {
        case .mllp: dialect.reads = .hl7
        case .bci, .poct1a, .lines, .table:
            dialect.reads.specimen = places("Specimen")
            dialect.reads.test = places("Test")
            dialect.reads.value = places("Result")
        case .e1381, .simplified, .listing: break
        }
        setup.dialects["strange"] = dialect
        setup.lines["S"] = LineSetup(dialect: "strange")
        return setup
    }
}
