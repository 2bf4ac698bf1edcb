import Protocols
import Testing

@testable import StepUp

/// What looks like it and is not: for each kind of hint, a case just beside the one that raises it.
@Suite struct NearMissTests {
    private static let flat = "10 10 10 11 11 10 / 9 9 9 10 10 9"

    @Test func twoVeinsThatBothRiseAndFallAreNoSwap() {
        #expect(Rehearsal.hinting("10 10 30 55 35 25 / 9 9 10 6 11 10").standing == [])
    }

    @Test func valuesThatFitNobodyElsesInjectionAreNotOfAnother() {
        let room = Rehearsal.hinting(
            "10 10 30 11 35 25 / 9 9 9 9 9 9", "10 10 40 90 40 10 / 9 9 9 9 9 9")
        #expect(!room.standing.contains { $0.hasPrefix("other-injection") })
    }

    @Test func anExcessThatIsNoSmallShareOfTheSpecimenBeforeIsNotCarriedOver() {
        var room = Rehearsal.hinting("10 10 300 600 400 200 / 9 9 - 9 9 9")
        room.sends(Sent("T-01-RHV-060", "620", measured: "20260131220000"))
        room.sends(Sent("T-01-LHV-030", "45", measured: "20260131220100"))
        #expect(!room.standing.contains { $0.hasPrefix("carry-over") })
        // The same excess as in a carry-over, but measured before the high specimen.
        room.sends(Sent("T-01-LHV-030", "15", measured: "20260131220200"))
        room.sends(Sent("T-01-RHV-060", "620", measured: "20260131220300"))
        room.sends(Sent("T-01-RHV-090", "35", measured: "20260131220130"))
        #expect(!room.standing.contains { $0.hasPrefix("carry-over 1/LHV/30") })
    }

    @Test func aBaselineThatIsALittleHigherIsNotRaised() {
        let room = Rehearsal.hinting(Self.flat, "14 14 15 15 15 15 / 9 9 9 9 9 9")
        #expect(room.standing == [])
        // Lower than before is no raise either.
        #expect(
            Rehearsal.hinting("16 16 17 17 17 16 / 9 9 9 9 9 9", Self.flat).standing == [])
    }

    @Test func baselinesThatGoUpAndDownAreNoDrift() {
        let room = Rehearsal.hinting(
            Self.flat, "11.5 11.5 11 11 12 12 / 9 9 9 9 9 9", "11 11 11 11 11 11 / 9 9 9 9 9 9")
        #expect(room.standing == [])
    }

    @Test func anInjectionOnTheSecondOfItsWaitIsNotTooSoon() {
        #expect(Rehearsal.hinting(Self.flat, Self.flat, pause: 600).standing == [])
        #expect(
            Rehearsal.hinting(Self.flat, Self.flat, pause: 599).standing == ["too-soon 2/RHV/0"])
    }

    /// Portal blood adds as much to every vein, by a smaller factor where it was high before.
    @Test func veinsThatRiseByAsMuchFromUnequalBaselinesAgree() {
        let room = Rehearsal.hinting(
            "30 30 30 31 30 30 / 9 9 9 9 9 9", "30 30 30 31 30 30 / 9 9 9 9 9 9",
            "30 30 38 41 38 34 / 9 9 17 20 17 13")
        #expect(room.station.procedures[0].verdicts.map(\.news.state).contains(.stepUp))
        #expect(room.standing == [])
    }

    @Test func veinsOfWhichOneFallsJustShortAgree() {
        let room = Rehearsal.hinting(
            Self.flat, Self.flat, "10 10 15 20.4 17 14 / 9 9 14 17.8 15 12")
        #expect(room.standing == [])
    }

    @Test func whatTheAnalyzerSaysInACommentIsAHintThatNamesTheTube() {
        func standing(_ comment: String) -> [String] {
            var room = Rehearsal.hinting(Self.flat)
            let records = [
                "H|\\^&|||ACCESS|||||LIS||P|1|20260131131600", "P|1|",
                "O|1|T-01-RHV-030||^^^Insulin|||||||",
                "R|1|^^^Insulin|10.5|uU/mL||||F||||20260131131500|", "C|1|I|\(comment)|G",
                "L|1|F",
            ]
            room.receive(
                .bytes(line: "A", Sent.frames(of: records), damage: LineDamage()))
            return room.hints
        }
        #expect(
            standing("Sample HAEMOLYSED ++") == [
                "RHV at 30 s of injection 1 is haemolysed, says the analyzer: hormone may be lost, "
                    + "insulin above all."
            ])
        #expect(standing("Sample lipaemic") == [])
    }
}
