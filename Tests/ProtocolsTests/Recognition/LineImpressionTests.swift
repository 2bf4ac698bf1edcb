import Protocols
import Testing

struct LineImpressionTests {
    private static let record = [UInt8](
        line: "<ENQ><STX>1H|\\^&|||cobas-e411^1|||||host|RSUPL^REAL|P|1<CR><ETX>2C<CR><LF>")

    private func hint(
        _ bytes: [UInt8], damage: LineDamage = .init(), settings: LineSettings = .init()
    ) -> String? {
        var impression = LineImpression(settings: settings)
        for byte in bytes { impression.receive([byte], damage: .init()) }
        impression.receive([], damage: damage)
        return impression.hint()
    }

    @Test func aGoodMessageGivesNoHint() {
        #expect(hint(Self.record + Self.record + Self.record + Self.record) == nil)
    }

    @Test func latinLettersInNamesGiveNoHint() {
        #expect(hint(Self.record + [0xE4, 0xF6, 0xFC, 0xDF, 0xB5]) == nil)
    }

    @Test func framingErrorsPointToTheSpeed() throws {
        var damage = LineDamage()
        damage.framing = 3
        let text = try #require(self.hint([0, 0, 0], damage: damage))
        #expect(text.contains("3 framing errors") && text.contains("--baud 19200"))
        #expect(!text.contains("--baud 9600"))
    }

    @Test func parityErrorsPointToTheParity() throws {
        var damage = LineDamage()
        damage.parity = 5
        var settings = LineSettings()
        settings.parity = .even
        let text = try #require(self.hint([0, 0, 0, 0, 0], damage: damage, settings: settings))
        #expect(text.contains("try --parity none or --parity odd"))
    }

    @Test(arguments: [("even", 0), ("odd", 1)])
    func sevenBitsReadAsEightAreRecognised(parity: String, ones: Int) throws {
        let bytes = (Self.record + Self.record).map { byte in
            byte.nonzeroBitCount % 2 == ones ? byte : byte | 0x80
        }
        let text = try #require(self.hint(bytes))
        #expect(text.contains("try --data-bits 7 --parity \(parity)"))
    }

    @Test func garbagePointsToTheSpeed() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var state = seed
        let bytes = (0..<500).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        let text = try #require(self.hint(bytes), "seed \(seed)")
        #expect(text.contains("are no ASCII"), "seed \(seed)")
    }

    @Test func aSettingIsSpelledAsTheReaderSetsIt() throws {
        var impression = LineImpression(settings: LineSettings())
        for _ in 1...16 { impression.receive([0xF8, 0x80, 0x00, 0xE0, 0xFE], damage: .init()) }
        #expect(impression.doubtsSettings)
        #expect(impression.hint(in: .options)?.contains("try --baud 19200") == true)
        #expect(impression.hint(in: .keys)?.contains("try 'baud: 19200'") == true)
    }

    @Test func aLineWithoutFramesIsSaid() throws {
        let letters = [UInt8](repeating: 0x41, count: 300)
        #expect(hint(letters)?.contains("No ENQ or STX among 300 bytes") == true)
        #expect(hint([0x0B] + letters)?.contains("HL7") == true)
    }
}
