import Testing

@testable import StepUp

/// What hints rest on beside the results: the patient's tree, and the rules.
@Suite struct HintReviewTests {
    private static let flat = "10 10 10 11 11 10 / 9 9 9 10 10 9"
    private static let oneVein = "10 10 20 42 35 25 / 9 9 9 10 10 9"

    @Test func aPatientsTreeTakesAHintBackAtOnceAndBringsItAgain() {
        var room = Rehearsal.hinting(Self.flat, Self.flat, Self.oneVein)
        let hint = "discordant-veins 3/RHV/0 3/LHV/0"
        #expect(room.standing == [hint])
        room.hush()
        // In this patient the artery feeds a part of the liver too, which explains it.
        room.mark(.anatomy(.feeds(artery: "GDA", ["S6", "head"]), reason: "arteriography"))
        #expect(room.news("hint") == ["hint gone \(hint)"])
        room.mark(.anatomy(.feeds(artery: "GDA", nil), reason: "the wrong film"))
        #expect(room.news("hint") == ["hint \(hint)"])
    }

    @Test func otherRulesTakeAHintBackAndBringOneAsSoonAsTheyAreInForce() {
        var room = Rehearsal.hinting(Self.oneVein, "16 16 17 17 17 17 / 9 9 9 9 9 9")
        let hint = "raised-baseline 2/RHV/0"
        #expect(room.standing == [hint])
        var setup = Setup.rehearsal
        setup.hints = .rehearsal
        setup.hints.raisedBaseline = .init(times: 3)
        room.hush()
        room.receive(.began(setup))
        #expect(room.news("hint") == ["hint gone \(hint)"])
        setup.hints.raisedBaseline = .init(times: 1.2)
        room.receive(.began(setup))
        #expect(room.news("hint") == ["hint \(hint)"])
        setup.hints = HintRules()
        room.receive(.began(setup))
        #expect(room.news("hint") == ["hint gone \(hint)"])
        room.receive(.began(setup))
        #expect(room.news("hint") == [])
    }
}
