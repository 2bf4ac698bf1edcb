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

    @Test func suggestsOnlyWhatIsUnique() {
        #expect(Likeness.suggestion(for: "A1", among: ["A2", "B9"]) == "A2")
        #expect(Likeness.suggestion(for: "A1", among: ["A2", "A3"]) == nil)
        #expect(Likeness.suggestion(for: "A1", among: []) == nil)
    }
}
