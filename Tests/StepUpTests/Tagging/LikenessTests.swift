import Testing

@testable import StepUp

@Suite struct LikenessTests {
    @Test(arguments: [
        ("T-01-RHV-03O", "T-01-RHV-030"), ("T-01-RHV-30", "T-01-RHV-030"),
        ("T-01-RHV-0030", "T-01-RHV-030"), ("T-10-RHV-030", "T-01-RHV-030"), ("", "A"),
        ("AB", "B"), ("A", "AB"),
    ])
    func oneSlipIsLike(left: String, right: String) {
        #expect(Likeness.isOneSlip(left, right))
        #expect(Likeness.isOneSlip(right, left))
    }

    @Test(arguments: [
        ("T-01-RHV-030", "T-01-RHV-030"), ("T-01-RHV-OO0", "T-01-RHV-030"), ("", "AB"), ("", ""),
        ("ABC", "CAB"), ("ABCD", "BADC"), ("A1B", "A22B"),
    ])
    func noneOrTwoSlipsAreNot(left: String, right: String) {
        #expect(!Likeness.isOneSlip(left, right))
        #expect(!Likeness.isOneSlip(right, left))
    }

    @Test func nothingIsSuggestedWhenTwoAreAlike() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.hush()
        room.sends("T-0-RHV-030", "25")
        #expect(room.told("specimen") == ["specimen T-0-RHV-030 held"])
    }

    @Test func aTubeWithItsResultIsNotSuggested() {
        var room = Rehearsal.withBaseline("10")
        room.hush()
        room.sends("T-0-RHV-000", "25")
        #expect(room.told("specimen") == ["specimen T-0-RHV-000 held like T-02-RHV-000"])
    }
}
