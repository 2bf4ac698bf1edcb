import Protocols
import Testing

@testable import StepUp

/// One test a kind: what raises it, what does not, and that it goes.
@Suite struct HintTests {
    private static let flat = "10 10 10 11 11 10 / 9 9 9 10 10 9"

    @Test func nothingOddIsNothingSaid() {
        let room = Rehearsal.hinting(
            "10 10 20 42 35 25 / 9 9 10 11 11 10", Self.flat, "10 10 11 11 12 11 / 9 9 10 10 10 9")
        #expect(room.standing == [])
        #expect(room.told("hint") == [])
    }

    @Test func whereNothingIsLookedForNothingIsSaid() {
        let room = Rehearsal.hinting(
            "10 10 20 11 35 25 / 9 9 10 42 11 10", pause: 300, rules: HintRules())
        #expect(room.standing == [])
    }

    @Test func tubesOfTwoVeinsThatFitTheOtherWayRound() {
        var room = Rehearsal.hinting("10 10 30 11 35 25 / 9 9 10 34 11 10")
        #expect(room.standing.contains("swapped-veins 1/LHV/60 1/RHV/60"))
        #expect(
            room.hints.contains(
                "LHV at 60 s of injection 1 is 34 where its neighbours suggest 10.5, and RHV at 60 "
                    + "s of injection 1 is 11 where they suggest 32.4: the tubes may be swapped."))
        room.hush()
        room.sends(Sent("T-01-LHV-060", "11", measured: "20260131230000"))
        room.sends(Sent("T-01-RHV-060", "34", measured: "20260131230000"))
        #expect(room.told("hint").contains("hint gone swapped-veins 1/LHV/60 1/RHV/60"))
        #expect(room.standing == [])
    }

    @Test func aPeakOfOneVeinIsNoSwap() {
        let room = Rehearsal.hinting("10 10 30 60 20 12 / 9 9 9 9 9 9")
        #expect(room.standing == [])
    }

    @Test func drawsThatFitTheOtherWayRound() {
        let room = Rehearsal.hinting("10 25 10 40 35 25 / 9 9 10 11 11 10")
        #expect(room.standing == ["swapped-times 1/RHV/0 1/RHV/30"])
    }

    @Test func aRiseAndFallIsNoSwapOfDraws() {
        let room = Rehearsal.hinting("10 10 50 60 20 12 / 9 9 30 12 10 9")
        #expect(room.standing == [])
    }

    @Test func valuesThatFitEachOthersInjection() {
        let room = Rehearsal.hinting(
            "10 10 30 11 35 25 / 9 9 9 9 9 9", "10 10 10 33 10 10 / 9 9 9 9 9 9")
        #expect(room.standing.contains("other-injection 1/RHV/60 2/RHV/60"))
    }

    @Test func aValueThatFitsAGapOfAnotherInjection() {
        var room = Rehearsal.hinting(
            "10 10 30 - 35 25 / 9 9 9 9 9 9", "10 10 10 33 10 10 / 9 9 9 9 9 9")
        #expect(!room.standing.contains { $0.hasPrefix("other-injection") })
        room.mark(.void(specimen: "T-01-RHV-060", reason: "broken"))
        #expect(room.standing == ["other-injection 2/RHV/60 1/RHV/60"])
    }

    @Test func aValueAfterAVeryHighSpecimenOfTheSameAnalyzer() {
        var room = Rehearsal.hinting("10 10 300 600 400 200 / 9 9 - 9 9 9")
        #expect(room.standing == [])
        room.sends(Sent("T-01-RHV-060", "620", measured: "20260131220000"))
        room.sends(Sent("T-01-LHV-030", "15", measured: "20260131220100"))
        #expect(room.standing == ["carry-over 1/LHV/30 1/RHV/60"])
        room.sends(Sent("T-01-LHV-030", "9.2", measured: "20260131230000"))
        #expect(room.standing == [])
    }

    @Test func aBaselineFarAboveAnEarlierOne() {
        let room = Rehearsal.hinting(Self.flat, "16 16 17 17 17 17 / 9 9 9 9 9 9")
        #expect(room.standing == ["raised-baseline 2/RHV/0"])
    }

    @Test func baselinesThatRiseFromInjectionToInjection() {
        let room = Rehearsal.hinting(
            Self.flat, "11.5 11.5 11 11 12 12 / 9 9 9 9 9 9", "13 13 13 13 13 13 / 9 9 9 9 9 9")
        #expect(room.standing == ["drifting-baseline 1/RHV/0 2/RHV/0 3/RHV/0"])
    }

    @Test func anInjectionTooSoonUntilItsZeroIsCorrected() {
        var room = Rehearsal.hinting(Self.flat, Self.flat, pause: 500)
        #expect(room.standing == ["too-soon 2/RHV/0"])
        #expect(room.hints[0].contains("came 500 s after the one before; the plan waits 600 s"))
        room.mark(.correctInjection(number: 1, shift: -150, reason: "stopwatch"))
        #expect(!room.standing.contains("too-soon 2/RHV/0"))
    }

    @Test func aLateRiseThatIsAlikeInEveryVein() {
        let room = Rehearsal.hinting("10 10 10 12 16 19 / 9 9 9 11 14 17")
        #expect(room.standing == ["recirculation 1/RHV/0"])
        #expect(Rehearsal.hinting("10 10 10 12 16 19 / 9 9 9 9 10 10").standing == [])
        #expect(Rehearsal.hinting("10 10 19 16 13 11 / 9 9 17 14 11 10").standing == [])
    }

    @Test func everySiteThatStepsUp() {
        let up = "10 10 20 42 35 25 / 9 9 9 10 10 9"
        let pancreas = "10 10 20 42 35 25 / 9 9 19 40 33 22"
        #expect(Rehearsal.hinting(up, up).standing == [])
        #expect(Rehearsal.hinting(up, up, pancreas).standing == ["all-territories 1/RHV/0"])
        #expect(Rehearsal.hinting(up, up, Self.flat).standing == [])
    }

    @Test func veinsThatDisagreeAfterAPancreaticSite() {
        let room = Rehearsal.hinting(Self.flat, Self.flat, "10 10 20 42 35 25 / 9 9 9 10 10 9")
        #expect(room.standing == ["discordant-veins 3/RHV/0 3/LHV/0"])
        #expect(Rehearsal.hinting("10 10 20 42 35 25 / 9 9 9 10 10 9").standing == [])
    }

    @Test func aTubeDrawnFarFromItsPlan() {
        var room = Rehearsal.hinting(Self.flat)
        room.mark(.correctDraw(specimen: "T-01-RHV-030", second: 41, reason: "stopwatch"))
        #expect(room.standing == ["off-plan 1/RHV/30"])
        room.mark(.correctDraw(specimen: "T-01-RHV-030", second: 33, reason: "stopwatch"))
        #expect(room.standing == [])
    }

    @Test func aValueWhereTheHookBeginsOrBetweenTwoThatReachThere() {
        var assay = AssayProfile(id: "a", cv: [.init(at: nil, percent: 5)], source: "", read: "")
        assay.unit = "uU/mL"
        assay.prozone = .init(from: ExactDecimal(digits: 200, scale: 0), opens: false)
        func standing(_ row: String) -> [String] {
            Rehearsal.hinting(row) {
                $0.assays = Assays(near: .init(from: 0.05, to: 0.95), profiles: [assay])
            }.standing
        }
        #expect(standing("10 10 150 210 60 20 / 9 9 9 9 9 9") == ["prozone 1/RHV/60"])
        #expect(
            standing("10 10 >200 120 >200 60 / 9 9 9 9 9 9").contains("prozone 1/RHV/60"))
        #expect(standing("10 10 150 190 60 20 / 9 9 9 9 9 9") == [])
    }

    @Test func whatTheAnalyzerSaysOfHaemolysis() {
        var result = AssayResult(specimen: "T", printed: "5", unit: "uU/mL")
        result.comments = ["Sample HAEMOLYSED ++"]
        var tube = Tube(at: 30, "5")
        tube.fate = .measured(Shared(result), announcement: 1)
        #expect(Haemolysis.isSaid(of: tube, ["haemoly"]))
        #expect(!Haemolysis.isSaid(of: Tube(at: 30, "5"), ["haemoly"]))
    }

    @Test func aHintThatStandsIsToldOnceAndAgainWhenItsNumbersChange() {
        var room = Rehearsal.hinting(Self.flat, "16 16 17 17 17 17 / 9 9 9 9 9 9")
        #expect(room.news("hint").last == "hint raised-baseline 2/RHV/0")
        room.sends(Sent("T-02-RHV-030", "17.5", measured: "20260131230000"))
        #expect(room.news("hint") == [])
        room.sends(Sent("T-02-RHV-000", "17", measured: "20260131230000"))
        #expect(room.news("hint") == ["hint raised-baseline 2/RHV/0"])
    }

    @Test func noHintChangesAVerdictOrTheMap() {
        let row = "10 25 10 40 35 25 / 9 9 10 11 11 10"
        func known(_ rules: HintRules) -> [String] {
            let procedure = Rehearsal.hinting(row, pause: 300, rules: rules).station.procedures[0]
            return procedure.verdicts.map { "\($0.news.state) \($0.news.reasons)" }
                + [String(describing: procedure.map?.reading)]
        }
        #expect(known(.rehearsal) == known(HintRules()))
    }
}
