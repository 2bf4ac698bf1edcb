import Testing

@testable import StepUp

/// Swaps at either end of a course, where a draw has neighbours on one side alone.
@Suite struct EndOfCourseTests {
    private static let flat = "10 10 10 11 11 10 / 9 9 9 10 10 9"

    @Test func lastTubesOfTwoVeinsThatFitTheOtherWayRound() {
        let room = Rehearsal.hinting("10 10 60 50 40 9.5 / 9 9 10 11 10 34")
        #expect(room.standing == ["swapped-veins 1/LHV/120 1/RHV/120"])
        #expect(
            room.hints == [
                "LHV at 120 s of injection 1 is 34 where its neighbours suggest 9.53, and RHV at "
                    + "120 s of injection 1 is 9.5 where they suggest 35.8: the tubes may be "
                    + "swapped."
            ])
    }

    @Test func baselinesOfTwoVeinsThatFitTheOtherWayRound() {
        #expect(
            Rehearsal.hinting("30 9 55 60 40 35 / 9 31 10 11 10 9").standing.contains(
                "swapped-veins 1/LHV/0 1/RHV/0"))
        #expect(
            Rehearsal.hinting("9 30 55 60 40 35 / 31 9 10 11 10 9").standing.contains(
                "swapped-veins 1/LHV/-120 1/RHV/-120"))
    }

    @Test func aLateFallOfOneVeinAndALateRiseOfAnotherAreNoSwapUnlessTheyFit() {
        #expect(Rehearsal.hinting("10 10 60 50 40 20 / 9 9 10 11 10 14").standing == [])
        #expect(Rehearsal.hinting("10 10 60 50 40 22 / 9 9 10 11 10 200").standing == [])
    }

    @Test func theLastTwoDrawsThatFitTheOtherWayRound() {
        let room = Rehearsal.hinting("10 10 60 50 12 35 / 9 9 10 11 11 10")
        #expect(room.standing == ["swapped-times 1/RHV/90 1/RHV/120"])
        #expect(Rehearsal.hinting("10 10 60 50 25 35 / 9 9 10 11 11 10").standing == [])
    }

    @Test func baselinesThatFallAreNoSwap() {
        #expect(Rehearsal.hinting("30 10 34 40 30 20 / 9 9 10 11 11 10").standing == [])
    }

    @Test func lastTubesThatFitEachOthersInjection() {
        let room = Rehearsal.hinting(
            "10 10 60 50 40 11 / 9 9 9 9 9 9", "10 10 10 11 10 34 / 9 9 9 9 9 9")
        #expect(room.standing.contains("other-injection 1/RHV/120 2/RHV/120"))
    }
}
