import Protocols
import Testing

@testable import StepUp

/// What is said of a line that speaks what it is not set to.
@Suite struct ContactTests {
    /// A room whose line A is set to the test's analyzer, and which knows three others.
    private static func room() -> Rehearsal {
        var setup = Setup.rehearsal
        setup.lines["A"]?.settings = LineSettings()
        setup.lines["B"]?.settings = LineSettings()
        setup.known = [
            known("rehearsal", ["|ACCESS|"], .e1381), known("other", ["|OTHER^"], .e1381),
            known("twin", ["|OTHER^"], .simplified), known("blocks", ["MSH|"], .mllp),
        ]
        setup.dialects["rehearsal"]?.signs = ["|ACCESS|"]
        var room = Rehearsal(setup)
        room.receive(.opened(line: "A", detail: "test"))
        room.hush()
        return room
    }

    private static func known(
        _ name: String, _ signs: [String], _ kind: LinkOptions.Kind
    ) -> Acquaintance {
        var dialect = Dialect(name: name, title: "Analyzer \(name)")
        dialect.signs = signs
        dialect.link.kind = kind
        return Acquaintance(dialect)
    }

    private static func words(_ room: Rehearsal) -> [String] {
        room.announcements.compactMap {
            if case .notice(let news) = $0.body { news.text } else { nil }
        }
    }

    private static let header = "H|\\^&|||OTHER^2|||||LIS||P|1|20260131121600"

    @Test func anotherMakersSignIsSaidOnceWithTheEvidenceAndTheCure() {
        var room = Self.room()
        let bytes = Sent.frames(of: [Self.header, "L|1|N"])
        for _ in 1...3 { room.receive(.bytes(line: "A", bytes, damage: LineDamage())) }
        #expect(
            Self.words(room) == [
                "Line A speaks like Analyzer other (the first record says '|OTHER^'), and is set to "
                    + "rehearsal: if that is the analyzer, set 'dialect: other' for line A in "
                    + "stepupd.yaml, and start stepupd again."
            ])
    }

    @Test func itIsSaidAgainWhenTheLineIsOpenedAnew() {
        var room = Self.room()
        let bytes = Sent.frames(of: [Self.header, "L|1|N"])
        for _ in 1...2 {
            room.receive(.bytes(line: "A", bytes, damage: LineDamage()))
            room.receive(.lost(line: "A", reason: "unplugged"))
            room.receive(.opened(line: "A", detail: "again"))
        }
        #expect(room.told("notice").filter { $0.hasSuffix("other-dialect") }.count == 2)
    }

    @Test func callersWhoComeAndGoHaveItSaidOnce() {
        var room = Self.room()
        for number in 1...3 {
            room.receive(.opened(line: "B#\(number)", detail: "10.0.0.5"))
            room.receive(
                .bytes(
                    line: "B#\(number)", Sent.frames(of: [Self.header, "L|1|N"]),
                    damage: LineDamage()))
            room.receive(.lost(line: "B#\(number)", reason: "closed"))
        }
        #expect(room.told("notice") == ["notice medium other-dialect"])
    }

    @Test func itsOwnAnalyzerIsGreetedInSilence() {
        var room = Self.room()
        room.sends(Sent("X1", "10"))
        room.sends(Sent("X2", "10"))
        #expect(room.told("notice") == [])
    }

    @Test func blocksOfHL7OnALineOfFramesAreNamed() {
        var room = Self.room()
        room.hears("<x0B>MSH|^~\\&|X|Y|||20260131121600||ORU^R01|1|P|2.3.1<CR>")
        #expect(room.told("notice") == ["notice medium other-dialect"])
        #expect(Self.words(room)[0].contains("set 'dialect: blocks' for line A"))
    }

    @Test func framesOfAnotherLinkWithoutASignAreNamedByTheirLook() {
        var room = Self.room()
        room.hears("<ENQ>")
        for _ in 1...5 {
            room.hears("<STX>H|\\^&|||NOBODY|||||LIS||P|1|20260131121600<CR>P|1<CR>L|1|N<CR><ETX>")
        }
        #expect(
            Self.words(room).first
                == "Line A brings records between STX and ETX without numbers, which dialect "
                + "rehearsal does not read: set 'dialect: twin' for line A in stepupd.yaml, and "
                + "start stepupd again.")
    }

    @Test func bytesOfAWrongSpeedAreSaidOnceWithWhatToTry() {
        var room = Self.room()
        for _ in 1...40 { room.hears("<xF8><x80><x00><xE0><xFE>") }
        #expect(room.told("notice") == ["notice medium line-settings"])
        #expect(Self.words(room)[0].contains("try 'baud: 19200'"))
        #expect(Self.words(room)[0].contains("under 'settings:' of line A in stepupd.yaml"))
    }

    @Test func framingErrorsOfTheFirstBytesAreEnough() {
        var room = Self.room()
        var damage = LineDamage()
        damage.framing = 1
        for _ in 1...4 { room.receive(.bytes(line: "A", [0xFE], damage: damage)) }
        #expect(room.told("notice") == ["notice medium line-settings"])
        #expect(Self.words(room)[0].contains("the speed is probably not 9600 baud"))
    }

    @Test func aLineWithoutASpeedIsNotBlamedForIt() {
        var room = Rehearsal()
        room.receive(.opened(line: "A", detail: "test"))
        for _ in 1...40 { room.hears("<xF8><x80><x00><xE0><xFE>") }
        #expect(!Self.words(room).contains { $0.contains("baud") })
    }

    @Test func itIsSaidAtTheSameByteHoweverTheyAreCut() {
        let bytes = Sent.frames(of: [Self.header, "P|1", "L|1|N"])
        var whole = Self.room()
        whole.receive(.bytes(line: "A", bytes, damage: LineDamage()))
        var pieces = Self.room()
        for byte in bytes { pieces.receive(.bytes(line: "A", [byte], damage: LineDamage())) }
        #expect(whole.told() == pieces.told())
        #expect(whole.told("notice").count == 1)
    }
}
